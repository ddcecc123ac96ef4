package everything;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.JsonCodecs;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableColumn;
import dev.varve.runtime.query.NullableNumberColumn;
import dev.varve.runtime.query.NullableTextColumn;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.TextColumn;
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.UnversionedTable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The table {@code everything} of {@link Everything}.
 */
public final class EverythingTable extends UnversionedTable<EverythingTable, Everything, EverythingInsert, EverythingPatch> {
  public static final EverythingTable EVERYTHING = new EverythingTable("everything");

  public final NumberColumn<EverythingTable, Integer> id = number("id", Type.INT);

  public final Column<EverythingTable, Boolean> bool = column("bool", Type.BOOLEAN);

  public final Column<EverythingTable, Boolean> boolBox = column("bool_box", Type.BOOLEAN);

  public final NullableColumn<EverythingTable, Boolean> boolMaybe = nullable("bool_maybe", Type.BOOLEAN);

  public final NullableColumn<EverythingTable, Boolean> boolOrNull = nullable("bool_or_null", Type.BOOLEAN);

  public final Column<EverythingTable, List<Boolean>> boolList = column("bool_list", Type.BOOLEAN.list());

  public final NullableColumn<EverythingTable, List<Boolean>> boolListMaybe = nullable("bool_list_maybe", Type.BOOLEAN.list());

  public final Column<EverythingTable, Boolean[]> boolBoxes = column("bool_boxes", Type.BOOLEAN.array(Boolean[]::new));

  public final Column<EverythingTable, boolean[]> boolArray = column("bool_array", Type.BOOLEANS);

  public final NumberColumn<EverythingTable, Short> small = number("small", Type.SHORT);

  public final NumberColumn<EverythingTable, Short> smallBox = number("small_box", Type.SHORT);

  public final NullableNumberColumn<EverythingTable, Short> smallMaybe = nullableNumber("small_maybe", Type.SHORT);

  public final NullableNumberColumn<EverythingTable, Short> smallOrNull = nullableNumber("small_or_null", Type.SHORT);

  public final Column<EverythingTable, List<Short>> smallList = column("small_list", Type.SHORT.list());

  public final NullableColumn<EverythingTable, List<Short>> smallListMaybe = nullable("small_list_maybe", Type.SHORT.list());

  public final Column<EverythingTable, Short[]> smallBoxes = column("small_boxes", Type.SHORT.array(Short[]::new));

  public final Column<EverythingTable, short[]> smallArray = column("small_array", Type.SHORTS);

  public final NumberColumn<EverythingTable, Integer> number = number("number", Type.INT);

  public final NumberColumn<EverythingTable, Integer> numberBox = number("number_box", Type.INT);

  public final NullableNumberColumn<EverythingTable, Integer> numberMaybe = nullableNumber("number_maybe", Type.INT);

  public final NullableNumberColumn<EverythingTable, Integer> numberOrNull = nullableNumber("number_or_null", Type.INT);

  public final Column<EverythingTable, List<Integer>> numberList = column("number_list", Type.INT.list());

  public final NullableColumn<EverythingTable, List<Integer>> numberListMaybe = nullable("number_list_maybe", Type.INT.list());

  public final Column<EverythingTable, Integer[]> numberBoxes = column("number_boxes", Type.INT.array(Integer[]::new));

  public final Column<EverythingTable, int[]> numberArray = column("number_array", Type.INTS);

  public final NumberColumn<EverythingTable, Long> big = number("big", Type.LONG);

  public final NumberColumn<EverythingTable, Long> bigBox = number("big_box", Type.LONG);

  public final NullableNumberColumn<EverythingTable, Long> bigMaybe = nullableNumber("big_maybe", Type.LONG);

  public final NullableNumberColumn<EverythingTable, Long> bigOrNull = nullableNumber("big_or_null", Type.LONG);

  public final Column<EverythingTable, List<Long>> bigList = column("big_list", Type.LONG.list());

  public final NullableColumn<EverythingTable, List<Long>> bigListMaybe = nullable("big_list_maybe", Type.LONG.list());

