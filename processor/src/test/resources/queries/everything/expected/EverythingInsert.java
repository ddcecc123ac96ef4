package everything;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.NewRow;
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
 * A new row of {@code everything}. What is not given is left to its default, or is NULL.
 */
public final class EverythingInsert extends NewRow<EverythingTable> {
  private EverythingInsert(Object[] values) {
    super(values);
  }

  public static EverythingInsert of(int id, boolean bool, Boolean boolBox, List<Boolean> boolList,
      Boolean[] boolBoxes, boolean[] boolArray, short small, Short smallBox, List<Short> smallList,
      Short[] smallBoxes, short[] smallArray, int number, Integer numberBox,
      List<Integer> numberList, Integer[] numberBoxes, int[] numberArray, long big, Long bigBox,
      List<Long> bigList, Long[] bigBoxes, long[] bigArray, float real, Float realBox,
      List<Float> realList, Float[] realBoxes, float[] realArray, double precise, Double preciseBox,
      List<Double> preciseList, Double[] preciseBoxes, double[] preciseArray, BigDecimal moneyBox,
      List<BigDecimal> moneyList, BigDecimal[] moneyBoxes, String textBox, List<String> textList,
      String[] textBoxes, UUID uuidBox, List<UUID> uuidList, UUID[] uuidBoxes, Instant instantBox,
      List<Instant> instantList, Instant[] instantBoxes, OffsetDateTime offsetBox,
      List<OffsetDateTime> offsetList, OffsetDateTime[] offsetBoxes, LocalDate dayBox,
      List<LocalDate> dayList, LocalDate[] dayBoxes, LocalTime clockBox, List<LocalTime> clockList,
      LocalTime[] clockBoxes, LocalDateTime localBox, List<LocalDateTime> localList,
      LocalDateTime[] localBoxes, Mood moodBox, List<Mood> moodList, Mood[] moodBoxes, byte[] bytes,
      List<byte[]> bytesList, byte[][] bytesArray, Json json, Document document,
      List<Document> documents, Map<String, Document> documentMap) {
    return new EverythingInsert(new Object[] {id, bool, boolBox, null, null, boolList, null,
        boolBoxes, boolArray, small, smallBox, null, null, smallList, null, smallBoxes, smallArray,
        number, numberBox, null, null, numberList, null, numberBoxes, numberArray, big, bigBox,
        null, null, bigList, null, bigBoxes, bigArray, real, realBox, null, null, realList, null,
        realBoxes, realArray, precise, preciseBox, null, null, preciseList, null, preciseBoxes,
        preciseArray, moneyBox, null, null, moneyList, null, moneyBoxes, textBox, null, null,
        textList, null, textBoxes, uuidBox, null, null, uuidList, null, uuidBoxes, instantBox, null,
        null, instantList, null, instantBoxes, offsetBox, null, null, offsetList, null, offsetBoxes,
        dayBox, null, null, dayList, null, dayBoxes, clockBox, null, null, clockList, null,
        clockBoxes, localBox, null, null, localList, null, localBoxes, moodBox, null, null,
        moodList, null, moodBoxes, bytes, null, bytesList, bytesArray, json, null, document, null,
        documents, documentMap});
  }

  public EverythingInsert boolMaybe(Boolean boolMaybe) {
    return new EverythingInsert(with(3, boolMaybe));
  }

  public EverythingInsert boolOrNull(Boolean boolOrNull) {
    return new EverythingInsert(with(4, boolOrNull));
  }

  public EverythingInsert boolListMaybe(List<Boolean> boolListMaybe) {
    return new EverythingInsert(with(6, boolListMaybe));
  }

  public EverythingInsert smallMaybe(Short smallMaybe) {
    return new EverythingInsert(with(11, smallMaybe));
  }

  public EverythingInsert smallOrNull(Short smallOrNull) {
    return new EverythingInsert(with(12, smallOrNull));
  }

  public EverythingInsert smallListMaybe(List<Short> smallListMaybe) {
    return new EverythingInsert(with(14, smallListMaybe));
  }

  public EverythingInsert numberMaybe(Integer numberMaybe) {
    return new EverythingInsert(with(19, numberMaybe));
  }

  public EverythingInsert numberOrNull(Integer numberOrNull) {
    return new EverythingInsert(with(20, numberOrNull));
  }

  public EverythingInsert numberListMaybe(List<Integer> numberListMaybe) {
    return new EverythingInsert(with(22, numberListMaybe));
  }

  public EverythingInsert bigMaybe(Long bigMaybe) {
    return new EverythingInsert(with(27, bigMaybe));
  }

  public EverythingInsert bigOrNull(Long bigOrNull) {
    return new EverythingInsert(with(28, bigOrNull));
  }

  public EverythingInsert bigListMaybe(List<Long> bigListMaybe) {
    return new EverythingInsert(with(30, bigListMaybe));
  }

  public EverythingInsert realMaybe(Float realMaybe) {
    return new EverythingInsert(with(35, realMaybe));
  }

