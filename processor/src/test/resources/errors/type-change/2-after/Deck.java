package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

@Table
public record Deck(
    @Id long id,
    @Column(length = 20) String size,
    int cards,
    Optional<UUID> order) {}
