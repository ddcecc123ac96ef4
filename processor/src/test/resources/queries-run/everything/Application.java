package everything;

import static everything.EverythingTable.EVERYTHING;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

public final class Application implements Consumer<DataSource> {
  public Application() {}

  @Override
  public void accept(DataSource source) {
    Database db = Database.of(source);

    check(full(1), db.insert(EVERYTHING).values(row(1).apply(true)).returning().one());
    check(none(2), db.insert(EVERYTHING).values(row(2).apply(false)).returning().one());
    List<Everything> many =
        db.insert(EVERYTHING)
            .values(List.of(row(3).apply(true), row(4).apply(false), row(5).apply(true)))
            .returning()
            .list();
    check(full(3), many.get(0));
    check(none(4), many.get(1));
    check(full(5), many.get(2));
    check(full(1), db.find(EVERYTHING.pk, 1).orElseThrow());
    for (int i = 0; i < 6; i++) {
      // After five uses the driver changes to its binary form.
      check(none(4), db.find(EVERYTHING.pk, 4).orElseThrow());
      check(full(5), db.find(EVERYTHING.pk, 5).orElseThrow());
    }
    db.update(EVERYTHING)
        .set(
            EverythingPatch.of()
            .boolMaybeNull()
            .boolOrNullNull()
            .boolListMaybeNull()
            .smallMaybeNull()
            .smallOrNullNull()
            .smallListMaybeNull()
            .numberMaybeNull()
            .numberOrNullNull()
            .numberListMaybeNull()
            .bigMaybeNull()
            .bigOrNullNull()
            .bigListMaybeNull()
            .realMaybeNull()
            .realOrNullNull()
            .realListMaybeNull()
            .preciseMaybeNull()
            .preciseOrNullNull()
            .preciseListMaybeNull()
            .moneyMaybeNull()
            .moneyOrNullNull()
            .moneyListMaybeNull()
            .textMaybeNull()
            .textOrNullNull()
            .textListMaybeNull()
            .uuidMaybeNull()
            .uuidOrNullNull()
            .uuidListMaybeNull()
            .instantMaybeNull()
            .instantOrNullNull()
            .instantListMaybeNull()
            .offsetMaybeNull()
            .offsetOrNullNull()
            .offsetListMaybeNull()
            .dayMaybeNull()
            .dayOrNullNull()
            .dayListMaybeNull()
            .clockMaybeNull()
            .clockOrNullNull()
            .clockListMaybeNull()
            .localMaybeNull()
            .localOrNullNull()
            .localListMaybeNull()
            .moodMaybeNull()
            .moodOrNullNull()
            .moodListMaybeNull()
            .bytesMaybeNull()
            .jsonMaybeNull()
            .documentMaybeNull())
        .where(EVERYTHING.id.eq(1))
        .execute();
    check(none(1), db.find(EVERYTHING.pk, 1).orElseThrow());
  }

  private static java.util.function.Function<Boolean, EverythingInsert> row(int id) {
    return filled -> filled ? fullRow(id) : noneRow(id);
  }

  private static Document document() {
    return new Document(
        true,
        (short) -1,
        1,
        2L,
        0.5f,
        Double.NaN,
        new BigDecimal("1.50"),
        "\"x\"",
        new UUID(1, 2),
        Instant.MAX,
        Mood.CALM,
        Optional.of(Mood.EAGER),
        Json.parse("{\"a\": [null]}"),
        List.of(Optional.of(1), Optional.empty()),
        Map.of(
            "k",
            List.of(
                new Document.Part(
                    "p", Optional.of(new Document.Part("q", Optional.empty()))))),
        Optional.empty());
  }

