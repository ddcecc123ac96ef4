package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Dropped;
import dev.varve.annotations.Identity;
import dev.varve.annotations.Serial;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;

@Table(name = "orders")
@Dropped("orders.note_length")
@AllowRewrite("300 rows")
public record Order(
    @Id @Serial long id,
    @Column(unique = true) String code,
    @Column(precision = 12, scale = 2) BigDecimal price,
    int amount,
    @Column(precision = 20, scale = 2) BigDecimal total,
    Optional<String> note,
    @Identity(byDefault = true, cycle = true, cache = 5) long number,
    byte[] label) {}
