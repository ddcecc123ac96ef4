package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Table
public record Trace(@Id long number, Instant at, Level level, String text) {}
