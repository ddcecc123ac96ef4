package everything;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.ArrayColumn;
import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.DocumentColumn;
import dev.varve.runtime.query.JsonCodecs;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableArrayColumn;
import dev.varve.runtime.query.NullableArrayExpression;
import dev.varve.runtime.query.NullableColumn;
import dev.varve.runtime.query.NullableDocumentColumn;
import dev.varve.runtime.query.NullableDocumentExpression;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.NullableNumberColumn;
import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NullableTextColumn;
import dev.varve.runtime.query.NullableTextExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
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
import java.util.UUID;

/**
 * The table {@code everything} of {@link Everything}.
 */
public final class EverythingTable extends UnversionedTable<EverythingTable, Everything, EverythingInsert, EverythingPatch> {
  public static final EverythingTable EVERYTHING = new EverythingTable("everything");

  public final NumberColumn<EverythingTable, Integer> id = integer("id");

  public final Column<EverythingTable, Boolean> bool = bool("bool");

  public final Column<EverythingTable, Boolean> boolBox = bool("bool_box");

  public final NullableColumn<EverythingTable, Boolean> boolMaybe = nullableBool("bool_maybe");

  public final NullableColumn<EverythingTable, Boolean> boolOrNull = nullableBool("bool_or_null");

  public final ArrayColumn<EverythingTable, List<Boolean>, Boolean> boolList = array("bool_list", Type.BOOLEAN.list());

  public final NullableArrayColumn<EverythingTable, List<Boolean>, Boolean> boolListMaybe = nullableArray("bool_list_maybe", Type.BOOLEAN.list());

  public final ArrayColumn<EverythingTable, Boolean[], Boolean> boolBoxes = array("bool_boxes", Type.BOOLEAN.array(Boolean[]::new));

  public final ArrayColumn<EverythingTable, boolean[], Boolean> boolArray = array("bool_array", Type.BOOLEANS);

  public final NumberColumn<EverythingTable, Short> small = smallint("small");

  public final NumberColumn<EverythingTable, Short> smallBox = smallint("small_box");

  public final NullableNumberColumn<EverythingTable, Short> smallMaybe = nullableSmallint("small_maybe");

  public final NullableNumberColumn<EverythingTable, Short> smallOrNull = nullableSmallint("small_or_null");

  public final ArrayColumn<EverythingTable, List<Short>, Short> smallList = array("small_list", Type.SHORT.list());

  public final NullableArrayColumn<EverythingTable, List<Short>, Short> smallListMaybe = nullableArray("small_list_maybe", Type.SHORT.list());

  public final ArrayColumn<EverythingTable, Short[], Short> smallBoxes = array("small_boxes", Type.SHORT.array(Short[]::new));

  public final ArrayColumn<EverythingTable, short[], Short> smallArray = array("small_array", Type.SHORTS);

  public final NumberColumn<EverythingTable, Integer> number = integer("number");

  public final NumberColumn<EverythingTable, Integer> numberBox = integer("number_box");

  public final NullableNumberColumn<EverythingTable, Integer> numberMaybe = nullableInteger("number_maybe");

  public final NullableNumberColumn<EverythingTable, Integer> numberOrNull = nullableInteger("number_or_null");

  public final ArrayColumn<EverythingTable, List<Integer>, Integer> numberList = array("number_list", Type.INT.list());

  public final NullableArrayColumn<EverythingTable, List<Integer>, Integer> numberListMaybe = nullableArray("number_list_maybe", Type.INT.list());

  public final ArrayColumn<EverythingTable, Integer[], Integer> numberBoxes = array("number_boxes", Type.INT.array(Integer[]::new));

  public final ArrayColumn<EverythingTable, int[], Integer> numberArray = array("number_array", Type.INTS);

  public final NumberColumn<EverythingTable, Long> big = bigint("big");

  public final NumberColumn<EverythingTable, Long> bigBox = bigint("big_box");

  public final NullableNumberColumn<EverythingTable, Long> bigMaybe = nullableBigint("big_maybe");

  public final NullableNumberColumn<EverythingTable, Long> bigOrNull = nullableBigint("big_or_null");

  public final ArrayColumn<EverythingTable, List<Long>, Long> bigList = array("big_list", Type.LONG.list());

