package dev.varve.runtime.query;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A {@code money}. It goes in as a {@code numeric}, which every server reads in one way; what comes
 * out is written by the server's {@code lc_monetary}, with two digits behind the last mark or none.
 */
final class MoneyType extends Type<BigDecimal> {
  MoneyType() {
    super("money");
  }

  @Override
  String placeholder() {
    return "?::numeric::money";
  }

  @Override
  String cast(String expression) {
    return expression + "::numeric::money";
  }

  @Override
  String castArray(String expression) {
    return expression + "::numeric[]::money[]";
  }

  @Override
  void bind(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
    statement.setBigDecimal(index, value);
  }

  @Override
  @Nullable
  BigDecimal read(RowReader row, int at) throws SQLException {
    String text = row.getStringOrNull(at);
    return text == null ? null : parse(text);
  }

  @Override
  String text(BigDecimal value) {
    return value.toPlainString();
  }

  @Override
  BigDecimal parse(String text) {
    StringBuilder digits = new StringBuilder();
    boolean negative = false;
    int mark = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c == '.' || c == ',') {
        mark = digits.length();
      } else {
        negative |= c == '-' || c == '(';
      }
    }
    int behind = mark < 0 ? 0 : digits.length() - mark;
    BigDecimal value = new BigDecimal(digits.toString());
    BigDecimal scaled = behind == 2 ? value.movePointLeft(2) : value;
    return negative ? scaled.negate() : scaled;
  }
}
