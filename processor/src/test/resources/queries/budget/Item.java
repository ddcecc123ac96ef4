package budget;

import dev.varve.annotations.Default;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Table(name = "items")
public record Item(
    @Id @GeneratedValue long id,
    String name,
    int quantity,
    long weight,
    BigDecimal price,
    boolean active,
    @Default("now()") Instant createdAt,
    UUID owner,
    List<String> tags,
    Optional<String> note) {}
