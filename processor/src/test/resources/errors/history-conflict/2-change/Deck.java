package shop;

import dev.varve.annotations.RenamedFrom;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Table
public record Deck(@Id UUID id, @RenamedFrom("title") String caption) {}
