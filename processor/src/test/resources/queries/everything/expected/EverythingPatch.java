package everything;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.TablePatch;
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
public final class EverythingPatch extends TablePatch<EverythingTable, EverythingPatch> {
  private EverythingPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static EverythingPatch of() {
    return new EverythingPatch(nothing(113));
  }

  @Override
  protected EverythingPatch copy(Object[] values) {
    return new EverythingPatch(values);
  }

  public EverythingPatch id(int id) {
    return set(0, id);
  }

  public EverythingPatch bool(boolean bool) {
    return set(1, bool);
  }

  public EverythingPatch boolBox(Boolean boolBox) {
    return set(2, boolBox);
  }

  public EverythingPatch boolMaybe(Boolean boolMaybe) {
    return set(3, boolMaybe);
  }

  public EverythingPatch boolMaybeNull() {
    return setNull(3, 1);
  }

  public EverythingPatch boolOrNull(Boolean boolOrNull) {
    return set(4, boolOrNull);
  }

  public EverythingPatch boolOrNullNull() {
    return setNull(4, 1);
  }

  public EverythingPatch boolList(List<Boolean> boolList) {
    return set(5, boolList);
  }

  public EverythingPatch boolListMaybe(List<Boolean> boolListMaybe) {
    return set(6, boolListMaybe);
  }

  public EverythingPatch boolListMaybeNull() {
    return setNull(6, 1);
  }

  public EverythingPatch boolBoxes(Boolean[] boolBoxes) {
    return set(7, boolBoxes);
  }

  public EverythingPatch boolArray(boolean[] boolArray) {
    return set(8, boolArray);
  }

  public EverythingPatch small(short small) {
    return set(9, small);
  }

  public EverythingPatch smallBox(Short smallBox) {
    return set(10, smallBox);
  }

  public EverythingPatch smallMaybe(Short smallMaybe) {
    return set(11, smallMaybe);
  }

  public EverythingPatch smallMaybeNull() {
    return setNull(11, 1);
  }

  public EverythingPatch smallOrNull(Short smallOrNull) {
    return set(12, smallOrNull);
  }

  public EverythingPatch smallOrNullNull() {
    return setNull(12, 1);
  }

  public EverythingPatch smallList(List<Short> smallList) {
    return set(13, smallList);
  }

  public EverythingPatch smallListMaybe(List<Short> smallListMaybe) {
    return set(14, smallListMaybe);
  }

  public EverythingPatch smallListMaybeNull() {
    return setNull(14, 1);
  }

  public EverythingPatch smallBoxes(Short[] smallBoxes) {
    return set(15, smallBoxes);
  }

  public EverythingPatch smallArray(short[] smallArray) {
    return set(16, smallArray);
  }

  public EverythingPatch number(int number) {
    return set(17, number);
  }

  public EverythingPatch numberBox(Integer numberBox) {
    return set(18, numberBox);
  }

  public EverythingPatch numberMaybe(Integer numberMaybe) {
    return set(19, numberMaybe);
  }

  public EverythingPatch numberMaybeNull() {
    return setNull(19, 1);
  }

  public EverythingPatch numberOrNull(Integer numberOrNull) {
    return set(20, numberOrNull);
  }

  public EverythingPatch numberOrNullNull() {
    return setNull(20, 1);
  }

  public EverythingPatch numberList(List<Integer> numberList) {
    return set(21, numberList);
  }

  public EverythingPatch numberListMaybe(List<Integer> numberListMaybe) {
    return set(22, numberListMaybe);
  }

  public EverythingPatch numberListMaybeNull() {
    return setNull(22, 1);
  }

  public EverythingPatch numberBoxes(Integer[] numberBoxes) {
    return set(23, numberBoxes);
  }

  public EverythingPatch numberArray(int[] numberArray) {
    return set(24, numberArray);
  }

  public EverythingPatch big(long big) {
    return set(25, big);
  }

  public EverythingPatch bigBox(Long bigBox) {
    return set(26, bigBox);
  }

  public EverythingPatch bigMaybe(Long bigMaybe) {
    return set(27, bigMaybe);
  }

  public EverythingPatch bigMaybeNull() {
    return setNull(27, 1);
  }

  public EverythingPatch bigOrNull(Long bigOrNull) {
    return set(28, bigOrNull);
  }

