package shop;

import dev.varve.annotations.CompositeType;
import jakarta.persistence.Column;
import java.math.BigDecimal;

@CompositeType(name = "Amount", schema = "money")
public record Money(@Column(precision = 12, scale = 2) BigDecimal value, Currency currency) {
  public enum Currency {
    EUR,
    USD
  }
}