  private static EverythingInsert noneRow(int id) {
    return EverythingInsert.of(
        id,
        false,
        true,
        List.of(true, false),
        new Boolean[] {false, true},
        new boolean[] {true, false},
        Short.MIN_VALUE,
        (short) 1,
        List.of((short) 1, Short.MIN_VALUE),
        new Short[] {Short.MIN_VALUE, (short) 1},
        new short[] {(short) 1, Short.MIN_VALUE},
        Integer.MIN_VALUE,
        1,
        List.of(1, Integer.MIN_VALUE),
        new Integer[] {Integer.MIN_VALUE, 1},
        new int[] {1, Integer.MIN_VALUE},
        Long.MIN_VALUE,
        1L,
        List.of(1L, Long.MIN_VALUE),
        new Long[] {Long.MIN_VALUE, 1L},
        new long[] {1L, Long.MIN_VALUE},
        Float.NaN,
        0.5f,
        List.of(0.5f, Float.NaN),
        new Float[] {Float.NaN, 0.5f},
        new float[] {0.5f, Float.NaN},
        Double.NEGATIVE_INFINITY,
        0.5,
        List.of(0.5, Double.NEGATIVE_INFINITY),
        new Double[] {Double.NEGATIVE_INFINITY, 0.5},
        new double[] {0.5, Double.NEGATIVE_INFINITY},
        new BigDecimal("1.50"),
        List.of(new BigDecimal("1.50"), new BigDecimal("-1234567890123456789012345678901234567890.5")),
        new BigDecimal[] {new BigDecimal("-1234567890123456789012345678901234567890.5"), new BigDecimal("1.50")},
        "a",
        List.of("a", "{\"NULL\",\\}"),
        new String[] {"{\"NULL\",\\}", "a"},
        new UUID(1, 2),
        List.of(new UUID(1, 2), new UUID(-1, -1)),
        new UUID[] {new UUID(-1, -1), new UUID(1, 2)},
        Instant.EPOCH,
        List.of(Instant.EPOCH, Instant.MAX),
        new Instant[] {Instant.MAX, Instant.EPOCH},
        OffsetDateTime.parse("2026-01-01T00:00:00.123456Z"),
        List.of(OffsetDateTime.parse("2026-01-01T00:00:00.123456Z"), OffsetDateTime.MIN),
        new OffsetDateTime[] {OffsetDateTime.MIN, OffsetDateTime.parse("2026-01-01T00:00:00.123456Z")},
        LocalDate.EPOCH,
        List.of(LocalDate.EPOCH, LocalDate.of(-43, 3, 15)),
        new LocalDate[] {LocalDate.of(-43, 3, 15), LocalDate.EPOCH},
        LocalTime.NOON,
        List.of(LocalTime.NOON, LocalTime.MAX),
        new LocalTime[] {LocalTime.MAX, LocalTime.NOON},
        LocalDateTime.of(2026, 1, 1, 0, 0),
        List.of(LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.MIN),
        new LocalDateTime[] {LocalDateTime.MIN, LocalDateTime.of(2026, 1, 1, 0, 0)},
        Mood.CALM,
        List.of(Mood.CALM, Mood.EAGER),
        new Mood[] {Mood.EAGER, Mood.CALM},
        new byte[] {0, -1, '\\'},
        List.of(new byte[] {0, -1, '\\'}),
        new byte[][] {new byte[] {0, -1, '\\'}, new byte[0]},
        Json.parse("[1.50, null]"),
        document(),
        List.of(document(), document()),
        Map.of("a b", document()));
  }

