package dev.varve.runtime.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.Transfer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that Java or PostgreSQL has no place for, or keeps in another form. */
class ForeignValuesTest {
  private static TestDatabase server;

  @BeforeAll
  static void start() {
    server = ValueCases.newDatabase();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void noBigDecimalIsNaN(Transfer transfer) {
    for (String value : List.of("NaN", "Infinity", "-Infinity")) {
      assertUnreadable(transfer, "numeric", Type.DECIMAL, "'" + value + "', '{}'", value);
      assertUnreadable(transfer, "numeric", Type.DECIMAL, "0, '{" + value + "}'", value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anArrayHasTheDimensionsOfItsType(Transfer transfer) {
    String message = "The array has more dimensions or fewer than its type in Java";
    assertUnreadable(transfer, "integer", Type.INT, "0, '{{1,2},{3,4}}'", message);
    assertUnreadable(transfer, "text", Type.STRING, "0, '{{1,2},{3,4}}'", message);
    assertUnreadable(transfer, "integer[]", Type.INT.list(), "'{1}', '{1,NULL}'", message);
    assertUnreadable(
        transfer, "numeric", Type.DECIMAL, "0, '[0:1]={1,2}'", "does not start with its first");
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfAnArrayHaveOneLength(Transfer transfer) {
    Type<List<List<Integer>>> type = Type.INT.list().list();
    String none = "An array of arrays has no place for one that is NULL or empty.";
    assertUnwritable(transfer, "integer[]", type, List.of(List.of()), none);
    assertUnwritable(transfer, "integer[]", type, Arrays.asList(List.of(1), null), none);
    assertUnwritable(
        transfer, "integer[]", type, List.of(List.of(1), List.of(1, 2)), "malformed array literal");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOutOfRangeIsRefused(Transfer transfer) {
    assertUnwritable(
        transfer,
        "timestamptz",
        Type.INSTANT,
        Instant.parse("+294277-01-01T00:00:00Z"),
        "timestamp out of range");
    assertUnwritable(
        transfer, "date", Type.LOCAL_DATE, LocalDate.of(-4713, 1, 1), "date out of range");
    assertUnwritable(transfer, "text", Type.STRING, "a\0b", "invalid");
    assertUnwritable(transfer, "varchar(2)", Type.STRING, "abc", "too long");
    assertUnwritable(
        transfer, "numeric(3, 1)", Type.DECIMAL, new BigDecimal("100"), "numeric field overflow");
  }

  @ParameterizedTest
  @EnumSource
  void membersOfOneName(Transfer transfer) {
    String text = "{\"a\": 1, \"b\": 2, \"a\": [3]}";
    Json last = Json.parse("{\"b\": 2, \"a\": [3]}");
    assertEquals(text, stored(transfer, "json", Type.STRING.as("json"), text));
    assertEquals(last, stored(transfer, "json", Type.JSON.as("json"), Json.parse(text)));
    assertEquals(last, stored(transfer, "jsonb", Type.JSON, Json.parse(text)));
    assertEquals(
        "{\"a\": [3], \"b\": 2}", stored(transfer, "jsonb", Type.STRING.as("jsonb"), text));
  }

  @ParameterizedTest
  @EnumSource
  void formsThatPostgresDoesNotKeep(Transfer transfer) {
    assertEquals(
        new BigDecimal("100"), stored(transfer, "numeric", Type.DECIMAL, new BigDecimal("1E+2")));
    assertEquals(
        new BigDecimal("1.50"),
        stored(transfer, "numeric(4, 2)", Type.DECIMAL, new BigDecimal("1.5")));
    assertEquals(
        Instant.parse("2026-01-01T00:00:00.000002Z"),
        stored(
            transfer,
            "timestamptz",
            Type.INSTANT,
            Instant.parse("2026-01-01T00:00:00.000001500Z")));
  }

  private static Database db(Transfer transfer) {
    return Database.of(transfer.of(server));
  }

  private static <T> ValueTable<T> table(String sqlType, Type<T> type) {
    server.execute("DROP TABLE IF EXISTS \"values\";" + ValueTable.create(sqlType));
    return new ValueTable<>("values", type);
  }

  private static <T> T stored(Transfer transfer, String sqlType, Type<T> type, T value) {
    ValueTable<T> table = table(sqlType, type);
    return db(transfer).insert(table).values(row(value)).returning(table.value).one();
  }

  private static <T> ValueTable.Row<T> row(T value) {
    return new ValueTable.Row<>(0, value, Optional.empty(), List.of(), Optional.empty());
  }

  private static void assertUnreadable(
      Transfer transfer, String sqlType, Type<?> type, String values, String message) {
    ValueTable<?> table = table(sqlType, type);
    server.execute("INSERT INTO \"values\" (id, value, list) VALUES (0, " + values + ")");
    Database db = db(transfer);
    assertMessage(message, () -> db.from(table).list());
    assertMessage(message, () -> db.copyOut(db.from(table), row -> {}));
  }

  private static <T> void assertUnwritable(
      Transfer transfer, String sqlType, Type<T> type, T value, String message) {
    ValueTable<T> table = table(sqlType, type);
    Database db = db(transfer);
    List<ValueTable.Row<T>> rows = List.of(row(value));
    assertMessage(message, () -> db.insert(table).values(rows.get(0)).execute());
    assertMessage(message, () -> db.insert(table).values(rows).execute());
    assertMessage(message, () -> db.copyIn(table, rows));
    assertEquals(0, db.from(table).count());
  }

  private static void assertMessage(String expected, Supplier<?> statement) {
    String message = assertThrows(QueryException.class, () -> statement.get()).getMessage();
    assertTrue(message.contains(expected), message);
  }
}
