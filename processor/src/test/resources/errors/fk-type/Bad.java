package shop;

import dev.varve.annotations.References;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Table
public record Bad(
    @Id long id,
    @References(Sound.class) int sound,
    @References(Sound.class) Optional<String> other,
    @References(Sound.class) List<UUID> many) {}