  private static EverythingInsert fullRow(int id) {
    return noneRow(id)
        .boolMaybe(false)
        .boolOrNull(true)
        .boolListMaybe(List.of(true, false))
        .smallMaybe(Short.MIN_VALUE)
        .smallOrNull((short) 1)
        .smallListMaybe(List.of((short) 1, Short.MIN_VALUE))
        .numberMaybe(Integer.MIN_VALUE)
        .numberOrNull(1)
        .numberListMaybe(List.of(1, Integer.MIN_VALUE))
        .bigMaybe(Long.MIN_VALUE)
        .bigOrNull(1L)
        .bigListMaybe(List.of(1L, Long.MIN_VALUE))
        .realMaybe(Float.NaN)
        .realOrNull(0.5f)
        .realListMaybe(List.of(0.5f, Float.NaN))
        .preciseMaybe(Double.NEGATIVE_INFINITY)
        .preciseOrNull(0.5)
        .preciseListMaybe(List.of(0.5, Double.NEGATIVE_INFINITY))
        .moneyMaybe(new BigDecimal("-1234567890123456789012345678901234567890.5"))
        .moneyOrNull(new BigDecimal("1.50"))
        .moneyListMaybe(List.of(new BigDecimal("1.50"), new BigDecimal("-1234567890123456789012345678901234567890.5")))
        .textMaybe("{\"NULL\",\\}")
        .textOrNull("a")
        .textListMaybe(List.of("a", "{\"NULL\",\\}"))
        .uuidMaybe(new UUID(-1, -1))
        .uuidOrNull(new UUID(1, 2))
        .uuidListMaybe(List.of(new UUID(1, 2), new UUID(-1, -1)))
        .instantMaybe(Instant.MAX)
        .instantOrNull(Instant.EPOCH)
        .instantListMaybe(List.of(Instant.EPOCH, Instant.MAX))
        .offsetMaybe(OffsetDateTime.MIN)
        .offsetOrNull(OffsetDateTime.parse("2026-01-01T00:00:00.123456Z"))
        .offsetListMaybe(List.of(OffsetDateTime.parse("2026-01-01T00:00:00.123456Z"), OffsetDateTime.MIN))
        .dayMaybe(LocalDate.of(-43, 3, 15))
        .dayOrNull(LocalDate.EPOCH)
        .dayListMaybe(List.of(LocalDate.EPOCH, LocalDate.of(-43, 3, 15)))
        .clockMaybe(LocalTime.MAX)
        .clockOrNull(LocalTime.NOON)
        .clockListMaybe(List.of(LocalTime.NOON, LocalTime.MAX))
        .localMaybe(LocalDateTime.MIN)
        .localOrNull(LocalDateTime.of(2026, 1, 1, 0, 0))
        .localListMaybe(List.of(LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.MIN))
        .moodMaybe(Mood.EAGER)
        .moodOrNull(Mood.CALM)
        .moodListMaybe(List.of(Mood.CALM, Mood.EAGER))
        .bytesMaybe(new byte[] {0, -1, '\\'})
        .jsonMaybe(Json.NULL)
        .documentMaybe(document());
  }

