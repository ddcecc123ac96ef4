package dev.varve.processor.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Golden;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.testing.PgDump;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What somebody may change by hand in a database that was pulled. Pulled over the records, each change
 * leads a copy of the first state to the second, and back. A file begins with the first state; the
 * changes follow, each under its name. They are proven together, file by file; with {@code
 * -Dvarve.test.full=true} each also for itself, or those that {@code varve.test.case} matches.
 */
class EvolutionTest {
  private static final String NAME = "-- change: ";
  private static final String ONLY = System.getProperty("varve.test.case", "");

  /** A file: the first state, and the changes by their names. */
  private record Evolution(String name, String first, Map<String, String> changes) {
    static Evolution read(Path file) {
      try {
        String[] parts = Files.readString(file).split(NAME);
        Map<String, String> changes = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
          int end = parts[i].indexOf('\n');
          changes.put(parts[i].substring(0, end), parts[i].substring(end + 1));
        }
        return new Evolution(String.valueOf(file.getFileName()), parts[0], changes);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private static List<Evolution> all() throws IOException {
    try (Stream<Path> files = Files.list(Golden.resources().resolve("evolutions"))) {
      return files.sorted().map(Evolution::read).toList();
    }
  }

  @Test
  void theKindsOfChangeAreMany() throws IOException {
    Set<String> names = new HashSet<>();
    int count = 0;
    for (Evolution evolution : all()) {
      names.addAll(evolution.changes().keySet());
      count += evolution.changes().size();
    }
    assertEquals(count, names.size(), "each has a name of its own");
    assertTrue(count >= 25, () -> names.size() + " kinds");
  }

  @TestFactory
  Stream<DynamicTest> aPullFollows() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Evolution evolution : all()) {
      if (isMeant(evolution.name())) {
        tests.add(DynamicTest.dynamicTest(
            evolution.name(),
            () -> prove(evolution.first(), String.join("", evolution.changes().values()))));
      }
      evolution.changes().forEach((name, change) -> {
        if (isMeant(name) && (Boolean.getBoolean("varve.test.full") || !ONLY.isEmpty())) {
          tests.add(DynamicTest.dynamicTest(name, () -> prove(evolution.first(), change)));
        }
      });
    }
    return tests.stream();
  }

  private static boolean isMeant(String name) {
    return Pattern.compile(ONLY).matcher(name).find();
  }

  private static void prove(String first, String change) throws Exception {
    try (TestDatabase original = TestServer.newDatabase();
        TestDatabase copy = TestServer.newDatabase();
        TestDatabase fresh = TestServer.newDatabase();
        RoundTrip trip = new RoundTrip()) {
      RoundTrip.createRoles(original);
      RoundTrip.run(original, first);
      trip.pull(original);
      trip.compilesToNothing();
      trip.varve(original).baseline();
      trip.migrate(copy);
      SortedMap<Name, Catalog> before = RoundTrip.catalog(original);
      RoundTrip.assertSame(before, RoundTrip.catalog(copy));
      SortedSet<String> dumped = dump(original);
      assertDumped(dumped, copy, trip);
      List<String> rows =
          first.lines().filter(line -> line.startsWith("INSERT ")).toList();
      RoundTrip.run(copy, String.join("\n", rows));
      String last = newest(trip);

      RoundTrip.run(original, change);
      Pulled again = trip.pull(original);
      assertEquals(
          List.of(),
          again.notes().stream().filter(n -> !n.contains("took away")).toList());
      TestProject.Result result = trip.project().compile();
      assertTrue(result.success(), () -> String.join("\n", result.messages()));
      assertNotEquals(last, newest(trip), "nothing was written");
      SortedMap<Name, Catalog> after = RoundTrip.catalog(original);
      SortedSet<String> dumpedAfter = dump(original);
      follow(trip, copy, after);
      assertDumped(dumpedAfter, copy, trip);
      for (String row : rows) {
        assertEquals(
            1,
            count(copy, row.replaceFirst("INSERT INTO (\"[^\"]+\"|\\S+) .*", "$1")),
            () -> row + "\n" + texts(trip));
      }
      back(trip, copy, last);
      if (Boolean.getBoolean("varve.test.show")) {
        System.out.println(texts(trip));
      }
      RoundTrip.assertSame(before, RoundTrip.catalog(copy));
      // No statement makes the columns of a heir that was set free its parent's again.
      dumped.removeIf(object -> object.startsWith("Name: villages; Type: TABLE;"));
      SortedSet<String> undone = dump(copy);
      undone.removeIf(object -> object.startsWith("Name: villages; Type: TABLE;"));
      assertSameObjects(dumped, undone, trip);
      follow(trip, copy, after);

      trip.varve(original).stamp(newest(trip));
      Pulled third = trip.pull(original);
      assertEquals(List.of(), third.sources());
      assertEquals(List.of(), third.migrations());
      assertEquals(List.of(), third.notes());
      trip.compilesToNothing();
      assertFalse(texts(trip).contains("public."), () -> texts(trip));
      trip.makes(original, fresh);
      assertDumped(dumpedAfter, fresh, trip);
    }
  }

