package shop;

import dev.varve.annotations.References;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

@Table
public record Deck(
    @Id long id,
    Mood mood,
    List<Mood> moods,
    Optional<Mood> maybe,
    @References(Nowhere.class) long other) {}