  public final NullableArrayColumn<EverythingTable, List<Long>, Long> bigListMaybe = nullableArray("big_list_maybe", Type.LONG.list());

  public final ArrayColumn<EverythingTable, Long[], Long> bigBoxes = array("big_boxes", Type.LONG.array(Long[]::new));

  public final ArrayColumn<EverythingTable, long[], Long> bigArray = array("big_array", Type.LONGS);

  public final NumberColumn<EverythingTable, Float> real = real("real");

  public final NumberColumn<EverythingTable, Float> realBox = real("real_box");

  public final NullableNumberColumn<EverythingTable, Float> realMaybe = nullableReal("real_maybe");

  public final NullableNumberColumn<EverythingTable, Float> realOrNull = nullableReal("real_or_null");

  public final ArrayColumn<EverythingTable, List<Float>, Float> realList = array("real_list", Type.FLOAT.list());

  public final NullableArrayColumn<EverythingTable, List<Float>, Float> realListMaybe = nullableArray("real_list_maybe", Type.FLOAT.list());

  public final ArrayColumn<EverythingTable, Float[], Float> realBoxes = array("real_boxes", Type.FLOAT.array(Float[]::new));

  public final ArrayColumn<EverythingTable, float[], Float> realArray = array("real_array", Type.FLOATS);

  public final NumberColumn<EverythingTable, Double> precise = doublePrecision("precise");

  public final NumberColumn<EverythingTable, Double> preciseBox = doublePrecision("precise_box");

  public final NullableNumberColumn<EverythingTable, Double> preciseMaybe = nullableDoublePrecision("precise_maybe");

  public final NullableNumberColumn<EverythingTable, Double> preciseOrNull = nullableDoublePrecision("precise_or_null");

  public final ArrayColumn<EverythingTable, List<Double>, Double> preciseList = array("precise_list", Type.DOUBLE.list());

  public final NullableArrayColumn<EverythingTable, List<Double>, Double> preciseListMaybe = nullableArray("precise_list_maybe", Type.DOUBLE.list());

  public final ArrayColumn<EverythingTable, Double[], Double> preciseBoxes = array("precise_boxes", Type.DOUBLE.array(Double[]::new));

  public final ArrayColumn<EverythingTable, double[], Double> preciseArray = array("precise_array", Type.DOUBLES);

  public final NumberColumn<EverythingTable, BigDecimal> moneyBox = numeric("money_box");

  public final NullableNumberColumn<EverythingTable, BigDecimal> moneyMaybe = nullableNumeric("money_maybe");

  public final NullableNumberColumn<EverythingTable, BigDecimal> moneyOrNull = nullableNumeric("money_or_null");

  public final ArrayColumn<EverythingTable, List<BigDecimal>, BigDecimal> moneyList = array("money_list", Type.DECIMAL.list());

  public final NullableArrayColumn<EverythingTable, List<BigDecimal>, BigDecimal> moneyListMaybe = nullableArray("money_list_maybe", Type.DECIMAL.list());

  public final ArrayColumn<EverythingTable, BigDecimal[], BigDecimal> moneyBoxes = array("money_boxes", Type.DECIMAL.array(BigDecimal[]::new));

  public final TextColumn<EverythingTable> textBox = text("text_box");

  public final NullableTextColumn<EverythingTable> textMaybe = nullableText("text_maybe");

  public final NullableTextColumn<EverythingTable> textOrNull = nullableText("text_or_null");

  public final ArrayColumn<EverythingTable, List<String>, String> textList = array("text_list", Type.STRING.list());

  public final NullableArrayColumn<EverythingTable, List<String>, String> textListMaybe = nullableArray("text_list_maybe", Type.STRING.list());

  public final ArrayColumn<EverythingTable, String[], String> textBoxes = array("text_boxes", Type.STRING.array(String[]::new));

  public final Column<EverythingTable, UUID> uuidBox = uuid("uuid_box");

  public final NullableColumn<EverythingTable, UUID> uuidMaybe = nullableUuid("uuid_maybe");

  public final NullableColumn<EverythingTable, UUID> uuidOrNull = nullableUuid("uuid_or_null");

  public final ArrayColumn<EverythingTable, List<UUID>, UUID> uuidList = array("uuid_list", Type.UUID.list());

