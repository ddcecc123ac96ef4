package shop;

import dev.varve.annotations.View;
import java.math.BigDecimal;

@View(
    name = "open_orders",
    schema = "sales",
    select = "SELECT id, state, total FROM sales.orders WHERE state = 'OPEN'",
    check = View.CheckOption.LOCAL)
public record OpenOrder(long id, State state, BigDecimal total) {}
