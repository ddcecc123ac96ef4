package dev.varve.runtime.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.Transfer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Values on every way into a table and out of it: inserts of one and of many, {@code COPY} in and
 * out, what an insert returns, a select, a parameter, an array as a parameter.
 */
record RoundTrip(TestDatabase server, Transfer transfer) {
  /** These have no equality in SQL. */
  private static final Set<String> NOT_COMPARED =
      Set.of("json", "jsonpath", "xml", "point", "polygon", "pg_snapshot", "box[]");

  <T> void check(ValueCases.Case<T> test) {
    server.execute("DROP TABLE IF EXISTS \"values\";" + ValueTable.create(test.sqlType()));
    try (OneConnection source = new OneConnection(transfer.of(server))) {
      check(test, Database.of(source.dataSource()));
    }
  }

  private <T> void check(ValueCases.Case<T> test, Database db) {
    List<T> values = test.values();
    ValueTable<T> table = new ValueTable<>("values", test.type());
    Select<ValueTable.Values<T>> select = db.from(table).orderBy(table.id.asc());
    List<ValueTable.Row<T>> rows = new ArrayList<>();
    List<ValueTable.Values<T>> expected = new ArrayList<>();
    boolean nested = test.type().isArray();
    for (T value : values) {
      int id = rows.size();
      Optional<T> maybe = id % 2 == 0 ? Optional.of(value) : Optional.empty();
      List<T> list = id % 3 == 0 ? List.of() : Arrays.asList(value, nested ? value : null, value);
      Optional<List<T>> maybeList = id % 2 == 0 ? Optional.empty() : Optional.of(List.of(value));
      rows.add(new ValueTable.Row<>(id, value, maybe, list, maybeList));
      expected.add(new ValueTable.Values<>(id, value, maybe, list, maybeList));
    }

    for (int i = 0; i < rows.size(); i++) {
      assertSame(
          expected.get(i), db.insert(table).values(rows.get(i)).returning().one());
    }
    assertRows(expected, select.list());
    db.delete(table).allRows().execute();
    assertRows(expected, db.insert(table).values(rows).returning().list());
    assertRows(expected, select.list());
    List<ValueTable.Values<T>> copied = new ArrayList<>();
    db.copyOut(select, copied::add);
    assertRows(expected, copied);
    db.delete(table).allRows().execute();
    db.copyIn(table, rows);
    assertRows(expected, select.list());

    if (NOT_COMPARED.contains(test.sqlType())) {
      return;
    }
    for (T value : values) {
      assertTrue(db.from(table).where(table.value.eq(value)).count() >= 1, () -> "eq " + value);
    }
    if (nested) {
      return; // A list of arrays would be taken apart, and is refused.
    }
    for (T value : values) {
      assertTrue(db.from(table).where(table.value.in(value)).count() >= 1, () -> "in " + value);
    }
    assertEquals(rows.size(), db.from(table).where(table.value.in(values)).count(), "in, with all");
  }

  private static <T> void assertRows(
      List<ValueTable.Values<T>> expected, List<ValueTable.Values<T>> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertSame(expected.get(i), actual.get(i));
    }
  }

  private static <T> void assertSame(ValueTable.Values<T> expected, ValueTable.Values<T> actual) {
    assertTrue(
        Objects.deepEquals(parts(expected), parts(actual)),
        () -> "Expected " + expected + ", found " + actual);
  }

  /** Records do not compare arrays by what they hold. */
  private static Object[] parts(ValueTable.Values<?> values) {
    return new Object[] {
      values.id(),
      values.value(),
      values.maybe().orElse(null),
      values.list().toArray(),
      values.maybeList().map(List::toArray).orElse(null)
    };
  }
}