  public EverythingPatch bigOrNullNull() {
    return setNull(28, 1);
  }

  public EverythingPatch bigList(List<Long> bigList) {
    return set(29, bigList);
  }

  public EverythingPatch bigListMaybe(List<Long> bigListMaybe) {
    return set(30, bigListMaybe);
  }

  public EverythingPatch bigListMaybeNull() {
    return setNull(30, 1);
  }

  public EverythingPatch bigBoxes(Long[] bigBoxes) {
    return set(31, bigBoxes);
  }

  public EverythingPatch bigArray(long[] bigArray) {
    return set(32, bigArray);
  }

  public EverythingPatch real(float real) {
    return set(33, real);
  }

  public EverythingPatch realBox(Float realBox) {
    return set(34, realBox);
  }

  public EverythingPatch realMaybe(Float realMaybe) {
    return set(35, realMaybe);
  }

  public EverythingPatch realMaybeNull() {
    return setNull(35, 1);
  }

  public EverythingPatch realOrNull(Float realOrNull) {
    return set(36, realOrNull);
  }

  public EverythingPatch realOrNullNull() {
    return setNull(36, 1);
  }

  public EverythingPatch realList(List<Float> realList) {
    return set(37, realList);
  }

  public EverythingPatch realListMaybe(List<Float> realListMaybe) {
    return set(38, realListMaybe);
  }

  public EverythingPatch realListMaybeNull() {
    return setNull(38, 1);
  }

  public EverythingPatch realBoxes(Float[] realBoxes) {
    return set(39, realBoxes);
  }

  public EverythingPatch realArray(float[] realArray) {
    return set(40, realArray);
  }

  public EverythingPatch precise(double precise) {
    return set(41, precise);
  }

  public EverythingPatch preciseBox(Double preciseBox) {
    return set(42, preciseBox);
  }

  public EverythingPatch preciseMaybe(Double preciseMaybe) {
    return set(43, preciseMaybe);
  }

  public EverythingPatch preciseMaybeNull() {
    return setNull(43, 1);
  }

  public EverythingPatch preciseOrNull(Double preciseOrNull) {
    return set(44, preciseOrNull);
  }

  public EverythingPatch preciseOrNullNull() {
    return setNull(44, 1);
  }

  public EverythingPatch preciseList(List<Double> preciseList) {
    return set(45, preciseList);
  }

  public EverythingPatch preciseListMaybe(List<Double> preciseListMaybe) {
    return set(46, preciseListMaybe);
  }

  public EverythingPatch preciseListMaybeNull() {
    return setNull(46, 1);
  }

  public EverythingPatch preciseBoxes(Double[] preciseBoxes) {
    return set(47, preciseBoxes);
  }

  public EverythingPatch preciseArray(double[] preciseArray) {
    return set(48, preciseArray);
  }

  public EverythingPatch moneyBox(BigDecimal moneyBox) {
    return set(49, moneyBox);
  }

  public EverythingPatch moneyMaybe(BigDecimal moneyMaybe) {
    return set(50, moneyMaybe);
  }

  public EverythingPatch moneyMaybeNull() {
    return setNull(50, 1);
  }

  public EverythingPatch moneyOrNull(BigDecimal moneyOrNull) {
    return set(51, moneyOrNull);
  }

  public EverythingPatch moneyOrNullNull() {
    return setNull(51, 1);
  }

  public EverythingPatch moneyList(List<BigDecimal> moneyList) {
    return set(52, moneyList);
  }

  public EverythingPatch moneyListMaybe(List<BigDecimal> moneyListMaybe) {
    return set(53, moneyListMaybe);
  }

  public EverythingPatch moneyListMaybeNull() {
    return setNull(53, 1);
  }

  public EverythingPatch moneyBoxes(BigDecimal[] moneyBoxes) {
    return set(54, moneyBoxes);
  }

  public EverythingPatch textBox(String textBox) {
    return set(55, textBox);
  }

  public EverythingPatch textMaybe(String textMaybe) {
    return set(56, textMaybe);
  }

  public EverythingPatch textMaybeNull() {
    return setNull(56, 1);
  }

  public EverythingPatch textOrNull(String textOrNull) {
    return set(57, textOrNull);
  }

