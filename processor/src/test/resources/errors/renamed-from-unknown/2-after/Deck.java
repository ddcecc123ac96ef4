package shop;

import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

@Table
public record Deck(
    @Id long id,
    String title,
    @RenamedFrom("titel") Optional<String> name,
    @RenamedFrom("motto") Optional<String> subtitle) {}