  private static Everything full(int id) {
    return new Everything(
        id,
        false,
        true,
        Optional.of(false),
        true,
        List.of(true, false),
        Optional.of(List.of(true, false)),
        new Boolean[] {false, true},
        new boolean[] {true, false},
        Short.MIN_VALUE,
        (short) 1,
        Optional.of(Short.MIN_VALUE),
        (short) 1,
        List.of((short) 1, Short.MIN_VALUE),
        Optional.of(List.of((short) 1, Short.MIN_VALUE)),
        new Short[] {Short.MIN_VALUE, (short) 1},
        new short[] {(short) 1, Short.MIN_VALUE},
        Integer.MIN_VALUE,
        1,
        Optional.of(Integer.MIN_VALUE),
        1,
        List.of(1, Integer.MIN_VALUE),
        Optional.of(List.of(1, Integer.MIN_VALUE)),
        new Integer[] {Integer.MIN_VALUE, 1},
        new int[] {1, Integer.MIN_VALUE},
        Long.MIN_VALUE,
        1L,
        Optional.of(Long.MIN_VALUE),
        1L,
        List.of(1L, Long.MIN_VALUE),
        Optional.of(List.of(1L, Long.MIN_VALUE)),
        new Long[] {Long.MIN_VALUE, 1L},
        new long[] {1L, Long.MIN_VALUE},
        Float.NaN,
        0.5f,
        Optional.of(Float.NaN),
        0.5f,
        List.of(0.5f, Float.NaN),
        Optional.of(List.of(0.5f, Float.NaN)),
        new Float[] {Float.NaN, 0.5f},
        new float[] {0.5f, Float.NaN},
        Double.NEGATIVE_INFINITY,
        0.5,
        Optional.of(Double.NEGATIVE_INFINITY),
        0.5,
        List.of(0.5, Double.NEGATIVE_INFINITY),
        Optional.of(List.of(0.5, Double.NEGATIVE_INFINITY)),
        new Double[] {Double.NEGATIVE_INFINITY, 0.5},
        new double[] {0.5, Double.NEGATIVE_INFINITY},
        new BigDecimal("1.50"),
        Optional.of(new BigDecimal("-1234567890123456789012345678901234567890.5")),
        new BigDecimal("1.50"),
        List.of(new BigDecimal("1.50"), new BigDecimal("-1234567890123456789012345678901234567890.5")),
        Optional.of(List.of(new BigDecimal("1.50"), new BigDecimal("-1234567890123456789012345678901234567890.5"))),
        new BigDecimal[] {new BigDecimal("-1234567890123456789012345678901234567890.5"), new BigDecimal("1.50")},
        "a",
        Optional.of("{\"NULL\",\\}"),
        "a",
        List.of("a", "{\"NULL\",\\}"),
        Optional.of(List.of("a", "{\"NULL\",\\}")),
        new String[] {"{\"NULL\",\\}", "a"},
        new UUID(1, 2),
        Optional.of(new UUID(-1, -1)),
        new UUID(1, 2),
        List.of(new UUID(1, 2), new UUID(-1, -1)),
        Optional.of(List.of(new UUID(1, 2), new UUID(-1, -1))),
        new UUID[] {new UUID(-1, -1), new UUID(1, 2)},
        Instant.EPOCH,
        Optional.of(Instant.MAX),
        Instant.EPOCH,
        List.of(Instant.EPOCH, Instant.MAX),
        Optional.of(List.of(Instant.EPOCH, Instant.MAX)),
        new Instant[] {Instant.MAX, Instant.EPOCH},
        OffsetDateTime.parse("2026-01-01T00:00:00.123456Z"),
        Optional.of(OffsetDateTime.MIN),
        OffsetDateTime.parse("2026-01-01T00:00:00.123456Z"),
        List.of(OffsetDateTime.parse("2026-01-01T00:00:00.123456Z"), OffsetDateTime.MIN),
        Optional.of(List.of(OffsetDateTime.parse("2026-01-01T00:00:00.123456Z"), OffsetDateTime.MIN)),
        new OffsetDateTime[] {OffsetDateTime.MIN, OffsetDateTime.parse("2026-01-01T00:00:00.123456Z")},
        LocalDate.EPOCH,
        Optional.of(LocalDate.of(-43, 3, 15)),
        LocalDate.EPOCH,
        List.of(LocalDate.EPOCH, LocalDate.of(-43, 3, 15)),
        Optional.of(List.of(LocalDate.EPOCH, LocalDate.of(-43, 3, 15))),
        new LocalDate[] {LocalDate.of(-43, 3, 15), LocalDate.EPOCH},
        LocalTime.NOON,
        Optional.of(LocalTime.MAX),
        LocalTime.NOON,
        List.of(LocalTime.NOON, LocalTime.MAX),
        Optional.of(List.of(LocalTime.NOON, LocalTime.MAX)),
        new LocalTime[] {LocalTime.MAX, LocalTime.NOON},
        LocalDateTime.of(2026, 1, 1, 0, 0),
        Optional.of(LocalDateTime.MIN),
        LocalDateTime.of(2026, 1, 1, 0, 0),
        List.of(LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.MIN),
        Optional.of(List.of(LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.MIN)),
        new LocalDateTime[] {LocalDateTime.MIN, LocalDateTime.of(2026, 1, 1, 0, 0)},
        Mood.CALM,
        Optional.of(Mood.EAGER),
        Mood.CALM,
        List.of(Mood.CALM, Mood.EAGER),
        Optional.of(List.of(Mood.CALM, Mood.EAGER)),
        new Mood[] {Mood.EAGER, Mood.CALM},
        new byte[] {0, -1, '\\'},
        Optional.of(new byte[] {0, -1, '\\'}),
        List.of(new byte[] {0, -1, '\\'}),
        new byte[][] {new byte[] {0, -1, '\\'}, new byte[0]},
        Json.parse("[1.50, null]"),
        Optional.of(Json.NULL),
        document(),
        Optional.of(document()),
        List.of(document(), document()),
        Map.of("a b", document()));
  }

