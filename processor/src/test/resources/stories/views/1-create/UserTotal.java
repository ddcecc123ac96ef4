package shop;

import dev.varve.annotations.View;
import java.math.BigDecimal;
import java.util.Optional;

@View(
    name = "user_totals",
    select =
        """
        SELECT u.id, u.name, count(*) AS orders, sum(o.total) AS total
        FROM users AS u
        JOIN sales.orders AS o ON o.user_id = u.id
        GROUP BY u.id
        """)
public record UserTotal(long id, String name, long orders, Optional<BigDecimal> total) {}
