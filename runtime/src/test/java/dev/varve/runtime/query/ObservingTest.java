package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Who looks on: listeners, the Flight Recorder, and what neither sees. */
class ObservingTest {
  private static final String SECRET = "hunter2-secret";

  private final TestDatabase server = SampleDatabase.create();
  private final List<QueryListener.Execution> seen = new ArrayList<>();
  private final Database db = Database.of(server.dataSource(), seen::add);

  @AfterEach
  void stop() {
    server.close();
  }

  /** A table with a column that nobody should see. */
  static final class AccountTable extends View<AccountTable, Account> {
    static final AccountTable ACCOUNTS = new AccountTable("accounts");

    final NumberColumn<AccountTable, Long> id = number("id", Type.LONG);
    final TextColumn<AccountTable> password = text("password", Type.STRING.sensitive());

    private AccountTable(String alias) {
      super("accounts", alias);
    }

    @Override
    public AccountTable as(String alias) {
      return new AccountTable(alias);
    }

    @Override
    public Account read(RowReader row, int at) throws SQLException {
      return new Account(row.getLong(at), row.getString(at + 1));
    }
  }

  record Account(long id, String password) {}

  @Test
  void aListenerHearsWhatWasRunHowLongAndWithWhat() {
    db.insert(USERS).values(SampleDatabase.user("a")).execute();
    db.find(USERS.uqEmail, "a");
    db.from(USERS).where(USERS.email.in("a", "b"), USERS.displayName.isNull()).list();
    db.inTransaction(tx -> tx.from(USERS).stream(rows -> rows.count()));
    db.copyIn(USERS, List.of(SampleDatabase.user("b"), SampleDatabase.user("c")));
    db.batch(List.of(
        db.update(USERS).set(USERS.email.to("d")).anyVersion().where(USERS.email.eq("b")),
        db.update(USERS).set(USERS.email.to("e")).anyVersion().where(USERS.email.eq("c"))));

    assertEquals(
        List.of("INSERT 1", "SELECT 1", "SELECT 1", "SELECT 1", "COPY 2", "UPDATE 2"),
        seen.stream().map(e -> e.sql().split("\\s")[0] + " " + e.rows()).toList());
    assertEquals("a", seen.get(0).parameters().get(0));
    assertEquals(List.of("a"), seen.get(1).parameters());
    assertEquals(List.of("{\"a\",\"b\"}"), seen.get(2).parameters());
    assertTrue(seen.stream().allMatch(e -> e.nanos() > 1_000 && e.failure().isEmpty()));
  }

  @Test
  void aListenerHearsOfFailuresAndItsOwnAreTheCallers() {
    db.insert(USERS).values(SampleDatabase.user("a")).execute();
    QueryException e = assertThrows(
        QueryException.class,
        () -> db.insert(USERS).values(SampleDatabase.user("a")).execute());
    assertSame(e, seen.get(1).failure().orElseThrow());

    IllegalStateException own = new IllegalStateException("no disk");
    Database failing = Database.of(server.dataSource(), execution -> {
      throw own;
    });
    assertSame(
        own,
        assertThrows(
            IllegalStateException.class,
            () -> failing.runInTransaction(tx -> tx.delete(USERS).allRows().execute())));
    assertEquals(1, db.from(USERS).count());
    QueryException both = assertThrows(
        QueryException.class,
        () -> failing.insert(USERS).values(SampleDatabase.user("a")).execute());
    assertSame(own, both.getSuppressed()[0]);
  }

