package everything;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.Patch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Changes to rows of {@code everything}.
 */
public final class EverythingPatch extends Patch<EverythingTable> {
  private EverythingPatch() {
    super(113);
  }

  private EverythingPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static EverythingPatch of() {
    return new EverythingPatch();
  }

  public EverythingPatch id(int id) {
    return new EverythingPatch(with(0, id));
  }

  public EverythingPatch bool(boolean bool) {
    return new EverythingPatch(with(1, bool));
  }

  public EverythingPatch boolBox(Boolean boolBox) {
    return new EverythingPatch(with(2, boolBox));
  }

  public EverythingPatch boolMaybe(Boolean boolMaybe) {
    return new EverythingPatch(with(3, boolMaybe));
  }

  public EverythingPatch boolMaybeNull() {
    return new EverythingPatch(withNull(3));
  }

  public EverythingPatch boolOrNull(Boolean boolOrNull) {
    return new EverythingPatch(with(4, boolOrNull));
  }

  public EverythingPatch boolOrNullNull() {
    return new EverythingPatch(withNull(4));
  }

  public EverythingPatch boolList(List<Boolean> boolList) {
    return new EverythingPatch(with(5, boolList));
  }

  public EverythingPatch boolListMaybe(List<Boolean> boolListMaybe) {
    return new EverythingPatch(with(6, boolListMaybe));
  }

  public EverythingPatch boolListMaybeNull() {
    return new EverythingPatch(withNull(6));
  }

  public EverythingPatch boolBoxes(Boolean[] boolBoxes) {
    return new EverythingPatch(with(7, boolBoxes));
  }

  public EverythingPatch boolArray(boolean[] boolArray) {
    return new EverythingPatch(with(8, boolArray));
  }

  public EverythingPatch small(short small) {
    return new EverythingPatch(with(9, small));
  }

  public EverythingPatch smallBox(Short smallBox) {
    return new EverythingPatch(with(10, smallBox));
  }

  public EverythingPatch smallMaybe(Short smallMaybe) {
    return new EverythingPatch(with(11, smallMaybe));
  }

  public EverythingPatch smallMaybeNull() {
    return new EverythingPatch(withNull(11));
  }

  public EverythingPatch smallOrNull(Short smallOrNull) {
    return new EverythingPatch(with(12, smallOrNull));
  }

  public EverythingPatch smallOrNullNull() {
    return new EverythingPatch(withNull(12));
  }

  public EverythingPatch smallList(List<Short> smallList) {
    return new EverythingPatch(with(13, smallList));
  }

  public EverythingPatch smallListMaybe(List<Short> smallListMaybe) {
    return new EverythingPatch(with(14, smallListMaybe));
  }

  public EverythingPatch smallListMaybeNull() {
    return new EverythingPatch(withNull(14));
  }

  public EverythingPatch smallBoxes(Short[] smallBoxes) {
    return new EverythingPatch(with(15, smallBoxes));
  }

  public EverythingPatch smallArray(short[] smallArray) {
    return new EverythingPatch(with(16, smallArray));
  }

  public EverythingPatch number(int number) {
    return new EverythingPatch(with(17, number));
  }

  public EverythingPatch numberBox(Integer numberBox) {
    return new EverythingPatch(with(18, numberBox));
  }

  public EverythingPatch numberMaybe(Integer numberMaybe) {
    return new EverythingPatch(with(19, numberMaybe));
  }

  public EverythingPatch numberMaybeNull() {
    return new EverythingPatch(withNull(19));
  }

  public EverythingPatch numberOrNull(Integer numberOrNull) {
    return new EverythingPatch(with(20, numberOrNull));
  }

  public EverythingPatch numberOrNullNull() {
    return new EverythingPatch(withNull(20));
  }

  public EverythingPatch numberList(List<Integer> numberList) {
    return new EverythingPatch(with(21, numberList));
  }

  public EverythingPatch numberListMaybe(List<Integer> numberListMaybe) {
    return new EverythingPatch(with(22, numberListMaybe));
  }

