package values;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.ArrayColumn;
import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.Constraint;
import dev.varve.runtime.query.DocumentColumn;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableArrayExpression;
import dev.varve.runtime.query.NullableColumn;
import dev.varve.runtime.query.NullableDocumentExpression;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NullableTextColumn;
import dev.varve.runtime.query.NullableTextExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.TextColumn;
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.UnversionedTable;
import dev.varve.runtime.query.ValueTypes;
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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.Period;
import java.util.List;
import java.util.Map;

/**
 * The table {@code values} of {@link Value}.
 */
public final class ValueTable extends UnversionedTable<ValueTable, Value, ValueInsert, ValuePatch> {
  public static final ValueTable VALUES = new ValueTable("values");

  public final NumberColumn<ValueTable, Byte> id = number("id", ValueTypes.BYTE);

  public final Column<ValueTable, Character> letter = column("letter", ValueTypes.CHARACTER);

  public final NullableColumn<ValueTable, Character> letterMaybe = nullable("letter_maybe", ValueTypes.CHARACTER);

  public final ArrayColumn<ValueTable, Byte[], Byte> bytes = array("bytes", ValueTypes.BYTE.array(Byte[]::new));

  public final NumberColumn<ValueTable, BigInteger> big = number("big", ValueTypes.BIG_INTEGER);

  public final Column<ValueTable, OffsetTime> time = column("time", ValueTypes.OFFSET_TIME);

  public final Column<ValueTable, Duration> lasts = column("lasts", ValueTypes.DURATION);

  public final NullableColumn<ValueTable, Period> period = nullable("period", ValueTypes.PERIOD);

  public final Column<ValueTable, Interval> interval = column("interval", ValueTypes.INTERVAL);

  public final ArrayColumn<ValueTable, List<Interval>, Interval> intervals = array("intervals", ValueTypes.INTERVAL.list());

  public final Column<ValueTable, Inet> inet = column("inet", ValueTypes.INET);

  public final Column<ValueTable, InetAddress> host = column("host", ValueTypes.INET_ADDRESS);

  public final Column<ValueTable, Cidr> network = column("network", ValueTypes.CIDR);

  public final Column<ValueTable, MacAddress> mac = column("mac", ValueTypes.MAC_ADDRESS);

  public final Column<ValueTable, BitString> bits = column("bits", ValueTypes.BIT_STRING);

  public final Column<ValueTable, BitString> three = column("three", ValueTypes.BIT_STRING);

  public final Column<ValueTable, Point> point = column("point", ValueTypes.POINT);

  public final Column<ValueTable, Box> box = column("box", ValueTypes.BOX);

  public final ArrayColumn<ValueTable, Box[], Box> boxes = array("boxes", ValueTypes.BOX.array(Box[]::new));

  public final Column<ValueTable, TsVector> words = column("words", ValueTypes.TS_VECTOR);

  public final Column<ValueTable, Range<Integer>> numbers = column("numbers", Type.range("int4range", Type.INT));

  public final NullableColumn<ValueTable, Range<Instant>> during = nullable("during", Type.range("tstzrange", Type.INSTANT));

  public final ArrayColumn<ValueTable, List<Range<LocalDate>>, Range<LocalDate>> days = array("days", Type.range("daterange", Type.LOCAL_DATE).list());

  public final Column<ValueTable, MultiRange<BigDecimal>> amounts = column("amounts", Type.multirange("nummultirange", Type.DECIMAL));

  public final Column<ValueTable, Range<String>> names = column("names", Type.range("texts", Type.STRING));

  public final Column<ValueTable, BigDecimal> money = column("money", ValueTypes.MONEY);

  public final ArrayColumn<ValueTable, List<BigDecimal>, BigDecimal> moneys = array("moneys", ValueTypes.MONEY.list());

  public final NumberColumn<ValueTable, Integer> small = number("small", Type.INT.as("smallint"));

  public final NumberColumn<ValueTable, Long> oid = number("oid", Type.LONG.as("oid"));

  public final TextColumn<ValueTable> code = text("code", Type.STRING.as("bpchar"));

  public final TextColumn<ValueTable> any = text("any");

  public final Column<ValueTable, String> xml = column("xml", Type.STRING.as("xml"));

  public final NullableColumn<ValueTable, String> address = nullable("address", Type.STRING.as("inet"));

