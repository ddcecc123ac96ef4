package dev.varve.examples.benchmark.query;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same as {@link Item}, in the table that rows are inserted into. */
@Table
public record NewItem(
    @Id @GeneratedValue long id,
    String name,
    @Column(length = 40) String code,
    int amount,
    long total,
    BigDecimal price,
    boolean active,
    OffsetDateTime made,
    UUID token,
    String[] tags,
    @Nullable String note) {}
