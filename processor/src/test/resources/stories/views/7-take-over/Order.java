package shop;

import dev.varve.annotations.References;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

@Table(name = "purchases", schema = "sales")
public record Order(
    @Id long id,
    @References(User.class) long userId,
    State state,
    @Column(precision = 12, scale = 2) BigDecimal total) {}