  public final DocumentColumn<ValueTable, Label> label = document("label", Type.document(LabelJson.CODEC).as("json"));

  public final ArrayColumn<ValueTable, List<Label>, Label> labels = array("labels", Type.document(LabelJson.CODEC).list());

  public final ArrayColumn<ValueTable, List<Json>, Json> documents = array("documents", Type.JSON.list());

  public final Column<ValueTable, String> document = column("document", Type.STRING.as("jsonb"));

  public final TextColumn<ValueTable> email = text("email", Type.STRING.as("citext"));

  public final NullableTextColumn<ValueTable> emailMaybe = nullableText("email_maybe", Type.STRING.as("citext"));

  public final Column<ValueTable, Map<String, String>> attributes = column("attributes", Type.STRING.as("hstore").converted(new HstoreConverter(), HstoreConverter::convertToEntityAttribute, HstoreConverter::convertToDatabaseColumn));

  public final ArrayColumn<ValueTable, List<String>, String> paths = array("paths", Type.STRING.as("ltree").list());

  public final NumberColumn<ValueTable, Integer> positive = number("positive", Type.INT.as("positive"));

  public final Column<ValueTable, Price> price = column("price", Type.DECIMAL.converted(new Price.Converter(), Price.Converter::convertToEntityAttribute, Price.Converter::convertToDatabaseColumn));

  public final NullableColumn<ValueTable, Price> priceMaybe = nullable("price_maybe", Type.DECIMAL.converted(new Price.Converter(), Price.Converter::convertToEntityAttribute, Price.Converter::convertToDatabaseColumn));

  public final ArrayColumn<ValueTable, List<Price>, Price> prices = array("prices", Type.DECIMAL.converted(new Price.Converter(), Price.Converter::convertToEntityAttribute, Price.Converter::convertToDatabaseColumn).list());

  public final Column<ValueTable, Mood> mood = column("mood", Type.enumOf("text", Mood.values()));

  public final NullableColumn<ValueTable, Mood> moodMaybe = nullable("mood_maybe", Type.enumOf("text", Mood.values()));

  public final ArrayColumn<ValueTable, List<Mood>, Mood> moods = array("moods", Type.enumOf("text", Mood.values()).list());

  public final Column<ValueTable, List<List<Integer>>> matrix = column("matrix", Type.INT.list().list());

  public final NullableColumn<ValueTable, int[][]> grid = nullable("grid", Type.INTS.array(int[][]::new));

  public final Column<ValueTable, List<String[]>> names2 = column("names2", Type.STRING.array(String[]::new).list());

  public final Key1<ValueTable, Value, Byte> pk = key("values_pkey", id);

  public final Constraint ckMoodValues = constraint("values_mood_values_check");

  public final Constraint ckMoodMaybeValues = constraint("values_mood_maybe_values_check");

  public final Constraint ckMoodsValues = constraint("values_moods_values_check");

  private ValueTable(String alias) {
    super("values", alias);
  }