  public EverythingPatch numberListMaybeNull() {
    return new EverythingPatch(withNull(22));
  }

  public EverythingPatch numberBoxes(Integer[] numberBoxes) {
    return new EverythingPatch(with(23, numberBoxes));
  }

  public EverythingPatch numberArray(int[] numberArray) {
    return new EverythingPatch(with(24, numberArray));
  }

  public EverythingPatch big(long big) {
    return new EverythingPatch(with(25, big));
  }

  public EverythingPatch bigBox(Long bigBox) {
    return new EverythingPatch(with(26, bigBox));
  }

  public EverythingPatch bigMaybe(Long bigMaybe) {
    return new EverythingPatch(with(27, bigMaybe));
  }

  public EverythingPatch bigMaybeNull() {
    return new EverythingPatch(withNull(27));
  }

  public EverythingPatch bigOrNull(Long bigOrNull) {
    return new EverythingPatch(with(28, bigOrNull));
  }

  public EverythingPatch bigOrNullNull() {
    return new EverythingPatch(withNull(28));
  }

  public EverythingPatch bigList(List<Long> bigList) {
    return new EverythingPatch(with(29, bigList));
  }

  public EverythingPatch bigListMaybe(List<Long> bigListMaybe) {
    return new EverythingPatch(with(30, bigListMaybe));
  }

  public EverythingPatch bigListMaybeNull() {
    return new EverythingPatch(withNull(30));
  }

  public EverythingPatch bigBoxes(Long[] bigBoxes) {
    return new EverythingPatch(with(31, bigBoxes));
  }

  public EverythingPatch bigArray(long[] bigArray) {
    return new EverythingPatch(with(32, bigArray));
  }

  public EverythingPatch real(float real) {
    return new EverythingPatch(with(33, real));
  }

  public EverythingPatch realBox(Float realBox) {
    return new EverythingPatch(with(34, realBox));
  }

  public EverythingPatch realMaybe(Float realMaybe) {
    return new EverythingPatch(with(35, realMaybe));
  }

  public EverythingPatch realMaybeNull() {
    return new EverythingPatch(withNull(35));
  }

  public EverythingPatch realOrNull(Float realOrNull) {
    return new EverythingPatch(with(36, realOrNull));
  }

  public EverythingPatch realOrNullNull() {
    return new EverythingPatch(withNull(36));
  }

  public EverythingPatch realList(List<Float> realList) {
    return new EverythingPatch(with(37, realList));
  }

  public EverythingPatch realListMaybe(List<Float> realListMaybe) {
    return new EverythingPatch(with(38, realListMaybe));
  }

  public EverythingPatch realListMaybeNull() {
    return new EverythingPatch(withNull(38));
  }

  public EverythingPatch realBoxes(Float[] realBoxes) {
    return new EverythingPatch(with(39, realBoxes));
  }

  public EverythingPatch realArray(float[] realArray) {
    return new EverythingPatch(with(40, realArray));
  }

  public EverythingPatch precise(double precise) {
    return new EverythingPatch(with(41, precise));
  }

  public EverythingPatch preciseBox(Double preciseBox) {
    return new EverythingPatch(with(42, preciseBox));
  }

  public EverythingPatch preciseMaybe(Double preciseMaybe) {
    return new EverythingPatch(with(43, preciseMaybe));
  }

  public EverythingPatch preciseMaybeNull() {
    return new EverythingPatch(withNull(43));
  }

  public EverythingPatch preciseOrNull(Double preciseOrNull) {
    return new EverythingPatch(with(44, preciseOrNull));
  }

  public EverythingPatch preciseOrNullNull() {
    return new EverythingPatch(withNull(44));
  }

  public EverythingPatch preciseList(List<Double> preciseList) {
    return new EverythingPatch(with(45, preciseList));
  }

  public EverythingPatch preciseListMaybe(List<Double> preciseListMaybe) {
    return new EverythingPatch(with(46, preciseListMaybe));
  }

  public EverythingPatch preciseListMaybeNull() {
    return new EverythingPatch(withNull(46));
  }