  public final NullableArrayColumn<EverythingTable, List<UUID>, UUID> uuidListMaybe = nullableArray("uuid_list_maybe", Type.UUID.list());

  public final ArrayColumn<EverythingTable, UUID[], UUID> uuidBoxes = array("uuid_boxes", Type.UUID.array(UUID[]::new));

  public final Column<EverythingTable, Instant> instantBox = timestamptz("instant_box");

  public final NullableColumn<EverythingTable, Instant> instantMaybe = nullableTimestamptz("instant_maybe");

  public final NullableColumn<EverythingTable, Instant> instantOrNull = nullableTimestamptz("instant_or_null");

  public final ArrayColumn<EverythingTable, List<Instant>, Instant> instantList = array("instant_list", Type.INSTANT.list());

  public final NullableArrayColumn<EverythingTable, List<Instant>, Instant> instantListMaybe = nullableArray("instant_list_maybe", Type.INSTANT.list());

  public final ArrayColumn<EverythingTable, Instant[], Instant> instantBoxes = array("instant_boxes", Type.INSTANT.array(Instant[]::new));

  public final Column<EverythingTable, OffsetDateTime> offsetBox = column("offset_box", Type.OFFSET_DATE_TIME);

  public final NullableColumn<EverythingTable, OffsetDateTime> offsetMaybe = nullable("offset_maybe", Type.OFFSET_DATE_TIME);

  public final NullableColumn<EverythingTable, OffsetDateTime> offsetOrNull = nullable("offset_or_null", Type.OFFSET_DATE_TIME);

  public final ArrayColumn<EverythingTable, List<OffsetDateTime>, OffsetDateTime> offsetList = array("offset_list", Type.OFFSET_DATE_TIME.list());

  public final NullableArrayColumn<EverythingTable, List<OffsetDateTime>, OffsetDateTime> offsetListMaybe = nullableArray("offset_list_maybe", Type.OFFSET_DATE_TIME.list());

  public final ArrayColumn<EverythingTable, OffsetDateTime[], OffsetDateTime> offsetBoxes = array("offset_boxes", Type.OFFSET_DATE_TIME.array(OffsetDateTime[]::new));

  public final Column<EverythingTable, LocalDate> dayBox = date("day_box");

  public final NullableColumn<EverythingTable, LocalDate> dayMaybe = nullableDate("day_maybe");

  public final NullableColumn<EverythingTable, LocalDate> dayOrNull = nullableDate("day_or_null");

  public final ArrayColumn<EverythingTable, List<LocalDate>, LocalDate> dayList = array("day_list", Type.LOCAL_DATE.list());

  public final NullableArrayColumn<EverythingTable, List<LocalDate>, LocalDate> dayListMaybe = nullableArray("day_list_maybe", Type.LOCAL_DATE.list());

  public final ArrayColumn<EverythingTable, LocalDate[], LocalDate> dayBoxes = array("day_boxes", Type.LOCAL_DATE.array(LocalDate[]::new));

  public final Column<EverythingTable, LocalTime> clockBox = time("clock_box");

  public final NullableColumn<EverythingTable, LocalTime> clockMaybe = nullableTime("clock_maybe");

  public final NullableColumn<EverythingTable, LocalTime> clockOrNull = nullableTime("clock_or_null");

  public final ArrayColumn<EverythingTable, List<LocalTime>, LocalTime> clockList = array("clock_list", Type.LOCAL_TIME.list());

  public final NullableArrayColumn<EverythingTable, List<LocalTime>, LocalTime> clockListMaybe = nullableArray("clock_list_maybe", Type.LOCAL_TIME.list());

  public final ArrayColumn<EverythingTable, LocalTime[], LocalTime> clockBoxes = array("clock_boxes", Type.LOCAL_TIME.array(LocalTime[]::new));

  public final Column<EverythingTable, LocalDateTime> localBox = timestamp("local_box");

  public final NullableColumn<EverythingTable, LocalDateTime> localMaybe = nullableTimestamp("local_maybe");

  public final NullableColumn<EverythingTable, LocalDateTime> localOrNull = nullableTimestamp("local_or_null");

  public final ArrayColumn<EverythingTable, List<LocalDateTime>, LocalDateTime> localList = array("local_list", Type.LOCAL_DATE_TIME.list());

