package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Table
public record Slot(@Id long id, int room, int number, Instant begins, Instant ends) {}
