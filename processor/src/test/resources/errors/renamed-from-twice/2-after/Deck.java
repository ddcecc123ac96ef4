package shop;

import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Deck(
    @Id long id,
    @RenamedFrom("title") String name,
    @RenamedFrom("title") String label) {}