  @Override
  public ValueTable as(String alias) {
    return new ValueTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Value read(RowReader row, int at) throws SQLException {
    return new Value(
        id.read(row, at),
        letter.read(row, at + 1),
        letterMaybe.read(row, at + 2),
        bytes.read(row, at + 3),
        big.read(row, at + 4),
        time.read(row, at + 5),
        lasts.read(row, at + 6),
        period.read(row, at + 7),
        interval.read(row, at + 8),
        intervals.read(row, at + 9),
        inet.read(row, at + 10),
        host.read(row, at + 11),
        network.read(row, at + 12),
        mac.read(row, at + 13),
        bits.read(row, at + 14),
        three.read(row, at + 15),
        point.read(row, at + 16),
        box.read(row, at + 17),
        boxes.read(row, at + 18),
        words.read(row, at + 19),
        numbers.read(row, at + 20),
        during.read(row, at + 21),
        days.read(row, at + 22),
        amounts.read(row, at + 23),
        names.read(row, at + 24),
        money.read(row, at + 25),
        moneys.read(row, at + 26),
        small.read(row, at + 27),
        oid.read(row, at + 28),
        code.read(row, at + 29),
        row.getString(at + 30),
        xml.read(row, at + 31),
        address.read(row, at + 32),
        label.read(row, at + 33),
        labels.read(row, at + 34),
        documents.read(row, at + 35),
        document.read(row, at + 36),
        email.read(row, at + 37),
        emailMaybe.read(row, at + 38),
        attributes.read(row, at + 39),
        paths.read(row, at + 40),
        positive.read(row, at + 41),
        price.read(row, at + 42),
        priceMaybe.read(row, at + 43),
        prices.read(row, at + 44),
        mood.read(row, at + 45),
        moodMaybe.read(row, at + 46),
        moods.read(row, at + 47),
        matrix.read(row, at + 48),
        grid.read(row, at + 49),
        names2.read(row, at + 50));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<ValueTable, Value> {
    public final NullableNumberExpression<Byte> id = number(table().id);

    public final NullableExpression<Character> letter = column(table().letter);

    public final NullableExpression<Character> letterMaybe = column(table().letterMaybe);

    public final NullableArrayExpression<Byte[], Byte> bytes = array(table().bytes);

    public final NullableNumberExpression<BigInteger> big = number(table().big);

    public final NullableExpression<OffsetTime> time = column(table().time);

    public final NullableExpression<Duration> lasts = column(table().lasts);

    public final NullableExpression<Period> period = column(table().period);

    public final NullableExpression<Interval> interval = column(table().interval);

    public final NullableArrayExpression<List<Interval>, Interval> intervals = array(table().intervals);

    public final NullableExpression<Inet> inet = column(table().inet);

    public final NullableExpression<InetAddress> host = column(table().host);

    public final NullableExpression<Cidr> network = column(table().network);

    public final NullableExpression<MacAddress> mac = column(table().mac);

    public final NullableExpression<BitString> bits = column(table().bits);

    public final NullableExpression<BitString> three = column(table().three);

    public final NullableExpression<Point> point = column(table().point);

    public final NullableExpression<Box> box = column(table().box);

    public final NullableArrayExpression<Box[], Box> boxes = array(table().boxes);

    public final NullableExpression<TsVector> words = column(table().words);

    public final NullableExpression<Range<Integer>> numbers = column(table().numbers);

    public final NullableExpression<Range<Instant>> during = column(table().during);

    public final NullableArrayExpression<List<Range<LocalDate>>, Range<LocalDate>> days = array(table().days);

    public final NullableExpression<MultiRange<BigDecimal>> amounts = column(table().amounts);

    public final NullableExpression<Range<String>> names = column(table().names);

    public final NullableExpression<BigDecimal> money = column(table().money);

    public final NullableArrayExpression<List<BigDecimal>, BigDecimal> moneys = array(table().moneys);

    public final NullableNumberExpression<Integer> small = number(table().small);

    public final NullableNumberExpression<Long> oid = number(table().oid);

    public final NullableTextExpression code = text(table().code);

    public final NullableTextExpression any = text();

    public final NullableExpression<String> xml = column(table().xml);

    public final NullableExpression<String> address = column(table().address);

    public final NullableDocumentExpression<Label> label = document(table().label);

    public final NullableArrayExpression<List<Label>, Label> labels = array(table().labels);

    public final NullableArrayExpression<List<Json>, Json> documents = array(table().documents);

    public final NullableExpression<String> document = column(table().document);

    public final NullableTextExpression email = text(table().email);

    public final NullableTextExpression emailMaybe = text(table().emailMaybe);

    public final NullableExpression<Map<String, String>> attributes = column(table().attributes);

    public final NullableArrayExpression<List<String>, String> paths = array(table().paths);

    public final NullableNumberExpression<Integer> positive = number(table().positive);

    public final NullableExpression<Price> price = column(table().price);

    public final NullableExpression<Price> priceMaybe = column(table().priceMaybe);

    public final NullableArrayExpression<List<Price>, Price> prices = array(table().prices);

    public final NullableExpression<Mood> mood = column(table().mood);

    public final NullableExpression<Mood> moodMaybe = column(table().moodMaybe);

    public final NullableArrayExpression<List<Mood>, Mood> moods = array(table().moods);

    public final NullableExpression<List<List<Integer>>> matrix = column(table().matrix);

    public final NullableExpression<int[][]> grid = column(table().grid);

    public final NullableExpression<List<String[]>> names2 = column(table().names2);

    private Outer(ValueTable table) {
      super(table);
    }
  }
}