  public final NullableArrayColumn<EverythingTable, List<LocalDateTime>, LocalDateTime> localListMaybe = nullableArray("local_list_maybe", Type.LOCAL_DATE_TIME.list());

  public final ArrayColumn<EverythingTable, LocalDateTime[], LocalDateTime> localBoxes = array("local_boxes", Type.LOCAL_DATE_TIME.array(LocalDateTime[]::new));

  public final Column<EverythingTable, Mood> moodBox = column("mood_box", Type.enumOf("mood", Mood.values()));

  public final NullableColumn<EverythingTable, Mood> moodMaybe = nullable("mood_maybe", Type.enumOf("mood", Mood.values()));

  public final NullableColumn<EverythingTable, Mood> moodOrNull = nullable("mood_or_null", Type.enumOf("mood", Mood.values()));

  public final ArrayColumn<EverythingTable, List<Mood>, Mood> moodList = array("mood_list", Type.enumOf("mood", Mood.values()).list());

  public final NullableArrayColumn<EverythingTable, List<Mood>, Mood> moodListMaybe = nullableArray("mood_list_maybe", Type.enumOf("mood", Mood.values()).list());

  public final ArrayColumn<EverythingTable, Mood[], Mood> moodBoxes = array("mood_boxes", Type.enumOf("mood", Mood.values()).array(Mood[]::new));

  public final Column<EverythingTable, byte[]> bytes = column("bytes", Type.BYTES);

  public final NullableColumn<EverythingTable, byte[]> bytesMaybe = nullable("bytes_maybe", Type.BYTES);

  public final ArrayColumn<EverythingTable, List<byte[]>, byte[]> bytesList = array("bytes_list", Type.BYTES.list());

  public final ArrayColumn<EverythingTable, byte[][], byte[]> bytesArray = array("bytes_array", Type.BYTES.array(byte[][]::new));

  public final DocumentColumn<EverythingTable, Json> json = document("json", Type.JSON);

  public final NullableDocumentColumn<EverythingTable, Json> jsonMaybe = nullableDocument("json_maybe", Type.JSON);

  public final DocumentColumn<EverythingTable, Document> document = document("document", Type.document(DocumentJson.CODEC));

  public final NullableDocumentColumn<EverythingTable, Document> documentMaybe = nullableDocument("document_maybe", Type.document(DocumentJson.CODEC));

  public final DocumentColumn<EverythingTable, List<Document>> documents = document("documents", Type.document(JsonCodecs.list(DocumentJson.CODEC)));

  public final DocumentColumn<EverythingTable, Map<String, Document>> documentMap = document("document_map", Type.document(JsonCodecs.map(DocumentJson.CODEC)));

  public final Key1<EverythingTable, Everything, Integer> pk = key("everything_pkey", id);

  private EverythingTable(String alias) {
    super("everything", alias);
  }

