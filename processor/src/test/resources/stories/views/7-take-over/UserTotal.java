package shop;

import dev.varve.annotations.View;
import java.math.BigDecimal;
import java.util.Optional;

@View(
    name = "totals",
    schema = "sales",
    select =
        """
        SELECT u.id, u.full_name AS name, count(o.id) AS orders, sum(o.total) AS total, upper(u.nickname) AS nickname, max(o.total) AS highest, min(o.total) AS lowest
        FROM people AS u
        LEFT JOIN sales.purchases AS o ON o.user_id = u.id
        GROUP BY u.id
        """)
public record UserTotal(
    long id, String name, long orders, Optional<BigDecimal> total, Optional<String> nickname,
    Optional<BigDecimal> highest, Optional<BigDecimal> lowest) {}
