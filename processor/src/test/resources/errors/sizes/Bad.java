package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@Table
public record Bad(
    @Id long id,
    @Column(length = 10, columnDefinition = "varchar") String a,
    @Column(secondPrecision = 7) Instant b,
    @Column(secondPrecision = 3) LocalDate c,
    @Column(precision = 3, scale = 4) List<BigDecimal> d,
    @Column(length = 4) List<Integer> e) {}