  public EverythingInsert realOrNull(Float realOrNull) {
    return new EverythingInsert(with(36, realOrNull));
  }

  public EverythingInsert realListMaybe(List<Float> realListMaybe) {
    return new EverythingInsert(with(38, realListMaybe));
  }

  public EverythingInsert preciseMaybe(Double preciseMaybe) {
    return new EverythingInsert(with(43, preciseMaybe));
  }

  public EverythingInsert preciseOrNull(Double preciseOrNull) {
    return new EverythingInsert(with(44, preciseOrNull));
  }

  public EverythingInsert preciseListMaybe(List<Double> preciseListMaybe) {
    return new EverythingInsert(with(46, preciseListMaybe));
  }

  public EverythingInsert moneyMaybe(BigDecimal moneyMaybe) {
    return new EverythingInsert(with(50, moneyMaybe));
  }

  public EverythingInsert moneyOrNull(BigDecimal moneyOrNull) {
    return new EverythingInsert(with(51, moneyOrNull));
  }

  public EverythingInsert moneyListMaybe(List<BigDecimal> moneyListMaybe) {
    return new EverythingInsert(with(53, moneyListMaybe));
  }

  public EverythingInsert textMaybe(String textMaybe) {
    return new EverythingInsert(with(56, textMaybe));
  }

  public EverythingInsert textOrNull(String textOrNull) {
    return new EverythingInsert(with(57, textOrNull));
  }

  public EverythingInsert textListMaybe(List<String> textListMaybe) {
    return new EverythingInsert(with(59, textListMaybe));
  }

  public EverythingInsert uuidMaybe(UUID uuidMaybe) {
    return new EverythingInsert(with(62, uuidMaybe));
  }

  public EverythingInsert uuidOrNull(UUID uuidOrNull) {
    return new EverythingInsert(with(63, uuidOrNull));
  }

  public EverythingInsert uuidListMaybe(List<UUID> uuidListMaybe) {
    return new EverythingInsert(with(65, uuidListMaybe));
  }

  public EverythingInsert instantMaybe(Instant instantMaybe) {
    return new EverythingInsert(with(68, instantMaybe));
  }

  public EverythingInsert instantOrNull(Instant instantOrNull) {
    return new EverythingInsert(with(69, instantOrNull));
  }

  public EverythingInsert instantListMaybe(List<Instant> instantListMaybe) {
    return new EverythingInsert(with(71, instantListMaybe));
  }

  public EverythingInsert offsetMaybe(OffsetDateTime offsetMaybe) {
    return new EverythingInsert(with(74, offsetMaybe));
  }

  public EverythingInsert offsetOrNull(OffsetDateTime offsetOrNull) {
    return new EverythingInsert(with(75, offsetOrNull));
  }

  public EverythingInsert offsetListMaybe(List<OffsetDateTime> offsetListMaybe) {
    return new EverythingInsert(with(77, offsetListMaybe));
  }

  public EverythingInsert dayMaybe(LocalDate dayMaybe) {
    return new EverythingInsert(with(80, dayMaybe));
  }

  public EverythingInsert dayOrNull(LocalDate dayOrNull) {
    return new EverythingInsert(with(81, dayOrNull));
  }

  public EverythingInsert dayListMaybe(List<LocalDate> dayListMaybe) {
    return new EverythingInsert(with(83, dayListMaybe));
  }

  public EverythingInsert clockMaybe(LocalTime clockMaybe) {
    return new EverythingInsert(with(86, clockMaybe));
  }

  public EverythingInsert clockOrNull(LocalTime clockOrNull) {
    return new EverythingInsert(with(87, clockOrNull));
  }

  public EverythingInsert clockListMaybe(List<LocalTime> clockListMaybe) {
    return new EverythingInsert(with(89, clockListMaybe));
  }

  public EverythingInsert localMaybe(LocalDateTime localMaybe) {
    return new EverythingInsert(with(92, localMaybe));
  }

  public EverythingInsert localOrNull(LocalDateTime localOrNull) {
    return new EverythingInsert(with(93, localOrNull));
  }

  public EverythingInsert localListMaybe(List<LocalDateTime> localListMaybe) {
    return new EverythingInsert(with(95, localListMaybe));
  }

  public EverythingInsert moodMaybe(Mood moodMaybe) {
    return new EverythingInsert(with(98, moodMaybe));
  }

  public EverythingInsert moodOrNull(Mood moodOrNull) {
    return new EverythingInsert(with(99, moodOrNull));
  }

  public EverythingInsert moodListMaybe(List<Mood> moodListMaybe) {
    return new EverythingInsert(with(101, moodListMaybe));
  }

  public EverythingInsert bytesMaybe(byte[] bytesMaybe) {
    return new EverythingInsert(with(104, bytesMaybe));
  }

  public EverythingInsert jsonMaybe(Json jsonMaybe) {
    return new EverythingInsert(with(108, jsonMaybe));
  }

  public EverythingInsert documentMaybe(Document documentMaybe) {
    return new EverythingInsert(with(110, documentMaybe));
  }
}
