package shop;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.Domain;
import jakarta.persistence.Column;
import java.math.BigDecimal;

@Domain(name = "amount")
public record Amount(
    @Column(precision = 12, scale = 2)
        @Default("0")
        @Check(value = "VALUE >= 0", name = "not_negative")
        @Check("VALUE < 1000000")
        BigDecimal value) {}