  public final Column<EverythingTable, Long[]> bigBoxes = column("big_boxes", Type.LONG.array(Long[]::new));

  public final Column<EverythingTable, long[]> bigArray = column("big_array", Type.LONGS);

  public final NumberColumn<EverythingTable, Float> real = number("real", Type.FLOAT);

  public final NumberColumn<EverythingTable, Float> realBox = number("real_box", Type.FLOAT);

  public final NullableNumberColumn<EverythingTable, Float> realMaybe = nullableNumber("real_maybe", Type.FLOAT);

  public final NullableNumberColumn<EverythingTable, Float> realOrNull = nullableNumber("real_or_null", Type.FLOAT);

  public final Column<EverythingTable, List<Float>> realList = column("real_list", Type.FLOAT.list());

  public final NullableColumn<EverythingTable, List<Float>> realListMaybe = nullable("real_list_maybe", Type.FLOAT.list());

  public final Column<EverythingTable, Float[]> realBoxes = column("real_boxes", Type.FLOAT.array(Float[]::new));

  public final Column<EverythingTable, float[]> realArray = column("real_array", Type.FLOATS);

  public final NumberColumn<EverythingTable, Double> precise = number("precise", Type.DOUBLE);

  public final NumberColumn<EverythingTable, Double> preciseBox = number("precise_box", Type.DOUBLE);

  public final NullableNumberColumn<EverythingTable, Double> preciseMaybe = nullableNumber("precise_maybe", Type.DOUBLE);

  public final NullableNumberColumn<EverythingTable, Double> preciseOrNull = nullableNumber("precise_or_null", Type.DOUBLE);

  public final Column<EverythingTable, List<Double>> preciseList = column("precise_list", Type.DOUBLE.list());

  public final NullableColumn<EverythingTable, List<Double>> preciseListMaybe = nullable("precise_list_maybe", Type.DOUBLE.list());

  public final Column<EverythingTable, Double[]> preciseBoxes = column("precise_boxes", Type.DOUBLE.array(Double[]::new));

  public final Column<EverythingTable, double[]> preciseArray = column("precise_array", Type.DOUBLES);

  public final NumberColumn<EverythingTable, BigDecimal> moneyBox = number("money_box", Type.DECIMAL);

  public final NullableNumberColumn<EverythingTable, BigDecimal> moneyMaybe = nullableNumber("money_maybe", Type.DECIMAL);

  public final NullableNumberColumn<EverythingTable, BigDecimal> moneyOrNull = nullableNumber("money_or_null", Type.DECIMAL);

  public final Column<EverythingTable, List<BigDecimal>> moneyList = column("money_list", Type.DECIMAL.list());

  public final NullableColumn<EverythingTable, List<BigDecimal>> moneyListMaybe = nullable("money_list_maybe", Type.DECIMAL.list());

  public final Column<EverythingTable, BigDecimal[]> moneyBoxes = column("money_boxes", Type.DECIMAL.array(BigDecimal[]::new));

  public final TextColumn<EverythingTable> textBox = text("text_box");

  public final NullableTextColumn<EverythingTable> textMaybe = nullableText("text_maybe");

  public final NullableTextColumn<EverythingTable> textOrNull = nullableText("text_or_null");

  public final Column<EverythingTable, List<String>> textList = column("text_list", Type.STRING.list());

  public final NullableColumn<EverythingTable, List<String>> textListMaybe = nullable("text_list_maybe", Type.STRING.list());

  public final Column<EverythingTable, String[]> textBoxes = column("text_boxes", Type.STRING.array(String[]::new));

  public final Column<EverythingTable, UUID> uuidBox = column("uuid_box", Type.UUID);

  public final NullableColumn<EverythingTable, UUID> uuidMaybe = nullable("uuid_maybe", Type.UUID);

  public final NullableColumn<EverythingTable, UUID> uuidOrNull = nullable("uuid_or_null", Type.UUID);

  public final Column<EverythingTable, List<UUID>> uuidList = column("uuid_list", Type.UUID.list());