  @Test
  void theFlightRecorderHasAnEventForEachStatement() throws Exception {
    Path file = Files.createTempFile("varve", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("dev.varve.Statement");
      recording.start();
      db.from(USERS).where(USERS.email.eq("a")).list();
      secret(AccountTable.ACCOUNTS.password.eq(SECRET));
      assertThrows(QueryException.class, () -> db.raw("SELEC").execute());
      recording.stop();
      recording.dump(file);
      List<RecordedEvent> events = RecordingFile.readAllEvents(file);

      assertTrue(events.size() >= 3, events.toString());
      RecordedEvent first = events.get(0);
      assertTrue(first.getString("sql").contains("FROM \"users\""), first.toString());
      assertEquals("a", first.getString("parameters"));
      assertTrue(events.stream().anyMatch(e -> e.getString("failure").contains("42601")));
      assertFalse(events.toString().contains(SECRET), events.toString());
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aJvmWithoutTheFlightRecorderDoesNotMissIt() throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--limit-modules",
            "java.sql,java.naming,java.management,java.security.jgss,jdk.unsupported",
            "-cp",
            System.getProperty("java.class.path"),
            WithoutRecorder.class.getName(),
            server.url())
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("recorder false, rows 0, heard 1"), output);
  }

  /** Runs where there is no module jdk.jfr. */
  static final class WithoutRecorder {
    private WithoutRecorder() {}

    public static void main(String[] arguments) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(arguments[0]);
      int[] heard = new int[1];
      long rows = Database.of(source, execution -> heard[0]++).from(USERS).count();
      System.out.println("recorder "
          + ModuleLayer.boot().findModule("jdk.jfr").isPresent()
          + ", rows "
          + rows
          + ", heard "
          + heard[0]);
    }
  }

  private void secret(Condition condition) {
    try (var connection = server.connect()) {
      connection
          .createStatement()
          .execute("CREATE TABLE IF NOT EXISTS accounts (id bigint"
              + " PRIMARY KEY, password text NOT NULL CHECK (length(password) < 20))");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    db.from(AccountTable.ACCOUNTS).where(condition).list();
  }

  @Test
  void aMarkedColumnIsShownToNobody() {
    TextColumn<AccountTable> password = AccountTable.ACCOUNTS.password;
    for (Condition condition : List.of(
        password.eq(SECRET),
        password.in(SECRET, "x"),
        password.between(SECRET, SECRET),
        password.like(SECRET + "%"),
        Texts.lower(password).eq(SECRET),
        Expressions.value(SECRET).eq(password),
        Texts.concat(password, Expressions.value(SECRET)).ne("x"),
        AccountTable.ACCOUNTS.id.eq(7L).and(password.startsWith(SECRET)),
        password.isDistinctFrom(SECRET).not())) {
      secret(condition);
      QueryListener.Execution last = seen.get(seen.size() - 1);
      assertFalse(last.parameters().toString().contains(SECRET), last.toString());
      assertTrue(last.parameters().contains("***"), last.toString());
      String text = db.from(AccountTable.ACCOUNTS).where(condition).toString();
      assertFalse(text.contains(SECRET), text);
      assertTrue(text.contains("-- ") && text.contains("***"), text);
    }
    assertTrue(seen.stream().anyMatch(e -> e.parameters().contains("7")), seen.toString());
  }

  @Test
  void norInWhatTheServerSaysOfIt() {
    secret(AccountTable.ACCOUNTS.id.eq(1L));
    String longSecret = SECRET + SECRET;
    QueryException check = assertThrows(
        QueryException.class,
        () -> db.raw("INSERT INTO accounts VALUES (?, ?)")
            .bind(Type.LONG, 1L)
            .bind(Type.STRING.sensitive(), longSecret)
            .execute());
    assertTrue(check instanceof ConstraintViolationException);
    assertEquals(Optional.of("accounts_password_check"), check.constraint());
    QueryException cast = assertThrows(
        QueryException.class,
        () -> db.raw("SELECT ?::text::integer")
            .bind(Type.STRING.sensitive(), SECRET)
            .rows(row -> row.getInt(1))
            .list());
    assertTrue(cast.getMessage().contains("invalid input syntax for type integer: \"***\""));
    for (QueryException e : List.of(check, cast)) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      assertFalse(trace.toString().contains(SECRET), trace.toString());
    }
    QueryException open = assertThrows(
        QueryException.class,
        () -> db.raw("INSERT INTO accounts VALUES (?, ?)")
            .bind(Type.LONG, 1L)
            .bind(Type.STRING, longSecret)
            .execute());
    assertTrue(open.getMessage().contains(longSecret), "what is not marked is told");
  }
}
