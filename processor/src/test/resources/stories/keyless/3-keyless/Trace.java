package shop;

import dev.varve.annotations.Keyless;
import jakarta.persistence.Table;
import java.time.Instant;

@Table
@Keyless
public record Trace(long number, Instant at, Level level, String text) {}