  /** PostgreSQL's own words, where it has some; and the names of what partitions have of their table. */
  private static SortedSet<String> dump(TestDatabase database) throws Exception {
    SortedSet<String> objects = new TreeSet<>();
    if (PgDump.isInstalled()) {
      objects.addAll(List.of(PgDump.schema(database).split("\n\n")));
    }
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("""
            SELECT format('%s on %s of %s', h.inhrelid::regclass, i.indrelid::regclass, h.inhparent::regclass)
            FROM pg_inherits AS h
            JOIN pg_index AS i ON i.indexrelid = h.inhrelid
            WHERE i.indrelid::regclass::text NOT LIKE '%varve\\_parked\\_%'
              AND h.inhparent::regclass::text NOT LIKE '%varve\\_parked\\_%'
            """)) {
      while (rows.next()) {
        objects.add(rows.getString(1));
      }
    }
    return objects;
  }

  private static void assertDumped(
      SortedSet<String> expected, TestDatabase database, RoundTrip trip) throws Exception {
    assertSameObjects(expected, dump(database), trip);
  }

  private static void assertSameObjects(
      SortedSet<String> expected, SortedSet<String> found, RoundTrip trip) {
    SortedSet<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    found.removeAll(expected);
    assertEquals(
        String.join("\n", missing),
        String.join("\n", found),
        () -> Boolean.getBoolean("varve.test.show") ? texts(trip) : "");
  }

  private static int count(TestDatabase database, String table) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM ONLY " + table)) {
      count.next();
      return count.getInt(1);
    }
  }

  private static void follow(RoundTrip trip, TestDatabase copy, SortedMap<Name, Catalog> after)
      throws Exception {
    try {
      trip.migrate(copy);
    } catch (MigrationException refused) {
      throw new AssertionError(refused.getMessage() + "\n" + texts(trip), refused);
    }
    RoundTrip.assertSame(after, RoundTrip.catalog(copy));
  }

  private static void back(RoundTrip trip, TestDatabase copy, String version) {
    Varve varve = trip.varve(copy);
    try {
      varve.rollbackTo(version);
    } catch (MigrationException.LosesData refused) {
      try {
        varve.allowLoss(refused.losses()).rollbackTo(version);
      } catch (MigrationException stopped) {
        throw new AssertionError(stopped.getMessage() + "\n" + texts(trip), stopped);
      }
    }
  }

  /** The version and name of the newest migration. */
  private static String newest(RoundTrip trip) {
    return trip.project().migrationFiles().keySet().stream()
        .filter(file -> file.startsWith("V") && file.endsWith(".sql"))
        .reduce((a, b) -> b)
        .map(file -> file.substring(1, file.length() - ".sql".length()))
        .orElseThrow();
  }

  private static String texts(RoundTrip trip) {
    StringBuilder texts = new StringBuilder();
    trip.project().migrationFiles().forEach((name, text) -> {
      if (name.endsWith(".sql")) {
        texts.append("--- ").append(name).append('\n').append(text);
      }
    });
    return texts.toString();
  }
}
