package values;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.NewRow;
import dev.varve.runtime.value.BitString;
import dev.varve.runtime.value.Box;
import dev.varve.runtime.value.Cidr;
import dev.varve.runtime.value.Inet;
import dev.varve.runtime.value.Interval;
import dev.varve.runtime.value.MacAddress;
import dev.varve.runtime.value.MultiRange;
import dev.varve.runtime.value.Point;
import dev.varve.runtime.value.Range;
import dev.varve.runtime.value.TsVector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.Period;
import java.util.List;
import java.util.Map;

/**
 * A new row of {@code values}. What is not given is left to its default, or is NULL.
 */
public final class ValueInsert extends NewRow<ValueTable> {
  private ValueInsert(Object[] values) {
    super(values);
  }

  public static ValueInsert of(byte id, char letter, Byte[] bytes, BigInteger big, OffsetTime time,
      Duration lasts, Interval interval, List<Interval> intervals, Inet inet, InetAddress host,
      Cidr network, MacAddress mac, BitString bits, BitString three, Point point, Box box,
      Box[] boxes, TsVector words, Range<Integer> numbers, List<Range<LocalDate>> days,
      MultiRange<BigDecimal> amounts, Range<String> names, BigDecimal money,
      List<BigDecimal> moneys, int small, long oid, String code, String any, String xml,
      Label label, List<Label> labels, List<Json> documents, String document, String email,
      Map<String, String> attributes, List<String> paths, int positive, Price price,
      List<Price> prices, Mood mood, List<Mood> moods, List<List<Integer>> matrix,
      List<String[]> names2) {
    return new ValueInsert(new Object[] {id, letter, null, bytes, big, time, lasts, null, interval,
        intervals, inet, host, network, mac, bits, three, point, box, boxes, words, numbers, null,
        days, amounts, names, money, moneys, small, oid, code, any, xml, null, label, labels,
        documents, document, email, null, attributes, paths, positive, price, null, prices, mood,
        null, moods, matrix, null, names2});
  }

  public ValueInsert letterMaybe(Character letterMaybe) {
    return new ValueInsert(with(2, letterMaybe));
  }

  public ValueInsert period(Period period) {
    return new ValueInsert(with(7, period));
  }

  public ValueInsert during(Range<Instant> during) {
    return new ValueInsert(with(21, during));
  }

  public ValueInsert address(String address) {
    return new ValueInsert(with(32, address));
  }

  public ValueInsert emailMaybe(String emailMaybe) {
    return new ValueInsert(with(38, emailMaybe));
  }

  public ValueInsert priceMaybe(Price priceMaybe) {
    return new ValueInsert(with(43, priceMaybe));
  }

  public ValueInsert moodMaybe(Mood moodMaybe) {
    return new ValueInsert(with(46, moodMaybe));
  }

  public ValueInsert grid(int[][] grid) {
    return new ValueInsert(with(49, grid));
  }
}