  public final NullableColumn<EverythingTable, List<UUID>> uuidListMaybe = nullable("uuid_list_maybe", Type.UUID.list());

  public final Column<EverythingTable, UUID[]> uuidBoxes = column("uuid_boxes", Type.UUID.array(UUID[]::new));

  public final Column<EverythingTable, Instant> instantBox = column("instant_box", Type.INSTANT);

  public final NullableColumn<EverythingTable, Instant> instantMaybe = nullable("instant_maybe", Type.INSTANT);

  public final NullableColumn<EverythingTable, Instant> instantOrNull = nullable("instant_or_null", Type.INSTANT);

  public final Column<EverythingTable, List<Instant>> instantList = column("instant_list", Type.INSTANT.list());

  public final NullableColumn<EverythingTable, List<Instant>> instantListMaybe = nullable("instant_list_maybe", Type.INSTANT.list());

  public final Column<EverythingTable, Instant[]> instantBoxes = column("instant_boxes", Type.INSTANT.array(Instant[]::new));

  public final Column<EverythingTable, OffsetDateTime> offsetBox = column("offset_box", Type.OFFSET_DATE_TIME);

  public final NullableColumn<EverythingTable, OffsetDateTime> offsetMaybe = nullable("offset_maybe", Type.OFFSET_DATE_TIME);

  public final NullableColumn<EverythingTable, OffsetDateTime> offsetOrNull = nullable("offset_or_null", Type.OFFSET_DATE_TIME);

  public final Column<EverythingTable, List<OffsetDateTime>> offsetList = column("offset_list", Type.OFFSET_DATE_TIME.list());

  public final NullableColumn<EverythingTable, List<OffsetDateTime>> offsetListMaybe = nullable("offset_list_maybe", Type.OFFSET_DATE_TIME.list());

  public final Column<EverythingTable, OffsetDateTime[]> offsetBoxes = column("offset_boxes", Type.OFFSET_DATE_TIME.array(OffsetDateTime[]::new));

  public final Column<EverythingTable, LocalDate> dayBox = column("day_box", Type.LOCAL_DATE);

  public final NullableColumn<EverythingTable, LocalDate> dayMaybe = nullable("day_maybe", Type.LOCAL_DATE);

  public final NullableColumn<EverythingTable, LocalDate> dayOrNull = nullable("day_or_null", Type.LOCAL_DATE);

  public final Column<EverythingTable, List<LocalDate>> dayList = column("day_list", Type.LOCAL_DATE.list());

  public final NullableColumn<EverythingTable, List<LocalDate>> dayListMaybe = nullable("day_list_maybe", Type.LOCAL_DATE.list());

  public final Column<EverythingTable, LocalDate[]> dayBoxes = column("day_boxes", Type.LOCAL_DATE.array(LocalDate[]::new));

  public final Column<EverythingTable, LocalTime> clockBox = column("clock_box", Type.LOCAL_TIME);

  public final NullableColumn<EverythingTable, LocalTime> clockMaybe = nullable("clock_maybe", Type.LOCAL_TIME);

  public final NullableColumn<EverythingTable, LocalTime> clockOrNull = nullable("clock_or_null", Type.LOCAL_TIME);

  public final Column<EverythingTable, List<LocalTime>> clockList = column("clock_list", Type.LOCAL_TIME.list());

  public final NullableColumn<EverythingTable, List<LocalTime>> clockListMaybe = nullable("clock_list_maybe", Type.LOCAL_TIME.list());

  public final Column<EverythingTable, LocalTime[]> clockBoxes = column("clock_boxes", Type.LOCAL_TIME.array(LocalTime[]::new));

  public final Column<EverythingTable, LocalDateTime> localBox = column("local_box", Type.LOCAL_DATE_TIME);

  public final NullableColumn<EverythingTable, LocalDateTime> localMaybe = nullable("local_maybe", Type.LOCAL_DATE_TIME);

  public final NullableColumn<EverythingTable, LocalDateTime> localOrNull = nullable("local_or_null", Type.LOCAL_DATE_TIME);

