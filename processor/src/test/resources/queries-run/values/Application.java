package values;

import static values.ValueTable.VALUES;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.Database;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

public final class Application implements Consumer<DataSource> {
  public Application() {}

  @Override
  public void accept(DataSource source) {
    Database db = Database.of(source);
    ValueInsert row = row((byte) 1);
    Value one = db.insert(VALUES).values(row).returning().one();
    List<Value> many =
        db.insert(VALUES).values(List.of(row((byte) 2), row((byte) 3))).returning().list();
    check(text(one, 1), text(many.get(0), 2));
    check(text(one, 1), text(many.get(1), 3));
    for (int i = 0; i < 7; i++) {
      // After five uses the driver changes to its binary form.
      check(text(one, 1), text(db.find(VALUES.pk, (byte) 2).orElseThrow(), 2));
    }

    check('x', one.letter());
    check(Optional.empty(), one.letterMaybe());
    check(new BigInteger("123456789012345678901234567890"), one.big());
    check(Duration.ofMillis(1500), one.lasts());
    check(Optional.of(Period.ofMonths(1)), one.period());
    check("10.0.0.1/8", one.inet().toString());
    check(List.of(Range.closedOpen(LocalDate.EPOCH, LocalDate.MAX)), one.days());
    check(new BigDecimal("-1234.50"), one.money());
    check(List.of(new BigDecimal("0.01"), new BigDecimal("1000000.00")), one.moneys());
    check(4294967295L, one.oid());
    check("ab  ", one.code());
    check(new Label("l"), one.label());
    check(List.of(new Label("a"), new Label("b")), one.labels());
    check(Map.of("a", "1", "b", "2"), one.attributes());
    check(List.of("top.middle", "top"), one.paths());
    check(new Price(new BigDecimal("9.90")), one.price());
    check(List.of(Mood.EAGER, Mood.CALM), one.moods());
    check(List.of(Arrays.asList(1, null), List.of(2, 3)), one.matrix());
    check("[[1, 2, 3]]", Arrays.deepToString(one.grid().orElseThrow()));
    check("[[a,b, {}], [null, \"]]", Arrays.deepToString(one.names2().toArray()));
    check(3L, db.from(VALUES).where(VALUES.matrix.eq(one.matrix())).count());
    List<Value> copied = new ArrayList<>();
    db.copyOut(db.from(VALUES).orderBy(VALUES.id.asc()), copied::add);
    check(text(one, 1), text(copied.get(1), 2));
    db.truncate(VALUES).execute();
    db.copyIn(VALUES, List.of(row((byte) 1), row((byte) 2), row((byte) 3)));
    check(text(one, 1), text(db.find(VALUES.pk, (byte) 2).orElseThrow(), 2));

    check(3L, db.from(VALUES).where(VALUES.email.eq("ADA@EXAMPLE.ORG")).count());
    check(3L, db.from(VALUES).where(VALUES.email.in("ADA@EXAMPLE.ORG")).count());
    check(3L, db.from(VALUES).where(VALUES.email.like("ADA@%")).count());
    check(3L, db.from(VALUES).where(VALUES.code.eq("ab")).count());
    check(3L, db.from(VALUES).where(VALUES.code.in("ab  ", "cd")).count());
    check(3L, db.from(VALUES).where(VALUES.money.lt(BigDecimal.ZERO)).count());
    check(3L, db.from(VALUES).where(VALUES.money.in(new BigDecimal("-1234.5"))).count());
    check(3L, db.from(VALUES).where(VALUES.price.eq(new Price(new BigDecimal("9.9")))).count());
    check(3L, db.from(VALUES).where(VALUES.mood.in(Mood.EAGER)).count());
    check(3L, db.from(VALUES).where(VALUES.numbers.eq(Range.closedOpen(1, 5))).count());
    check(3L, db.from(VALUES).where(VALUES.small.plus(1).eq(8)).count());
    db.update(VALUES)
        .set(
            ValuePatch.of()
                .priceMaybe(new Price(BigDecimal.ONE))
                .moodMaybe(Mood.CALM)
                .address("::1")
                .duringNull()
                .boxes(new Box[] {null}))
        .allRows()
        .execute();
    Value updated = db.find(VALUES.pk, (byte) 3).orElseThrow();
    check(Optional.of(new Price(BigDecimal.ONE)), updated.priceMaybe());
    check(Optional.of(Mood.CALM), updated.moodMaybe());
    check(Optional.of("::1"), updated.address());
    check(null, updated.boxes()[0]);
  }

  private static ValueInsert row(byte id) {
    return ValueInsert.of(
            id,
            'x',
            new Byte[] {Byte.MIN_VALUE, null},
            new BigInteger("123456789012345678901234567890"),
            OffsetTime.parse("12:30:00.000001+05:30"),
            Duration.ofMillis(1500),
            new Interval(1, -2, 3),
            List.of(Interval.ZERO, new Interval(-1, 2, -3)),
            Inet.parse("10.0.0.1/8"),
            Inet.parse("::1").address(),
            Cidr.parse("2001:db8::/32"),
            MacAddress.parse("08:00:2b:01:02:03"),
            new BitString("000000001"),
            new BitString("101"),
            new Point(1, -0.0),
            new Box(new Point(1, 2), new Point(3, 4)),
            new Box[] {new Box(new Point(1, 2), new Point(3, 4)), null},
            TsVector.parse("'a':1 'b''c':2A"),
            Range.closed(1, 4),
            List.of(Range.closedOpen(LocalDate.EPOCH, LocalDate.MAX)),
            MultiRange.of(Range.closed(BigDecimal.ZERO, BigDecimal.ONE)),
            Range.closed("a,b", "c\"d"),
            new BigDecimal("-1234.5"),
            List.of(new BigDecimal("0.01"), new BigDecimal("1000000")),
            7,
            4294967295L,
            "ab",
            "any",
            "<a>&amp;</a>",
            new Label("l"),
            List.of(new Label("a"), new Label("b")),
            List.of(Json.parse("[1, {\"a\": null}]"), Json.NULL),
            "{\"a\": 1}",
            "Ada@example.org",
            Map.of("a", "1", "b", "2"),
            List.of("top.middle", "top"),
            3,
            new Price(new BigDecimal("9.90")),
            List.of(new Price(new BigDecimal("1.00"))),
            Mood.EAGER,
            List.of(Mood.EAGER, Mood.CALM),
            List.of(Arrays.asList(1, null), List.of(2, 3)),
            List.of(new String[] {"a,b", "{}"}, new String[] {null, "\""}))
        .grid(new int[][] {{1, 2, 3}})
        .period(Period.ofMonths(1))
        .during(Range.atLeast(Instant.EPOCH));
  }

  private static String text(Value value, int id) {
    String arrays =
        List.of(value.bytes()[0], value.boxes()[0]) + " " + value.bytes()[1] + value.boxes()[1];
    return arrays
        + Arrays.deepToString(value.grid().orElseThrow())
        + Arrays.deepToString(value.names2().toArray())
        + value
            .toString()
            .replaceAll("\\[\\[[IL].*", "")
            .replaceAll("\\[L[^,]*", "")
            .replace("[id=" + id + ",", "[id=,");
  }

  private static void check(Object expected, Object actual) {
    if (expected == null ? actual != null : !expected.equals(actual)) {
      throw new AssertionError("Expected " + expected + ", found " + actual);
    }
  }
}
