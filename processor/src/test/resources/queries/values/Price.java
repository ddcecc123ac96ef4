package values;

import jakarta.persistence.AttributeConverter;
import java.math.BigDecimal;

public record Price(BigDecimal amount) {
  abstract static class Both<X> implements AttributeConverter<X, BigDecimal> {}

  static final class Converter extends Both<Price> {
    @Override
    public BigDecimal convertToDatabaseColumn(Price price) {
      return price.amount();
    }

    @Override
    public Price convertToEntityAttribute(BigDecimal amount) {
      return new Price(amount);
    }
  }
}
