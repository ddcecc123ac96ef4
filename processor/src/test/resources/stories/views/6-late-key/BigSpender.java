package shop;

import dev.varve.annotations.View;
import java.math.BigDecimal;

@View(select = "SELECT t.name, t.highest FROM sales.totals AS t WHERE t.highest > 1000")
public record BigSpender(String name, BigDecimal highest) {}
