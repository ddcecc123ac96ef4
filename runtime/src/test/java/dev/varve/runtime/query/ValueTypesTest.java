package dev.varve.runtime.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers of other settings write, and what a Java type has no place for. */
class ValueTypesTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      $1,234.50     | 1234.50
      -$0.01        | -0.01
      ($1.00)       | -1.00
      1.234.567,89 € | 1234567.89
      1 234,50 kr   | 1234.50
      CHF1'234.50   | 1234.50
      ¥1,235        | 1235
      """)
  void moneyIsReadInAnyLocale(String text, BigDecimal value) {
    assertEquals(value, ValueTypes.MONEY.parse(text));
  }

  @Test
  void whatHasNoPlaceInTheJavaTypeIsSaid() {
    assertMessage(
        "A value of type interval cannot be read: The interval P0M1DT0H0M0S has months or days,"
            + " and a Duration has not",
        () -> ValueTypes.DURATION.parse("1 day"));
    assertMessage(
        "A value of type interval cannot be read: The interval P0M0DT1H0M0S has hours, minutes or"
            + " seconds, and a Period has not",
        () -> ValueTypes.PERIOD.parse("01:00:00"));
    assertMessage(
        "A value of type interval cannot be read: \"+1-2 +3\" is not an interval in the styles"
            + " postgres and iso_8601. Set intervalstyle to postgres.",
        () -> ValueTypes.INTERVAL.parse("+1-2 +3"));
    assertMessage(
        "A value of type inet cannot be read: 10.0.0.1/8 has a network, and an InetAddress has"
            + " none. Use dev.varve.runtime.value.Inet.",
        () -> ValueTypes.INET_ADDRESS.parse("10.0.0.1/8"));
    assertMessage(
        "A value of type numeric cannot be read: Rounding necessary",
        () -> ValueTypes.BIG_INTEGER.parse("1.5"));
    assertMessage(
        "The smallint 128 is not within the range of a byte.", () -> ValueTypes.BYTE.parse("128"));
  }

  @Test
  void aConverterThatGivesNullIsNamed() {
    Type<Integer> never = Type.STRING.converted("it", (it, text) -> null, (it, value) -> null);
    assertMessage(
        "java.lang.String converts a value to null. Let it give a value, or throw an exception.",
        () -> never.parse("1"));
    assertMessage(
        "java.lang.String converts a value to null. Let it give a value, or throw an exception.",
        () -> never.text(1));
  }

  private static void assertMessage(String message, Runnable reading) {
    assertEquals(message, assertThrows(QueryException.class, reading::run).getMessage());
  }
}
