package shop;

import dev.varve.annotations.View;
import java.math.BigDecimal;

@View(select = "SELECT u.name, u.highest FROM users AS u WHERE u.highest > 1000")
public record BigSpender(String name, BigDecimal highest) {}