  public EverythingPatch preciseBoxes(Double[] preciseBoxes) {
    return new EverythingPatch(with(47, preciseBoxes));
  }

  public EverythingPatch preciseArray(double[] preciseArray) {
    return new EverythingPatch(with(48, preciseArray));
  }

  public EverythingPatch moneyBox(BigDecimal moneyBox) {
    return new EverythingPatch(with(49, moneyBox));
  }

  public EverythingPatch moneyMaybe(BigDecimal moneyMaybe) {
    return new EverythingPatch(with(50, moneyMaybe));
  }

  public EverythingPatch moneyMaybeNull() {
    return new EverythingPatch(withNull(50));
  }

  public EverythingPatch moneyOrNull(BigDecimal moneyOrNull) {
    return new EverythingPatch(with(51, moneyOrNull));
  }

  public EverythingPatch moneyOrNullNull() {
    return new EverythingPatch(withNull(51));
  }

  public EverythingPatch moneyList(List<BigDecimal> moneyList) {
    return new EverythingPatch(with(52, moneyList));
  }

  public EverythingPatch moneyListMaybe(List<BigDecimal> moneyListMaybe) {
    return new EverythingPatch(with(53, moneyListMaybe));
  }

  public EverythingPatch moneyListMaybeNull() {
    return new EverythingPatch(withNull(53));
  }

  public EverythingPatch moneyBoxes(BigDecimal[] moneyBoxes) {
    return new EverythingPatch(with(54, moneyBoxes));
  }

  public EverythingPatch textBox(String textBox) {
    return new EverythingPatch(with(55, textBox));
  }

  public EverythingPatch textMaybe(String textMaybe) {
    return new EverythingPatch(with(56, textMaybe));
  }

  public EverythingPatch textMaybeNull() {
    return new EverythingPatch(withNull(56));
  }

  public EverythingPatch textOrNull(String textOrNull) {
    return new EverythingPatch(with(57, textOrNull));
  }

  public EverythingPatch textOrNullNull() {
    return new EverythingPatch(withNull(57));
  }

  public EverythingPatch textList(List<String> textList) {
    return new EverythingPatch(with(58, textList));
  }

  public EverythingPatch textListMaybe(List<String> textListMaybe) {
    return new EverythingPatch(with(59, textListMaybe));
  }

  public EverythingPatch textListMaybeNull() {
    return new EverythingPatch(withNull(59));
  }

  public EverythingPatch textBoxes(String[] textBoxes) {
    return new EverythingPatch(with(60, textBoxes));
  }

  public EverythingPatch uuidBox(UUID uuidBox) {
    return new EverythingPatch(with(61, uuidBox));
  }

  public EverythingPatch uuidMaybe(UUID uuidMaybe) {
    return new EverythingPatch(with(62, uuidMaybe));
  }

  public EverythingPatch uuidMaybeNull() {
    return new EverythingPatch(withNull(62));
  }

  public EverythingPatch uuidOrNull(UUID uuidOrNull) {
    return new EverythingPatch(with(63, uuidOrNull));
  }

  public EverythingPatch uuidOrNullNull() {
    return new EverythingPatch(withNull(63));
  }

  public EverythingPatch uuidList(List<UUID> uuidList) {
    return new EverythingPatch(with(64, uuidList));
  }

  public EverythingPatch uuidListMaybe(List<UUID> uuidListMaybe) {
    return new EverythingPatch(with(65, uuidListMaybe));
  }

  public EverythingPatch uuidListMaybeNull() {
    return new EverythingPatch(withNull(65));
  }

  public EverythingPatch uuidBoxes(UUID[] uuidBoxes) {
    return new EverythingPatch(with(66, uuidBoxes));
  }

  public EverythingPatch instantBox(Instant instantBox) {
    return new EverythingPatch(with(67, instantBox));
  }

  public EverythingPatch instantMaybe(Instant instantMaybe) {
    return new EverythingPatch(with(68, instantMaybe));
  }

  public EverythingPatch instantMaybeNull() {
    return new EverythingPatch(withNull(68));
  }