  public EverythingPatch textOrNullNull() {
    return setNull(57, 1);
  }

  public EverythingPatch textList(List<String> textList) {
    return set(58, textList);
  }

  public EverythingPatch textListMaybe(List<String> textListMaybe) {
    return set(59, textListMaybe);
  }

  public EverythingPatch textListMaybeNull() {
    return setNull(59, 1);
  }

  public EverythingPatch textBoxes(String[] textBoxes) {
    return set(60, textBoxes);
  }

  public EverythingPatch uuidBox(UUID uuidBox) {
    return set(61, uuidBox);
  }

  public EverythingPatch uuidMaybe(UUID uuidMaybe) {
    return set(62, uuidMaybe);
  }

  public EverythingPatch uuidMaybeNull() {
    return setNull(62, 1);
  }

  public EverythingPatch uuidOrNull(UUID uuidOrNull) {
    return set(63, uuidOrNull);
  }

  public EverythingPatch uuidOrNullNull() {
    return setNull(63, 1);
  }

  public EverythingPatch uuidList(List<UUID> uuidList) {
    return set(64, uuidList);
  }

  public EverythingPatch uuidListMaybe(List<UUID> uuidListMaybe) {
    return set(65, uuidListMaybe);
  }

  public EverythingPatch uuidListMaybeNull() {
    return setNull(65, 1);
  }

  public EverythingPatch uuidBoxes(UUID[] uuidBoxes) {
    return set(66, uuidBoxes);
  }

  public EverythingPatch instantBox(Instant instantBox) {
    return set(67, instantBox);
  }

  public EverythingPatch instantMaybe(Instant instantMaybe) {
    return set(68, instantMaybe);
  }

  public EverythingPatch instantMaybeNull() {
    return setNull(68, 1);
  }

  public EverythingPatch instantOrNull(Instant instantOrNull) {
    return set(69, instantOrNull);
  }

  public EverythingPatch instantOrNullNull() {
    return setNull(69, 1);
  }

  public EverythingPatch instantList(List<Instant> instantList) {
    return set(70, instantList);
  }

  public EverythingPatch instantListMaybe(List<Instant> instantListMaybe) {
    return set(71, instantListMaybe);
  }

  public EverythingPatch instantListMaybeNull() {
    return setNull(71, 1);
  }

  public EverythingPatch instantBoxes(Instant[] instantBoxes) {
    return set(72, instantBoxes);
  }

  public EverythingPatch offsetBox(OffsetDateTime offsetBox) {
    return set(73, offsetBox);
  }

  public EverythingPatch offsetMaybe(OffsetDateTime offsetMaybe) {
    return set(74, offsetMaybe);
  }

  public EverythingPatch offsetMaybeNull() {
    return setNull(74, 1);
  }

  public EverythingPatch offsetOrNull(OffsetDateTime offsetOrNull) {
    return set(75, offsetOrNull);
  }

  public EverythingPatch offsetOrNullNull() {
    return setNull(75, 1);
  }

  public EverythingPatch offsetList(List<OffsetDateTime> offsetList) {
    return set(76, offsetList);
  }

  public EverythingPatch offsetListMaybe(List<OffsetDateTime> offsetListMaybe) {
    return set(77, offsetListMaybe);
  }

  public EverythingPatch offsetListMaybeNull() {
    return setNull(77, 1);
  }

  public EverythingPatch offsetBoxes(OffsetDateTime[] offsetBoxes) {
    return set(78, offsetBoxes);
  }

  public EverythingPatch dayBox(LocalDate dayBox) {
    return set(79, dayBox);
  }

  public EverythingPatch dayMaybe(LocalDate dayMaybe) {
    return set(80, dayMaybe);
  }

  public EverythingPatch dayMaybeNull() {
    return setNull(80, 1);
  }

  public EverythingPatch dayOrNull(LocalDate dayOrNull) {
    return set(81, dayOrNull);
  }

  public EverythingPatch dayOrNullNull() {
    return setNull(81, 1);
  }

  public EverythingPatch dayList(List<LocalDate> dayList) {
    return set(82, dayList);
  }

  public EverythingPatch dayListMaybe(List<LocalDate> dayListMaybe) {
    return set(83, dayListMaybe);
  }

  public EverythingPatch dayListMaybeNull() {
    return setNull(83, 1);
  }