  public final Column<EverythingTable, List<LocalDateTime>> localList = column("local_list", Type.LOCAL_DATE_TIME.list());

  public final NullableColumn<EverythingTable, List<LocalDateTime>> localListMaybe = nullable("local_list_maybe", Type.LOCAL_DATE_TIME.list());

  public final Column<EverythingTable, LocalDateTime[]> localBoxes = column("local_boxes", Type.LOCAL_DATE_TIME.array(LocalDateTime[]::new));

  public final Column<EverythingTable, Mood> moodBox = column("mood_box", Type.enumOf("mood", Mood.values()));

  public final NullableColumn<EverythingTable, Mood> moodMaybe = nullable("mood_maybe", Type.enumOf("mood", Mood.values()));

  public final NullableColumn<EverythingTable, Mood> moodOrNull = nullable("mood_or_null", Type.enumOf("mood", Mood.values()));

  public final Column<EverythingTable, List<Mood>> moodList = column("mood_list", Type.enumOf("mood", Mood.values()).list());

  public final NullableColumn<EverythingTable, List<Mood>> moodListMaybe = nullable("mood_list_maybe", Type.enumOf("mood", Mood.values()).list());

  public final Column<EverythingTable, Mood[]> moodBoxes = column("mood_boxes", Type.enumOf("mood", Mood.values()).array(Mood[]::new));

  public final Column<EverythingTable, byte[]> bytes = column("bytes", Type.BYTES);

  public final NullableColumn<EverythingTable, byte[]> bytesMaybe = nullable("bytes_maybe", Type.BYTES);

  public final Column<EverythingTable, List<byte[]>> bytesList = column("bytes_list", Type.BYTES.list());

  public final Column<EverythingTable, byte[][]> bytesArray = column("bytes_array", Type.BYTES.array(byte[][]::new));

  public final Column<EverythingTable, Json> json = column("json", Type.JSON);

  public final NullableColumn<EverythingTable, Json> jsonMaybe = nullable("json_maybe", Type.JSON);

  public final Column<EverythingTable, Document> document = column("document", Type.document(DocumentJson.CODEC));

  public final NullableColumn<EverythingTable, Document> documentMaybe = nullable("document_maybe", Type.document(DocumentJson.CODEC));

  public final Column<EverythingTable, List<Document>> documents = column("documents", Type.document(JsonCodecs.list(DocumentJson.CODEC)));

  public final Column<EverythingTable, Map<String, Document>> documentMap = column("document_map", Type.document(JsonCodecs.map(DocumentJson.CODEC)));

  public final Key1<EverythingTable, Everything, Integer> pk = key("everything_pkey", id);

  private EverythingTable(String alias) {
    super("everything", alias);
  }

  @Override
  public EverythingTable as(String alias) {
    return new EverythingTable(alias);
  }

