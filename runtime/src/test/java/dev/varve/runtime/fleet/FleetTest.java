package dev.varve.runtime.fleet;

import static dev.varve.runtime.fleet.TenantApplication.TENANTS;
import static dev.varve.runtime.fleet.TenantApplication.fleet;
import static dev.varve.runtime.fleet.TenantApplication.tenant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.fleet.FleetReport.Outcome;
import dev.varve.runtime.fleet.FleetReport.State;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class FleetTest {
  private static final MigrationResult NOTHING = new MigrationResult(List.of(), List.of());
  private static final Set<Integer> SABOTAGED = Set.of(31, 99, 180);

  @Test
  void ofTwoHundredSchemasThreeSabotagedAndAKillHalfWayASecondRunConverges() throws Exception {
    try (TestDatabase database = TestServer.newDatabase()) {
      database.execute(IntStream.range(0, TENANTS)
          .mapToObj(i -> "CREATE SCHEMA \"" + tenant(i) + "\";")
          .collect(Collectors.joining()));
      for (int i : SABOTAGED) {
        database.execute("CREATE TABLE \"" + tenant(i) + "\".item (other text)");
      }

      int told = killHalfWay(database);
      int finished = schemasWith(database, "fill_item");
      assertTrue(told >= TENANTS / 2 && finished < TENANTS - 3, told + " told, " + finished);

      FleetReport second = fleet(database.url()).migrate();

      assertEquals(names(SABOTAGED), new TreeSet<>(second.unfinished()), second::toString);
      assertTrue(second.in(State.UP_TO_DATE).size() >= told - 3, second::toString);
      assertEquals(TENANTS - 3, schemasWith(database, "fill_item"));
      for (Outcome failed : second.in(State.FAILED)) {
        assertEquals(
            "Migration V20260101000000__create_item, line 1: relation \"item\" already exists"
                + " (42P07). Rolled back; the database has no migration yet.",
            failed.error().orElseThrow());
      }

      for (int i : SABOTAGED) {
        database.execute("DROP TABLE \"" + tenant(i) + "\".item");
      }
      FleetReport third =
          fleet(database.url()).only(second.unfinished()).migrate().orThrow();

      assertEquals("3 members: 3 applied, 0 up to date, 0 failed, 0 not started", third.toString());
      assertEquals(TENANTS, fleet(database.url()).migrate().in(State.UP_TO_DATE).size());
      checkEachTenant(database);
    }
  }

  /** Runs the application in a JVM, kills that after half of the members, returns how many. */
  private static int killHalfWay(TestDatabase database) throws Exception {
    Process application = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            TenantApplication.class.getName(),
            database.url())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    int told = 0;
    try (BufferedReader output = application.inputReader(StandardCharsets.UTF_8)) {
      while (told < TENANTS / 2 && output.readLine() != null) {
        told++;
      }
      application.destroyForcibly();
    }
    assertTrue(application.waitFor(1, TimeUnit.MINUTES));
    return told;
  }

  private static int schemasWith(TestDatabase database, String migration) {
    return (int) inEachTenant(
            database,
            "varve_history",
            "SELECT FROM %I.varve_history WHERE event = 'applied' AND name = '" + migration + "'")
        .stream()
        .filter(rows -> !rows.isEmpty())
        .count();
  }

  private static void checkEachTenant(TestDatabase database) {
    List<String> items = inEachTenant(database, "item", "SELECT id, code FROM %I.item");
    List<String> histories = inEachTenant(
        database,
        "varve_history",
        "SELECT name, step FROM %I.varve_history WHERE event = 'applied' ORDER BY entry");
    assertEquals(List.of(TENANTS, TENANTS), List.of(items.size(), histories.size()));
    assertEquals(Set.of("<row><id>1</id><code>a;b</code></row>"), new TreeSet<>(items));
    assertEquals(
        Set.of("<row><name>create_item</name><step>1</step></row>"
            + "<row><name>index_item</name><step>1</step></row>"
            + "<row><name>index_item</name><step>2</step></row>"
            + "<row><name>fill_item</name><step>1</step></row>"),
        new TreeSet<>(histories));
    assertEquals(
        TENANTS + "",
        database.value("SELECT count(*) FROM pg_index JOIN pg_class ON oid = indexrelid"
            + " WHERE relname = 'item_code' AND indisvalid"));
  }

  /** What the query gives in each tenant's schema that has the table, in one round trip. */
  private static List<String> inEachTenant(TestDatabase database, String table, String query) {
    return database
        .rows("SELECT query_to_xml(format('"
            + query.replace("'", "''")
            + "', schemaname), false, true, '') FROM pg_tables WHERE tablename = '"
            + table
            + "' ORDER BY schemaname")
        .stream()
        .map(rows -> rows.replaceAll(" xmlns:[a-z]+=\"[^\"]*\"|\\s*\n\\s*", ""))
        .toList();
  }

  private static Set<String> names(Set<Integer> tenants) {
    Set<String> names = new TreeSet<>();
    tenants.forEach(tenant -> names.add(tenant(tenant)));
    return names;
  }

  /** Members without databases, for what is decided before any is asked. */
  private static List<Member> members(int count) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setApplicationName("m" + i);
      members.add(new Member("m" + i, source));
    }
    return members;
  }

  /** Fails for these members. */
  private static Function<DataSource, MigrationResult> failing(Set<String> names) {
    return dataSource -> {
      String name = ((PGSimpleDataSource) dataSource).getApplicationName();
      if (names.contains(name)) {
        throw new IllegalStateException(name + " is broken");
      }
      return NOTHING;
    };
  }

  @Test
  void ifACanaryFailsNoOtherMemberIsTouched() {
    FleetReport report = Fleet.of(members(10), failing(Set.of("m4")))
        .canaries("m3", "m4", "m5")
        .parallel(1)
        .stopAfter(5)
        .migrate();

    assertEquals(
        List.of("m3 up to date", "m4 failed: m4 is broken"),
        report.outcomes().stream()
            .filter(outcome -> outcome.state() != State.NOT_STARTED)
            .map(Outcome::toString)
            .toList());
    assertEquals(
        List.of("m3", "m4", "m5"),
        report.outcomes().stream().filter(Outcome::canary).map(Outcome::member).toList());
  }

  @Test
  void afterSoManyFailuresNoFurtherMemberIsStarted() {
    FleetReport report = Fleet.of(members(10), failing(Set.of("m1", "m3", "m5")))
        .parallel(1)
        .stopAfter(2)
        .migrate();

    assertEquals("10 members: 0 applied, 2 up to date, 2 failed, 6 not started", report.toString());
    assertEquals(List.of("m1", "m3", "m4", "m5", "m6", "m7", "m8", "m9"), report.unfinished());
    FleetException thrown = assertThrows(FleetException.class, report::orThrow);
    assertEquals(report, thrown.report());
    assertEquals(
        "10 members: 0 applied, 2 up to date, 2 failed, 6 not started. First: m1 failed: m1 is"
            + " broken. Running the fleet again goes on where this run ended.",
        thrown.getMessage());
  }

  @Test
  void noMoreThanTheGivenNumberAreWorkedOnAtATime() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    FleetReport report = Fleet.of(members(12), dataSource -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          three.countDown();
          try {
            assertTrue(three.await(1, TimeUnit.MINUTES));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          now.decrementAndGet();
          return NOTHING;
        })
        .parallel(3)
        .migrate();

    assertEquals(3, most.get());
    assertEquals(12, report.orThrow().in(State.UP_TO_DATE).size());
  }

  @Test
  void anInterruptedRunReportsHowFarItCame() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    List<FleetReport> reports = new ArrayList<>();
    List<Boolean> interrupted = new ArrayList<>();
    Thread caller = new Thread(() -> {
      reports.add(Fleet.of(members(5), dataSource -> {
            working.countDown();
            try {
              Thread.sleep(Duration.ofMinutes(5).toMillis());
            } catch (InterruptedException e) {
              throw new IllegalStateException("interrupted", e);
            }
            return NOTHING;
          })
          .parallel(1)
          .migrate());
      interrupted.add(Thread.currentThread().isInterrupted());
    });
    caller.start();
    assertTrue(working.await(1, TimeUnit.MINUTES));
    caller.interrupt();
    caller.join(Duration.ofMinutes(1).toMillis());

    assertEquals(
        "5 members: 0 applied, 0 up to date, 1 failed, 4 not started",
        reports.get(0).toString());
    assertEquals(List.of(true), interrupted);
  }

  @Test
  void aReportSurvivesItsJson() {
    List<String> heard = new ArrayList<>();
    FleetReport report = Fleet.of(members(3), failing(Set.of("m1")))
        .parallel(1)
        .listener(outcome -> heard.add(outcome.toString()))
        .migrate();
    String json = report.toJson().pretty();

    FleetReport read = FleetReport.fromJson(Json.parse(json));

    assertEquals(List.of("m0 up to date", "m1 failed: m1 is broken"), heard);
    assertEquals(json, read.toJson().pretty());
    assertEquals(report.unfinished(), read.unfinished());
    assertEquals(
        "{\"member\":\"m1\",\"canary\":false,\"state\":\"failed\",\"applied\":[],\"notes\":[],"
            + "\"error\":\"m1 is broken\",\"millis\":"
            + report.outcomes().get(1).took().toMillis()
            + "}",
        report.toJson().get("members").list().get(1).compact());
  }

  @Test
  void whatAFleetCannotBeIsRefused() {
    Member one = members(1).get(0);
    assertThrows(
        IllegalArgumentException.class, () -> Fleet.of(List.of(one, one), failing(Set.of())));
    Fleet fleet = Fleet.of(List.of(one), failing(Set.of()));
    assertThrows(IllegalArgumentException.class, () -> fleet.parallel(0));
    assertThrows(IllegalArgumentException.class, () -> fleet.stopAfter(0));
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> fleet.canaries("m0", "x"));
    assertEquals("Not in this fleet: x.", unknown.getMessage());
    assertFalse(Fleet.of(List.of(), failing(Set.of())).migrate().toString().isEmpty());
  }
}
