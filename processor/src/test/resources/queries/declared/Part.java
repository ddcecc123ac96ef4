package declared;

import dev.varve.annotations.CompositeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@CompositeType
public record Part(
    String text,
    int number,
    boolean flag,
    Optional<BigDecimal> amount,
    @Nullable String note,
    List<String> words,
    Instant at,
    UUID key,
    Level level,
    Email email,
    byte[] bytes) {}