  @Override
  public EverythingTable as(String alias) {
    return new EverythingTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Everything read(RowReader row, int at) throws SQLException {
    return new Everything(
        row.getInt(at),
        row.getBoolean(at + 1),
        row.getBoolean(at + 2),
        row.findBoolean(at + 3),
        row.getBooleanOrNull(at + 4),
        boolList.read(row, at + 5),
        boolListMaybe.read(row, at + 6),
        boolBoxes.read(row, at + 7),
        boolArray.read(row, at + 8),
        row.getShort(at + 9),
        row.getShort(at + 10),
        row.findShort(at + 11),
        row.getShortOrNull(at + 12),
        smallList.read(row, at + 13),
        smallListMaybe.read(row, at + 14),
        smallBoxes.read(row, at + 15),
        smallArray.read(row, at + 16),
        row.getInt(at + 17),
        row.getInt(at + 18),
        row.findInt(at + 19),
        row.getIntOrNull(at + 20),
        numberList.read(row, at + 21),
        numberListMaybe.read(row, at + 22),
        numberBoxes.read(row, at + 23),
        numberArray.read(row, at + 24),
        row.getLong(at + 25),
        row.getLong(at + 26),
        row.findLong(at + 27),
        row.getLongOrNull(at + 28),
        bigList.read(row, at + 29),
        bigListMaybe.read(row, at + 30),
        bigBoxes.read(row, at + 31),
        bigArray.read(row, at + 32),
        row.getFloat(at + 33),
        row.getFloat(at + 34),
        row.findFloat(at + 35),
        row.getFloatOrNull(at + 36),
        realList.read(row, at + 37),
        realListMaybe.read(row, at + 38),
        realBoxes.read(row, at + 39),
        realArray.read(row, at + 40),
        row.getDouble(at + 41),
        row.getDouble(at + 42),
        row.findDouble(at + 43),
        row.getDoubleOrNull(at + 44),
        preciseList.read(row, at + 45),
        preciseListMaybe.read(row, at + 46),
        preciseBoxes.read(row, at + 47),
        preciseArray.read(row, at + 48),
        row.getDecimal(at + 49),
        row.findDecimal(at + 50),
        row.getDecimalOrNull(at + 51),
        moneyList.read(row, at + 52),
        moneyListMaybe.read(row, at + 53),
        moneyBoxes.read(row, at + 54),
        row.getString(at + 55),
        row.findString(at + 56),
        row.getStringOrNull(at + 57),
        textList.read(row, at + 58),
        textListMaybe.read(row, at + 59),
        textBoxes.read(row, at + 60),
        row.getUuid(at + 61),
        row.findUuid(at + 62),
        row.getUuidOrNull(at + 63),
        uuidList.read(row, at + 64),
        uuidListMaybe.read(row, at + 65),
        uuidBoxes.read(row, at + 66),
        row.getInstant(at + 67),
        row.findInstant(at + 68),
        row.getInstantOrNull(at + 69),
        instantList.read(row, at + 70),
        instantListMaybe.read(row, at + 71),
        instantBoxes.read(row, at + 72),
        row.getOffsetDateTime(at + 73),
        row.findOffsetDateTime(at + 74),
        row.getOffsetDateTimeOrNull(at + 75),
        offsetList.read(row, at + 76),
        offsetListMaybe.read(row, at + 77),
        offsetBoxes.read(row, at + 78),
        row.getLocalDate(at + 79),
        row.findLocalDate(at + 80),
        row.getLocalDateOrNull(at + 81),
        dayList.read(row, at + 82),
        dayListMaybe.read(row, at + 83),
        dayBoxes.read(row, at + 84),
        row.getLocalTime(at + 85),
        row.findLocalTime(at + 86),
        row.getLocalTimeOrNull(at + 87),
        clockList.read(row, at + 88),
        clockListMaybe.read(row, at + 89),
        clockBoxes.read(row, at + 90),
        row.getLocalDateTime(at + 91),
        row.findLocalDateTime(at + 92),
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
        row.findBytes(at + 104),
        bytesList.read(row, at + 105),
        bytesArray.read(row, at + 106),
        json.read(row, at + 107),
        jsonMaybe.read(row, at + 108),
        document.read(row, at + 109),
        documentMaybe.read(row, at + 110),
        documents.read(row, at + 111),
        documentMap.read(row, at + 112));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<EverythingTable, Everything> {
    public final NullableNumberExpression<Integer> id = integer();

    public final NullableExpression<Boolean> bool = bool();

    public final NullableExpression<Boolean> boolBox = bool();

    public final NullableExpression<Boolean> boolMaybe = bool();

    public final NullableExpression<Boolean> boolOrNull = bool();

    public final NullableArrayExpression<List<Boolean>, Boolean> boolList = array(table().boolList);

    public final NullableArrayExpression<List<Boolean>, Boolean> boolListMaybe = array(table().boolListMaybe);

    public final NullableArrayExpression<Boolean[], Boolean> boolBoxes = array(table().boolBoxes);

    public final NullableArrayExpression<boolean[], Boolean> boolArray = array(table().boolArray);

    public final NullableNumberExpression<Short> small = smallint();

    public final NullableNumberExpression<Short> smallBox = smallint();

    public final NullableNumberExpression<Short> smallMaybe = smallint();

    public final NullableNumberExpression<Short> smallOrNull = smallint();

    public final NullableArrayExpression<List<Short>, Short> smallList = array(table().smallList);

    public final NullableArrayExpression<List<Short>, Short> smallListMaybe = array(table().smallListMaybe);

    public final NullableArrayExpression<Short[], Short> smallBoxes = array(table().smallBoxes);

    public final NullableArrayExpression<short[], Short> smallArray = array(table().smallArray);

    public final NullableNumberExpression<Integer> number = integer();

    public final NullableNumberExpression<Integer> numberBox = integer();

    public final NullableNumberExpression<Integer> numberMaybe = integer();

    public final NullableNumberExpression<Integer> numberOrNull = integer();

    public final NullableArrayExpression<List<Integer>, Integer> numberList = array(table().numberList);

    public final NullableArrayExpression<List<Integer>, Integer> numberListMaybe = array(table().numberListMaybe);

    public final NullableArrayExpression<Integer[], Integer> numberBoxes = array(table().numberBoxes);

    public final NullableArrayExpression<int[], Integer> numberArray = array(table().numberArray);

    public final NullableNumberExpression<Long> big = bigint();

    public final NullableNumberExpression<Long> bigBox = bigint();

    public final NullableNumberExpression<Long> bigMaybe = bigint();

    public final NullableNumberExpression<Long> bigOrNull = bigint();

    public final NullableArrayExpression<List<Long>, Long> bigList = array(table().bigList);

    public final NullableArrayExpression<List<Long>, Long> bigListMaybe = array(table().bigListMaybe);

    public final NullableArrayExpression<Long[], Long> bigBoxes = array(table().bigBoxes);

    public final NullableArrayExpression<long[], Long> bigArray = array(table().bigArray);

    public final NullableNumberExpression<Float> real = real();

    public final NullableNumberExpression<Float> realBox = real();

    public final NullableNumberExpression<Float> realMaybe = real();

    public final NullableNumberExpression<Float> realOrNull = real();

    public final NullableArrayExpression<List<Float>, Float> realList = array(table().realList);

    public final NullableArrayExpression<List<Float>, Float> realListMaybe = array(table().realListMaybe);

    public final NullableArrayExpression<Float[], Float> realBoxes = array(table().realBoxes);

    public final NullableArrayExpression<float[], Float> realArray = array(table().realArray);

    public final NullableNumberExpression<Double> precise = doublePrecision();

    public final NullableNumberExpression<Double> preciseBox = doublePrecision();

    public final NullableNumberExpression<Double> preciseMaybe = doublePrecision();

    public final NullableNumberExpression<Double> preciseOrNull = doublePrecision();

    public final NullableArrayExpression<List<Double>, Double> preciseList = array(table().preciseList);

    public final NullableArrayExpression<List<Double>, Double> preciseListMaybe = array(table().preciseListMaybe);

    public final NullableArrayExpression<Double[], Double> preciseBoxes = array(table().preciseBoxes);

    public final NullableArrayExpression<double[], Double> preciseArray = array(table().preciseArray);

    public final NullableNumberExpression<BigDecimal> moneyBox = numeric();

    public final NullableNumberExpression<BigDecimal> moneyMaybe = numeric();

    public final NullableNumberExpression<BigDecimal> moneyOrNull = numeric();

    public final NullableArrayExpression<List<BigDecimal>, BigDecimal> moneyList = array(table().moneyList);

    public final NullableArrayExpression<List<BigDecimal>, BigDecimal> moneyListMaybe = array(table().moneyListMaybe);

    public final NullableArrayExpression<BigDecimal[], BigDecimal> moneyBoxes = array(table().moneyBoxes);

    public final NullableTextExpression textBox = text();

    public final NullableTextExpression textMaybe = text();

    public final NullableTextExpression textOrNull = text();

    public final NullableArrayExpression<List<String>, String> textList = array(table().textList);

    public final NullableArrayExpression<List<String>, String> textListMaybe = array(table().textListMaybe);

    public final NullableArrayExpression<String[], String> textBoxes = array(table().textBoxes);

    public final NullableExpression<UUID> uuidBox = uuid();

    public final NullableExpression<UUID> uuidMaybe = uuid();

    public final NullableExpression<UUID> uuidOrNull = uuid();

    public final NullableArrayExpression<List<UUID>, UUID> uuidList = array(table().uuidList);

    public final NullableArrayExpression<List<UUID>, UUID> uuidListMaybe = array(table().uuidListMaybe);

    public final NullableArrayExpression<UUID[], UUID> uuidBoxes = array(table().uuidBoxes);

    public final NullableExpression<Instant> instantBox = timestamptz();

    public final NullableExpression<Instant> instantMaybe = timestamptz();

    public final NullableExpression<Instant> instantOrNull = timestamptz();

    public final NullableArrayExpression<List<Instant>, Instant> instantList = array(table().instantList);

    public final NullableArrayExpression<List<Instant>, Instant> instantListMaybe = array(table().instantListMaybe);

    public final NullableArrayExpression<Instant[], Instant> instantBoxes = array(table().instantBoxes);

    public final NullableExpression<OffsetDateTime> offsetBox = column(table().offsetBox);

    public final NullableExpression<OffsetDateTime> offsetMaybe = column(table().offsetMaybe);

    public final NullableExpression<OffsetDateTime> offsetOrNull = column(table().offsetOrNull);

    public final NullableArrayExpression<List<OffsetDateTime>, OffsetDateTime> offsetList = array(table().offsetList);

    public final NullableArrayExpression<List<OffsetDateTime>, OffsetDateTime> offsetListMaybe = array(table().offsetListMaybe);

    public final NullableArrayExpression<OffsetDateTime[], OffsetDateTime> offsetBoxes = array(table().offsetBoxes);

    public final NullableExpression<LocalDate> dayBox = date();

    public final NullableExpression<LocalDate> dayMaybe = date();

    public final NullableExpression<LocalDate> dayOrNull = date();

    public final NullableArrayExpression<List<LocalDate>, LocalDate> dayList = array(table().dayList);

    public final NullableArrayExpression<List<LocalDate>, LocalDate> dayListMaybe = array(table().dayListMaybe);

    public final NullableArrayExpression<LocalDate[], LocalDate> dayBoxes = array(table().dayBoxes);

    public final NullableExpression<LocalTime> clockBox = time();

    public final NullableExpression<LocalTime> clockMaybe = time();

    public final NullableExpression<LocalTime> clockOrNull = time();

    public final NullableArrayExpression<List<LocalTime>, LocalTime> clockList = array(table().clockList);

    public final NullableArrayExpression<List<LocalTime>, LocalTime> clockListMaybe = array(table().clockListMaybe);

    public final NullableArrayExpression<LocalTime[], LocalTime> clockBoxes = array(table().clockBoxes);

    public final NullableExpression<LocalDateTime> localBox = timestamp();

    public final NullableExpression<LocalDateTime> localMaybe = timestamp();

    public final NullableExpression<LocalDateTime> localOrNull = timestamp();

    public final NullableArrayExpression<List<LocalDateTime>, LocalDateTime> localList = array(table().localList);

    public final NullableArrayExpression<List<LocalDateTime>, LocalDateTime> localListMaybe = array(table().localListMaybe);

    public final NullableArrayExpression<LocalDateTime[], LocalDateTime> localBoxes = array(table().localBoxes);

    public final NullableExpression<Mood> moodBox = column(table().moodBox);

    public final NullableExpression<Mood> moodMaybe = column(table().moodMaybe);

    public final NullableExpression<Mood> moodOrNull = column(table().moodOrNull);

    public final NullableArrayExpression<List<Mood>, Mood> moodList = array(table().moodList);

    public final NullableArrayExpression<List<Mood>, Mood> moodListMaybe = array(table().moodListMaybe);

    public final NullableArrayExpression<Mood[], Mood> moodBoxes = array(table().moodBoxes);

    public final NullableExpression<byte[]> bytes = column(table().bytes);

    public final NullableExpression<byte[]> bytesMaybe = column(table().bytesMaybe);

    public final NullableArrayExpression<List<byte[]>, byte[]> bytesList = array(table().bytesList);

    public final NullableArrayExpression<byte[][], byte[]> bytesArray = array(table().bytesArray);

    public final NullableDocumentExpression<Json> json = document(table().json);

    public final NullableDocumentExpression<Json> jsonMaybe = document(table().jsonMaybe);

    public final NullableDocumentExpression<Document> document = document(table().document);

    public final NullableDocumentExpression<Document> documentMaybe = document(table().documentMaybe);

    public final NullableDocumentExpression<List<Document>> documents = document(table().documents);

    public final NullableDocumentExpression<Map<String, Document>> documentMap = document(table().documentMap);

    private Outer(EverythingTable table) {
      super(table);
    }
  }
}