  @Override
  public Everything read(RowReader row, int at) throws SQLException {
    return new Everything(
        row.getInt(at),
        row.getBoolean(at + 1),
        row.getBoolean(at + 2),
        Optional.ofNullable(row.getBooleanOrNull(at + 3)),
        row.getBooleanOrNull(at + 4),
        boolList.read(row, at + 5),
        boolListMaybe.read(row, at + 6),
        boolBoxes.read(row, at + 7),
        boolArray.read(row, at + 8),
        row.getShort(at + 9),
        row.getShort(at + 10),
        Optional.ofNullable(row.getShortOrNull(at + 11)),
        row.getShortOrNull(at + 12),
        smallList.read(row, at + 13),
        smallListMaybe.read(row, at + 14),
        smallBoxes.read(row, at + 15),
        smallArray.read(row, at + 16),
        row.getInt(at + 17),
        row.getInt(at + 18),
        Optional.ofNullable(row.getIntOrNull(at + 19)),
        row.getIntOrNull(at + 20),
        numberList.read(row, at + 21),
        numberListMaybe.read(row, at + 22),
        numberBoxes.read(row, at + 23),
        numberArray.read(row, at + 24),
        row.getLong(at + 25),
        row.getLong(at + 26),
        Optional.ofNullable(row.getLongOrNull(at + 27)),
        row.getLongOrNull(at + 28),
        bigList.read(row, at + 29),
        bigListMaybe.read(row, at + 30),
        bigBoxes.read(row, at + 31),
        bigArray.read(row, at + 32),
        row.getFloat(at + 33),
        row.getFloat(at + 34),
        Optional.ofNullable(row.getFloatOrNull(at + 35)),
        row.getFloatOrNull(at + 36),
        realList.read(row, at + 37),
        realListMaybe.read(row, at + 38),
        realBoxes.read(row, at + 39),
        realArray.read(row, at + 40),
        row.getDouble(at + 41),
        row.getDouble(at + 42),
        Optional.ofNullable(row.getDoubleOrNull(at + 43)),
        row.getDoubleOrNull(at + 44),
        preciseList.read(row, at + 45),
        preciseListMaybe.read(row, at + 46),
        preciseBoxes.read(row, at + 47),
        preciseArray.read(row, at + 48),
        row.getDecimal(at + 49),
        Optional.ofNullable(row.getDecimalOrNull(at + 50)),
        row.getDecimalOrNull(at + 51),
        moneyList.read(row, at + 52),
        moneyListMaybe.read(row, at + 53),
        moneyBoxes.read(row, at + 54),
        row.getString(at + 55),
        Optional.ofNullable(row.getStringOrNull(at + 56)),
        row.getStringOrNull(at + 57),
        textList.read(row, at + 58),
        textListMaybe.read(row, at + 59),
        textBoxes.read(row, at + 60),
        row.getUuid(at + 61),
        Optional.ofNullable(row.getUuidOrNull(at + 62)),
        row.getUuidOrNull(at + 63),
        uuidList.read(row, at + 64),
        uuidListMaybe.read(row, at + 65),
        uuidBoxes.read(row, at + 66),
        row.getInstant(at + 67),
        Optional.ofNullable(row.getInstantOrNull(at + 68)),
        row.getInstantOrNull(at + 69),
        instantList.read(row, at + 70),
        instantListMaybe.read(row, at + 71),
        instantBoxes.read(row, at + 72),
        row.getOffsetDateTime(at + 73),
        Optional.ofNullable(row.getOffsetDateTimeOrNull(at + 74)),
        row.getOffsetDateTimeOrNull(at + 75),
        offsetList.read(row, at + 76),
        offsetListMaybe.read(row, at + 77),
        offsetBoxes.read(row, at + 78),
        row.getLocalDate(at + 79),
        Optional.ofNullable(row.getLocalDateOrNull(at + 80)),
        row.getLocalDateOrNull(at + 81),
        dayList.read(row, at + 82),
        dayListMaybe.read(row, at + 83),
        dayBoxes.read(row, at + 84),
        row.getLocalTime(at + 85),
        Optional.ofNullable(row.getLocalTimeOrNull(at + 86)),
        row.getLocalTimeOrNull(at + 87),
        clockList.read(row, at + 88),
        clockListMaybe.read(row, at + 89),
        clockBoxes.read(row, at + 90),
        row.getLocalDateTime(at + 91),
        Optional.ofNullable(row.getLocalDateTimeOrNull(at + 92)),
        row.getLocalDateTimeOrNull(at + 93),
        localList.read(row, at + 94),
        localListMaybe.read(row, at + 95),
        localBoxes.read(row, at + 96),
        moodBox.read(row, at + 97),
        moodMaybe.read(row, at + 98),
        moodOrNull.read(row, at + 99).orElse(null),
        moodList.read(row, at + 100),
        moodListMaybe.read(row, at + 101),
        moodBoxes.read(row, at + 102),
        row.getBytes(at + 103),
        Optional.ofNullable(row.getBytesOrNull(at + 104)),
        bytesList.read(row, at + 105),
        bytesArray.read(row, at + 106),
        json.read(row, at + 107),
        jsonMaybe.read(row, at + 108),
        document.read(row, at + 109),
        documentMaybe.read(row, at + 110),
        documents.read(row, at + 111),
        documentMap.read(row, at + 112));
  }
}