  public EverythingPatch instantOrNull(Instant instantOrNull) {
    return new EverythingPatch(with(69, instantOrNull));
  }

  public EverythingPatch instantOrNullNull() {
    return new EverythingPatch(withNull(69));
  }

  public EverythingPatch instantList(List<Instant> instantList) {
    return new EverythingPatch(with(70, instantList));
  }

  public EverythingPatch instantListMaybe(List<Instant> instantListMaybe) {
    return new EverythingPatch(with(71, instantListMaybe));
  }

  public EverythingPatch instantListMaybeNull() {
    return new EverythingPatch(withNull(71));
  }

  public EverythingPatch instantBoxes(Instant[] instantBoxes) {
    return new EverythingPatch(with(72, instantBoxes));
  }

  public EverythingPatch offsetBox(OffsetDateTime offsetBox) {
    return new EverythingPatch(with(73, offsetBox));
  }

  public EverythingPatch offsetMaybe(OffsetDateTime offsetMaybe) {
    return new EverythingPatch(with(74, offsetMaybe));
  }

  public EverythingPatch offsetMaybeNull() {
    return new EverythingPatch(withNull(74));
  }

  public EverythingPatch offsetOrNull(OffsetDateTime offsetOrNull) {
    return new EverythingPatch(with(75, offsetOrNull));
  }

  public EverythingPatch offsetOrNullNull() {
    return new EverythingPatch(withNull(75));
  }

  public EverythingPatch offsetList(List<OffsetDateTime> offsetList) {
    return new EverythingPatch(with(76, offsetList));
  }

  public EverythingPatch offsetListMaybe(List<OffsetDateTime> offsetListMaybe) {
    return new EverythingPatch(with(77, offsetListMaybe));
  }

  public EverythingPatch offsetListMaybeNull() {
    return new EverythingPatch(withNull(77));
  }

  public EverythingPatch offsetBoxes(OffsetDateTime[] offsetBoxes) {
    return new EverythingPatch(with(78, offsetBoxes));
  }

  public EverythingPatch dayBox(LocalDate dayBox) {
    return new EverythingPatch(with(79, dayBox));
  }

  public EverythingPatch dayMaybe(LocalDate dayMaybe) {
    return new EverythingPatch(with(80, dayMaybe));
  }

  public EverythingPatch dayMaybeNull() {
    return new EverythingPatch(withNull(80));
  }

  public EverythingPatch dayOrNull(LocalDate dayOrNull) {
    return new EverythingPatch(with(81, dayOrNull));
  }

  public EverythingPatch dayOrNullNull() {
    return new EverythingPatch(withNull(81));
  }

  public EverythingPatch dayList(List<LocalDate> dayList) {
    return new EverythingPatch(with(82, dayList));
  }

  public EverythingPatch dayListMaybe(List<LocalDate> dayListMaybe) {
    return new EverythingPatch(with(83, dayListMaybe));
  }

  public EverythingPatch dayListMaybeNull() {
    return new EverythingPatch(withNull(83));
  }

  public EverythingPatch dayBoxes(LocalDate[] dayBoxes) {
    return new EverythingPatch(with(84, dayBoxes));
  }

  public EverythingPatch clockBox(LocalTime clockBox) {
    return new EverythingPatch(with(85, clockBox));
  }

  public EverythingPatch clockMaybe(LocalTime clockMaybe) {
    return new EverythingPatch(with(86, clockMaybe));
  }

  public EverythingPatch clockMaybeNull() {
    return new EverythingPatch(withNull(86));
  }

  public EverythingPatch clockOrNull(LocalTime clockOrNull) {
    return new EverythingPatch(with(87, clockOrNull));
  }

  public EverythingPatch clockOrNullNull() {
    return new EverythingPatch(withNull(87));
  }

  public EverythingPatch clockList(List<LocalTime> clockList) {
    return new EverythingPatch(with(88, clockList));
  }

  public EverythingPatch clockListMaybe(List<LocalTime> clockListMaybe) {
    return new EverythingPatch(with(89, clockListMaybe));
  }

