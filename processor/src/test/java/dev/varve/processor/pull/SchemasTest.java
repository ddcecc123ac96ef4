package dev.varve.processor.pull;

import dev.varve.processor.testing.Golden;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
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

  private static void prove(Path file) throws Exception {
    try (TestDatabase database = TestServer.newDatabase();
        RoundTrip trip = new RoundTrip()) {
      // Roles belong to the whole server.
      for (String role : List.of("pull_reader", "pull_writer")) {
        database.execute("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + role
            + "') THEN CREATE ROLE " + role + "; END IF; END $$");
      }
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
