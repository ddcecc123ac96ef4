package shop;

import dev.varve.annotations.*;
import dev.varve.annotations.Index;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.*;

@Table(
    name = "customers",
    uniqueConstraints = @UniqueConstraint(columnNames = "name"))
@Dropped("order")
@Dropped(value = "lines", purge = true)
@Dropped("customers.mood")
@Dropped("customers.moods")
public record Customer(
    @Id @GeneratedValue long id,
    @Column(length = 100) String name,
    @Column(precision = 12, scale = 2) @Check("credit >= 0 AND credit < 1000000") BigDecimal credit,
    @References(value = Customer.class, onDelete = ReferentialAction.SET_NULL) Optional<Long> referrer) {}