  public EverythingPatch clockListMaybeNull() {
    return new EverythingPatch(withNull(89));
  }

  public EverythingPatch clockBoxes(LocalTime[] clockBoxes) {
    return new EverythingPatch(with(90, clockBoxes));
  }

  public EverythingPatch localBox(LocalDateTime localBox) {
    return new EverythingPatch(with(91, localBox));
  }

  public EverythingPatch localMaybe(LocalDateTime localMaybe) {
    return new EverythingPatch(with(92, localMaybe));
  }

  public EverythingPatch localMaybeNull() {
    return new EverythingPatch(withNull(92));
  }

  public EverythingPatch localOrNull(LocalDateTime localOrNull) {
    return new EverythingPatch(with(93, localOrNull));
  }

  public EverythingPatch localOrNullNull() {
    return new EverythingPatch(withNull(93));
  }

  public EverythingPatch localList(List<LocalDateTime> localList) {
    return new EverythingPatch(with(94, localList));
  }

  public EverythingPatch localListMaybe(List<LocalDateTime> localListMaybe) {
    return new EverythingPatch(with(95, localListMaybe));
  }

  public EverythingPatch localListMaybeNull() {
    return new EverythingPatch(withNull(95));
  }

  public EverythingPatch localBoxes(LocalDateTime[] localBoxes) {
    return new EverythingPatch(with(96, localBoxes));
  }

  public EverythingPatch moodBox(Mood moodBox) {
    return new EverythingPatch(with(97, moodBox));
  }

  public EverythingPatch moodMaybe(Mood moodMaybe) {
    return new EverythingPatch(with(98, moodMaybe));
  }

  public EverythingPatch moodMaybeNull() {
    return new EverythingPatch(withNull(98));
  }

  public EverythingPatch moodOrNull(Mood moodOrNull) {
    return new EverythingPatch(with(99, moodOrNull));
  }

  public EverythingPatch moodOrNullNull() {
    return new EverythingPatch(withNull(99));
  }

  public EverythingPatch moodList(List<Mood> moodList) {
    return new EverythingPatch(with(100, moodList));
  }

  public EverythingPatch moodListMaybe(List<Mood> moodListMaybe) {
    return new EverythingPatch(with(101, moodListMaybe));
  }

  public EverythingPatch moodListMaybeNull() {
    return new EverythingPatch(withNull(101));
  }

  public EverythingPatch moodBoxes(Mood[] moodBoxes) {
    return new EverythingPatch(with(102, moodBoxes));
  }

  public EverythingPatch bytes(byte[] bytes) {
    return new EverythingPatch(with(103, bytes));
  }

  public EverythingPatch bytesMaybe(byte[] bytesMaybe) {
    return new EverythingPatch(with(104, bytesMaybe));
  }

  public EverythingPatch bytesMaybeNull() {
    return new EverythingPatch(withNull(104));
  }

  public EverythingPatch bytesList(List<byte[]> bytesList) {
    return new EverythingPatch(with(105, bytesList));
  }

  public EverythingPatch bytesArray(byte[][] bytesArray) {
    return new EverythingPatch(with(106, bytesArray));
  }

  public EverythingPatch json(Json json) {
    return new EverythingPatch(with(107, json));
  }

  public EverythingPatch jsonMaybe(Json jsonMaybe) {
    return new EverythingPatch(with(108, jsonMaybe));
  }

  public EverythingPatch jsonMaybeNull() {
    return new EverythingPatch(withNull(108));
  }

  public EverythingPatch document(Document document) {
    return new EverythingPatch(with(109, document));
  }

  public EverythingPatch documentMaybe(Document documentMaybe) {
    return new EverythingPatch(with(110, documentMaybe));
  }

  public EverythingPatch documentMaybeNull() {
    return new EverythingPatch(withNull(110));
  }

  public EverythingPatch documents(List<Document> documents) {
    return new EverythingPatch(with(111, documents));
  }

  public EverythingPatch documentMap(Map<String, Document> documentMap) {
    return new EverythingPatch(with(112, documentMap));
  }
}