  public EverythingPatch dayBoxes(LocalDate[] dayBoxes) {
    return set(84, dayBoxes);
  }

  public EverythingPatch clockBox(LocalTime clockBox) {
    return set(85, clockBox);
  }

  public EverythingPatch clockMaybe(LocalTime clockMaybe) {
    return set(86, clockMaybe);
  }

  public EverythingPatch clockMaybeNull() {
    return setNull(86, 1);
  }

  public EverythingPatch clockOrNull(LocalTime clockOrNull) {
    return set(87, clockOrNull);
  }

  public EverythingPatch clockOrNullNull() {
    return setNull(87, 1);
  }

  public EverythingPatch clockList(List<LocalTime> clockList) {
    return set(88, clockList);
  }

  public EverythingPatch clockListMaybe(List<LocalTime> clockListMaybe) {
    return set(89, clockListMaybe);
  }

  public EverythingPatch clockListMaybeNull() {
    return setNull(89, 1);
  }

  public EverythingPatch clockBoxes(LocalTime[] clockBoxes) {
    return set(90, clockBoxes);
  }

  public EverythingPatch localBox(LocalDateTime localBox) {
    return set(91, localBox);
  }

  public EverythingPatch localMaybe(LocalDateTime localMaybe) {
    return set(92, localMaybe);
  }

  public EverythingPatch localMaybeNull() {
    return setNull(92, 1);
  }

  public EverythingPatch localOrNull(LocalDateTime localOrNull) {
    return set(93, localOrNull);
  }

  public EverythingPatch localOrNullNull() {
    return setNull(93, 1);
  }

  public EverythingPatch localList(List<LocalDateTime> localList) {
    return set(94, localList);
  }

  public EverythingPatch localListMaybe(List<LocalDateTime> localListMaybe) {
    return set(95, localListMaybe);
  }

  public EverythingPatch localListMaybeNull() {
    return setNull(95, 1);
  }

  public EverythingPatch localBoxes(LocalDateTime[] localBoxes) {
    return set(96, localBoxes);
  }

  public EverythingPatch moodBox(Mood moodBox) {
    return set(97, moodBox);
  }

  public EverythingPatch moodMaybe(Mood moodMaybe) {
    return set(98, moodMaybe);
  }

  public EverythingPatch moodMaybeNull() {
    return setNull(98, 1);
  }

  public EverythingPatch moodOrNull(Mood moodOrNull) {
    return set(99, moodOrNull);
  }

  public EverythingPatch moodOrNullNull() {
    return setNull(99, 1);
  }

  public EverythingPatch moodList(List<Mood> moodList) {
    return set(100, moodList);
  }

  public EverythingPatch moodListMaybe(List<Mood> moodListMaybe) {
    return set(101, moodListMaybe);
  }

  public EverythingPatch moodListMaybeNull() {
    return setNull(101, 1);
  }

  public EverythingPatch moodBoxes(Mood[] moodBoxes) {
    return set(102, moodBoxes);
  }

  public EverythingPatch bytes(byte[] bytes) {
    return set(103, bytes);
  }

  public EverythingPatch bytesMaybe(byte[] bytesMaybe) {
    return set(104, bytesMaybe);
  }

  public EverythingPatch bytesMaybeNull() {
    return setNull(104, 1);
  }

  public EverythingPatch bytesList(List<byte[]> bytesList) {
    return set(105, bytesList);
  }

  public EverythingPatch bytesArray(byte[][] bytesArray) {
    return set(106, bytesArray);
  }

  public EverythingPatch json(Json json) {
    return set(107, json);
  }

  public EverythingPatch jsonMaybe(Json jsonMaybe) {
    return set(108, jsonMaybe);
  }

  public EverythingPatch jsonMaybeNull() {
    return setNull(108, 1);
  }

  public EverythingPatch document(Document document) {
    return set(109, document);
  }

  public EverythingPatch documentMaybe(Document documentMaybe) {
    return set(110, documentMaybe);
  }

  public EverythingPatch documentMaybeNull() {
    return setNull(110, 1);
  }

  public EverythingPatch documents(List<Document> documents) {
    return set(111, documents);
  }

  public EverythingPatch documentMap(Map<String, Document> documentMap) {
    return set(112, documentMap);
  }
}