  private static Everything none(int id) {
    return new Everything(
        id,
        false,
        true,
        Optional.empty(),
        null,
        List.of(true, false),
        Optional.empty(),
        new Boolean[] {false, true},
        new boolean[] {true, false},
        Short.MIN_VALUE,
        (short) 1,
        Optional.empty(),
        null,
        List.of((short) 1, Short.MIN_VALUE),
        Optional.empty(),
        new Short[] {Short.MIN_VALUE, (short) 1},
        new short[] {(short) 1, Short.MIN_VALUE},
        Integer.MIN_VALUE,
        1,
        Optional.empty(),
        null,
        List.of(1, Integer.MIN_VALUE),
        Optional.empty(),
        new Integer[] {Integer.MIN_VALUE, 1},
        new int[] {1, Integer.MIN_VALUE},
        Long.MIN_VALUE,
        1L,
        Optional.empty(),
        null,
        List.of(1L, Long.MIN_VALUE),
        Optional.empty(),
        new Long[] {Long.MIN_VALUE, 1L},
        new long[] {1L, Long.MIN_VALUE},
        Float.NaN,
        0.5f,
        Optional.empty(),
        null,
        List.of(0.5f, Float.NaN),
        Optional.empty(),
        new Float[] {Float.NaN, 0.5f},
        new float[] {0.5f, Float.NaN},
        Double.NEGATIVE_INFINITY,
        0.5,
        Optional.empty(),
        null,
        List.of(0.5, Double.NEGATIVE_INFINITY),
        Optional.empty(),
        new Double[] {Double.NEGATIVE_INFINITY, 0.5},
        new double[] {0.5, Double.NEGATIVE_INFINITY},
        new BigDecimal("1.50"),
        Optional.empty(),
        null,
        List.of(new BigDecimal("1.50"), new BigDecimal("-1234567890123456789012345678901234567890.5")),
        Optional.empty(),
        new BigDecimal[] {new BigDecimal("-1234567890123456789012345678901234567890.5"), new BigDecimal("1.50")},
        "a",
        Optional.empty(),
        null,
        List.of("a", "{\"NULL\",\\}"),
        Optional.empty(),
        new String[] {"{\"NULL\",\\}", "a"},
        new UUID(1, 2),
        Optional.empty(),
        null,
        List.of(new UUID(1, 2), new UUID(-1, -1)),
        Optional.empty(),
        new UUID[] {new UUID(-1, -1), new UUID(1, 2)},
        Instant.EPOCH,
        Optional.empty(),
        null,
        List.of(Instant.EPOCH, Instant.MAX),
        Optional.empty(),
        new Instant[] {Instant.MAX, Instant.EPOCH},
        OffsetDateTime.parse("2026-01-01T00:00:00.123456Z"),
        Optional.empty(),
        null,
        List.of(OffsetDateTime.parse("2026-01-01T00:00:00.123456Z"), OffsetDateTime.MIN),
        Optional.empty(),
        new OffsetDateTime[] {OffsetDateTime.MIN, OffsetDateTime.parse("2026-01-01T00:00:00.123456Z")},
        LocalDate.EPOCH,
        Optional.empty(),
        null,
        List.of(LocalDate.EPOCH, LocalDate.of(-43, 3, 15)),
        Optional.empty(),
        new LocalDate[] {LocalDate.of(-43, 3, 15), LocalDate.EPOCH},
        LocalTime.NOON,
        Optional.empty(),
        null,
        List.of(LocalTime.NOON, LocalTime.MAX),
        Optional.empty(),
        new LocalTime[] {LocalTime.MAX, LocalTime.NOON},
        LocalDateTime.of(2026, 1, 1, 0, 0),
        Optional.empty(),
        null,
        List.of(LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.MIN),
        Optional.empty(),
        new LocalDateTime[] {LocalDateTime.MIN, LocalDateTime.of(2026, 1, 1, 0, 0)},
        Mood.CALM,
        Optional.empty(),
        null,
        List.of(Mood.CALM, Mood.EAGER),
        Optional.empty(),
        new Mood[] {Mood.EAGER, Mood.CALM},
        new byte[] {0, -1, '\\'},
        Optional.empty(),
        List.of(new byte[] {0, -1, '\\'}),
        new byte[][] {new byte[] {0, -1, '\\'}, new byte[0]},
        Json.parse("[1.50, null]"),
        Optional.empty(),
        document(),
        Optional.empty(),
        List.of(document(), document()),
        Map.of("a b", document()));
  }

