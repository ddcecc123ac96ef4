package dev.varve.runtime.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.Varve;
import dev.varve.runtime.testing.DriftCase;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import dev.varve.runtime.verify.Drift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What somebody may do to a database by hand. {@code drift.sql} makes a schema with something of
 * every kind; each paragraph of {@code drift.txt} is what was done to it, how it is taken back, and
 * what the verifier says meanwhile.
 */
class DriftTest {
  private static TestDatabase database;
  private static Varve varve;

  @BeforeAll
  static void migrate() {
    database = TestServer.newDatabase();
    varve = DriftCase.migrated(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @TestFactory
  Stream<DynamicTest> everyKindIsFound() throws IOException {
    List<DriftCase> cases = DriftCase.all();
    assertTrue(cases.size() >= 40, () -> cases.size() + " kinds");
    assertEquals(List.of(), varve.verify().lines());
    Path golden = Path.of("src/test/resources/dev/varve/runtime/testing/drift.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, "");
    }
    return cases.stream()
        .map(one -> DynamicTest.dynamicTest(one.done(), () -> {
          database.execute(one.done());
          Drift drift = varve.verify();
          database.execute(one.undone());
          if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, one.text(drift.lines()), StandardOpenOption.APPEND);
            return;
          }
          assertEquals(one.saidHere(), drift.lines());
          assertEquals(List.of(), varve.verify().lines(), "taken back");
        }));
  }
}
