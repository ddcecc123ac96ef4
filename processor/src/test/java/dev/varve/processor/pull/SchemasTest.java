package dev.varve.processor.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.processor.testing.Golden;
import dev.varve.runtime.testing.PgDump;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Schemas of the kind that applications have, each pulled and made again. */
class SchemasTest {
  private static final Path SCHEMAS = Golden.resources().resolve("pull");

  @TestFactory
  Stream<DynamicTest> everySchemaComesBack() throws IOException {
    String only = System.getProperty("varve.test.case", "");
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      List<Path> all = files
          .filter(file -> file.toString().endsWith(".sql"))
          .filter(file -> file.getFileName().toString().startsWith(only))
          .sorted()
          .toList();
      return all.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> prove(file)));
    }
  }

  /** Each of the round trips compares dumps, where there is a pg_dump of the server's version. */
  @Test
  void dumpsDoNotDifferWhereNothingDoes() throws Exception {
    assumeTrue(PgDump.isInstalled(), PgDump::reason);
    try (TestDatabase one = TestServer.newDatabase();
        TestDatabase two = TestServer.newDatabase()) {
      RoundTrip.run(
          one,
          "CREATE TABLE a (x int DEFAULT 1, y text NOT NULL);"
              + " CREATE VIEW b AS SELECT x FROM a; GRANT SELECT ON a TO PUBLIC;");
      RoundTrip.run(
          two,
          "CREATE TABLE a (y text NOT NULL, x int DEFAULT 1); "
              + " CREATE VIEW b AS SELECT x FROM a; GRANT SELECT ON a TO PUBLIC;");
      assertEquals(PgDump.schema(one), PgDump.schema(two));
      assertTrue(PgDump.schema(one).contains("\n    x integer DEFAULT 1\n"), PgDump.schema(one));
      two.execute("ALTER TABLE a ALTER COLUMN x SET DEFAULT 2");
      assertNotEquals(PgDump.schema(one), PgDump.schema(two));
    }
  }

  private static void prove(Path file) throws Exception {
    try (TestDatabase database = TestServer.newDatabase();
        RoundTrip trip = new RoundTrip()) {
      RoundTrip.createRoles(database);
      RoundTrip.run(database, Files.readString(file));
      Pulled pulled = trip.pull(database);
      if (Boolean.getBoolean("varve.pull.show")) {
        pulled.left().forEach(System.out::println);
        for (Path source : pulled.sources()) {
          System.out.println("--- " + source + "\n" + Files.readString(source));
        }
        trip.project().migrationFiles().forEach((name, text) -> {
          if (!name.endsWith(".json")) System.out.println("--- " + name + "\n" + text);
        });
      }
      trip.compilesToNothing();
      trip.makes(database);
    }
  }
}
