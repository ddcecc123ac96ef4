package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** The name of a table is given to another one; a view that rests on it will rest on a view again. */
@Table(name = "users")
public record Guest(
    @Id long id, String name, @Column(precision = 12, scale = 2) BigDecimal highest) {}