  /** Records do not compare arrays by what they hold. */
  private static Object[] parts(Everything e) {
    Object[] parts = {
      e.id(),
      e.bool(),
      e.boolBox(),
      e.boolMaybe(),
      e.boolOrNull(),
      e.boolList(),
      e.boolListMaybe(),
      e.boolBoxes(),
      e.boolArray(),
      e.small(),
      e.smallBox(),
      e.smallMaybe(),
      e.smallOrNull(),
      e.smallList(),
      e.smallListMaybe(),
      e.smallBoxes(),
      e.smallArray(),
      e.number(),
      e.numberBox(),
      e.numberMaybe(),
      e.numberOrNull(),
      e.numberList(),
      e.numberListMaybe(),
      e.numberBoxes(),
      e.numberArray(),
      e.big(),
      e.bigBox(),
      e.bigMaybe(),
      e.bigOrNull(),
      e.bigList(),
      e.bigListMaybe(),
      e.bigBoxes(),
      e.bigArray(),
      e.real(),
      e.realBox(),
      e.realMaybe(),
      e.realOrNull(),
      e.realList(),
      e.realListMaybe(),
      e.realBoxes(),
      e.realArray(),
      e.precise(),
      e.preciseBox(),
      e.preciseMaybe(),
      e.preciseOrNull(),
      e.preciseList(),
      e.preciseListMaybe(),
      e.preciseBoxes(),
      e.preciseArray(),
      e.moneyBox(),
      e.moneyMaybe(),
      e.moneyOrNull(),
      e.moneyList(),
      e.moneyListMaybe(),
      e.moneyBoxes(),
      e.textBox(),
      e.textMaybe(),
      e.textOrNull(),
      e.textList(),
      e.textListMaybe(),
      e.textBoxes(),
      e.uuidBox(),
      e.uuidMaybe(),
      e.uuidOrNull(),
      e.uuidList(),
      e.uuidListMaybe(),
      e.uuidBoxes(),
      e.instantBox(),
      e.instantMaybe(),
      e.instantOrNull(),
      e.instantList(),
      e.instantListMaybe(),
      e.instantBoxes(),
      e.offsetBox(),
      e.offsetMaybe(),
      e.offsetOrNull(),
      e.offsetList(),
      e.offsetListMaybe(),
      e.offsetBoxes(),
      e.dayBox(),
      e.dayMaybe(),
      e.dayOrNull(),
      e.dayList(),
      e.dayListMaybe(),
      e.dayBoxes(),
      e.clockBox(),
      e.clockMaybe(),
      e.clockOrNull(),
      e.clockList(),
      e.clockListMaybe(),
      e.clockBoxes(),
      e.localBox(),
      e.localMaybe(),
      e.localOrNull(),
      e.localList(),
      e.localListMaybe(),
      e.localBoxes(),
      e.moodBox(),
      e.moodMaybe(),
      e.moodOrNull(),
      e.moodList(),
      e.moodListMaybe(),
      e.moodBoxes(),
      e.bytes(),
      e.bytesMaybe(),
      e.bytesList(),
      e.bytesArray(),
      e.json(),
      e.jsonMaybe(),
      e.document(),
      e.documentMaybe(),
      e.documents(),
      e.documentMap()
    };
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] instanceof Optional<?> optional) {
        parts[i] = optional.map(value -> new Object[] {value}).orElse(null);
      } else if (parts[i] instanceof List<?> list) {
        parts[i] = list.toArray();
      }
    }
    return parts;
  }

  private static void check(Everything expected, Everything actual) {
    Object[] a = parts(expected);
    Object[] b = parts(actual);
    for (int i = 0; i < a.length; i++) {
      if (!Arrays.deepEquals(new Object[] {a[i]}, new Object[] {b[i]})) {
        throw new AssertionError("Component " + i + ": " + show(a[i]) + ", " + show(b[i]));
      }
    }
  }

  private static String show(Object value) {
    return Arrays.deepToString(new Object[] {value});
  }
}
