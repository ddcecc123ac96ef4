package values;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.Patch;
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
public final class ValuePatch extends Patch<ValueTable> {
  private ValuePatch() {
    super(51);
  }

  private ValuePatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static ValuePatch of() {
    return new ValuePatch();
  }

  public ValuePatch id(byte id) {
    return new ValuePatch(with(0, id));
  }

  public ValuePatch letter(char letter) {
    return new ValuePatch(with(1, letter));
  }

  public ValuePatch letterMaybe(Character letterMaybe) {
    return new ValuePatch(with(2, letterMaybe));
  }

  public ValuePatch letterMaybeNull() {
    return new ValuePatch(withNull(2));
  }

  public ValuePatch bytes(Byte[] bytes) {
    return new ValuePatch(with(3, bytes));
  }

  public ValuePatch big(BigInteger big) {
    return new ValuePatch(with(4, big));
  }

  public ValuePatch time(OffsetTime time) {
    return new ValuePatch(with(5, time));
  }

  public ValuePatch lasts(Duration lasts) {
    return new ValuePatch(with(6, lasts));
  }

  public ValuePatch period(Period period) {
    return new ValuePatch(with(7, period));
  }

  public ValuePatch periodNull() {
    return new ValuePatch(withNull(7));
  }

  public ValuePatch interval(Interval interval) {
    return new ValuePatch(with(8, interval));
  }

  public ValuePatch intervals(List<Interval> intervals) {
    return new ValuePatch(with(9, intervals));
  }

  public ValuePatch inet(Inet inet) {
    return new ValuePatch(with(10, inet));
  }

  public ValuePatch host(InetAddress host) {
    return new ValuePatch(with(11, host));
  }

  public ValuePatch network(Cidr network) {
    return new ValuePatch(with(12, network));
  }

  public ValuePatch mac(MacAddress mac) {
    return new ValuePatch(with(13, mac));
  }

  public ValuePatch bits(BitString bits) {
    return new ValuePatch(with(14, bits));
  }

  public ValuePatch three(BitString three) {
    return new ValuePatch(with(15, three));
  }

  public ValuePatch point(Point point) {
    return new ValuePatch(with(16, point));
  }

  public ValuePatch box(Box box) {
    return new ValuePatch(with(17, box));
  }

  public ValuePatch boxes(Box[] boxes) {
    return new ValuePatch(with(18, boxes));
  }

  public ValuePatch words(TsVector words) {
    return new ValuePatch(with(19, words));
  }

  public ValuePatch numbers(Range<Integer> numbers) {
    return new ValuePatch(with(20, numbers));
  }

  public ValuePatch during(Range<Instant> during) {
    return new ValuePatch(with(21, during));
  }

  public ValuePatch duringNull() {
    return new ValuePatch(withNull(21));
  }

  public ValuePatch days(List<Range<LocalDate>> days) {
    return new ValuePatch(with(22, days));
  }

  public ValuePatch amounts(MultiRange<BigDecimal> amounts) {
    return new ValuePatch(with(23, amounts));
  }

  public ValuePatch names(Range<String> names) {
    return new ValuePatch(with(24, names));
  }

  public ValuePatch money(BigDecimal money) {
    return new ValuePatch(with(25, money));
  }

  public ValuePatch moneys(List<BigDecimal> moneys) {
    return new ValuePatch(with(26, moneys));
  }

  public ValuePatch small(int small) {
    return new ValuePatch(with(27, small));
  }

  public ValuePatch oid(long oid) {
    return new ValuePatch(with(28, oid));
  }

  public ValuePatch code(String code) {
    return new ValuePatch(with(29, code));
  }

  public ValuePatch any(String any) {
    return new ValuePatch(with(30, any));
  }

  public ValuePatch xml(String xml) {
    return new ValuePatch(with(31, xml));
  }

  public ValuePatch address(String address) {
    return new ValuePatch(with(32, address));
  }

  public ValuePatch addressNull() {
    return new ValuePatch(withNull(32));
  }

  public ValuePatch label(Label label) {
    return new ValuePatch(with(33, label));
  }

  public ValuePatch labels(List<Label> labels) {
    return new ValuePatch(with(34, labels));
  }

  public ValuePatch documents(List<Json> documents) {
    return new ValuePatch(with(35, documents));
  }

  public ValuePatch document(String document) {
    return new ValuePatch(with(36, document));
  }

  public ValuePatch email(String email) {
    return new ValuePatch(with(37, email));
  }

  public ValuePatch emailMaybe(String emailMaybe) {
    return new ValuePatch(with(38, emailMaybe));
  }

  public ValuePatch emailMaybeNull() {
    return new ValuePatch(withNull(38));
  }

  public ValuePatch attributes(Map<String, String> attributes) {
    return new ValuePatch(with(39, attributes));
  }

  public ValuePatch paths(List<String> paths) {
    return new ValuePatch(with(40, paths));
  }

  public ValuePatch positive(int positive) {
    return new ValuePatch(with(41, positive));
  }

  public ValuePatch price(Price price) {
    return new ValuePatch(with(42, price));
  }

  public ValuePatch priceMaybe(Price priceMaybe) {
    return new ValuePatch(with(43, priceMaybe));
  }

  public ValuePatch priceMaybeNull() {
    return new ValuePatch(withNull(43));
  }

  public ValuePatch prices(List<Price> prices) {
    return new ValuePatch(with(44, prices));
  }

  public ValuePatch mood(Mood mood) {
    return new ValuePatch(with(45, mood));
  }

  public ValuePatch moodMaybe(Mood moodMaybe) {
    return new ValuePatch(with(46, moodMaybe));
  }

  public ValuePatch moodMaybeNull() {
    return new ValuePatch(withNull(46));
  }

  public ValuePatch moods(List<Mood> moods) {
    return new ValuePatch(with(47, moods));
  }

  public ValuePatch matrix(List<List<Integer>> matrix) {
    return new ValuePatch(with(48, matrix));
  }

  public ValuePatch grid(int[][] grid) {
    return new ValuePatch(with(49, grid));
  }

  public ValuePatch gridNull() {
    return new ValuePatch(withNull(49));
  }

  public ValuePatch names2(List<String[]> names2) {
    return new ValuePatch(with(50, names2));
  }
}
