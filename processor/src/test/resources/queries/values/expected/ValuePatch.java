package values;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.TablePatch;
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
 * Changes to rows of {@code values}.
 */
public final class ValuePatch extends TablePatch<ValueTable, ValuePatch> {
  private ValuePatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static ValuePatch of() {
    return new ValuePatch(nothing(51));
  }

  @Override
  protected ValuePatch copy(Object[] values) {
    return new ValuePatch(values);
  }

  public ValuePatch id(byte id) {
    return set(0, id);
  }

  public ValuePatch letter(char letter) {
    return set(1, letter);
  }

  public ValuePatch letterMaybe(Character letterMaybe) {
    return set(2, letterMaybe);
  }

  public ValuePatch letterMaybeNull() {
    return setNull(2, 1);
  }

  public ValuePatch bytes(Byte[] bytes) {
    return set(3, bytes);
  }

  public ValuePatch big(BigInteger big) {
    return set(4, big);
  }

  public ValuePatch time(OffsetTime time) {
    return set(5, time);
  }

  public ValuePatch lasts(Duration lasts) {
    return set(6, lasts);
  }

  public ValuePatch period(Period period) {
    return set(7, period);
  }

  public ValuePatch periodNull() {
    return setNull(7, 1);
  }

  public ValuePatch interval(Interval interval) {
    return set(8, interval);
  }

  public ValuePatch intervals(List<Interval> intervals) {
    return set(9, intervals);
  }

  public ValuePatch inet(Inet inet) {
    return set(10, inet);
  }

  public ValuePatch host(InetAddress host) {
    return set(11, host);
  }

  public ValuePatch network(Cidr network) {
    return set(12, network);
  }

  public ValuePatch mac(MacAddress mac) {
    return set(13, mac);
  }

  public ValuePatch bits(BitString bits) {
    return set(14, bits);
  }

  public ValuePatch three(BitString three) {
    return set(15, three);
  }

  public ValuePatch point(Point point) {
    return set(16, point);
  }

  public ValuePatch box(Box box) {
    return set(17, box);
  }

  public ValuePatch boxes(Box[] boxes) {
    return set(18, boxes);
  }

  public ValuePatch words(TsVector words) {
    return set(19, words);
  }

  public ValuePatch numbers(Range<Integer> numbers) {
    return set(20, numbers);
  }

  public ValuePatch during(Range<Instant> during) {
    return set(21, during);
  }

  public ValuePatch duringNull() {
    return setNull(21, 1);
  }

  public ValuePatch days(List<Range<LocalDate>> days) {
    return set(22, days);
  }

  public ValuePatch amounts(MultiRange<BigDecimal> amounts) {
    return set(23, amounts);
  }

  public ValuePatch names(Range<String> names) {
    return set(24, names);
  }

  public ValuePatch money(BigDecimal money) {
    return set(25, money);
  }

  public ValuePatch moneys(List<BigDecimal> moneys) {
    return set(26, moneys);
  }

  public ValuePatch small(int small) {
    return set(27, small);
  }

  public ValuePatch oid(long oid) {
    return set(28, oid);
  }

  public ValuePatch code(String code) {
    return set(29, code);
  }

  public ValuePatch any(String any) {
    return set(30, any);
  }

  public ValuePatch xml(String xml) {
    return set(31, xml);
  }

  public ValuePatch address(String address) {
    return set(32, address);
  }

  public ValuePatch addressNull() {
    return setNull(32, 1);
  }

  public ValuePatch label(Label label) {
    return set(33, label);
  }

  public ValuePatch labels(List<Label> labels) {
    return set(34, labels);
  }

  public ValuePatch documents(List<Json> documents) {
    return set(35, documents);
  }

  public ValuePatch document(String document) {
    return set(36, document);
  }

  public ValuePatch email(String email) {
    return set(37, email);
  }

  public ValuePatch emailMaybe(String emailMaybe) {
    return set(38, emailMaybe);
  }

  public ValuePatch emailMaybeNull() {
    return setNull(38, 1);
  }

  public ValuePatch attributes(Map<String, String> attributes) {
    return set(39, attributes);
  }

  public ValuePatch paths(List<String> paths) {
    return set(40, paths);
  }

  public ValuePatch positive(int positive) {
    return set(41, positive);
  }

  public ValuePatch price(Price price) {
    return set(42, price);
  }

  public ValuePatch priceMaybe(Price priceMaybe) {
    return set(43, priceMaybe);
  }

  public ValuePatch priceMaybeNull() {
    return setNull(43, 1);
  }

  public ValuePatch prices(List<Price> prices) {
    return set(44, prices);
  }

  public ValuePatch mood(Mood mood) {
    return set(45, mood);
  }

  public ValuePatch moodMaybe(Mood moodMaybe) {
    return set(46, moodMaybe);
  }

  public ValuePatch moodMaybeNull() {
    return setNull(46, 1);
  }

  public ValuePatch moods(List<Mood> moods) {
    return set(47, moods);
  }

  public ValuePatch matrix(List<List<Integer>> matrix) {
    return set(48, matrix);
  }

  public ValuePatch grid(int[][] grid) {
    return set(49, grid);
  }

  public ValuePatch gridNull() {
    return setNull(49, 1);
  }

  public ValuePatch names2(List<String[]> names2) {
    return set(50, names2);
  }
}
