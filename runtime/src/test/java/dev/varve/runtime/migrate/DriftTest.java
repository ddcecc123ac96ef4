package dev.varve.runtime.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.Varve;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import dev.varve.runtime.verify.Drift;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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

  /** One paragraph of the file. */
  private record Case(String done, String undone, List<String> said) {
    static Case of(String paragraph) {
      StringBuilder done = new StringBuilder();
      StringBuilder undone = new StringBuilder();
      List<String> said = new ArrayList<>();
      for (String line : paragraph.strip().split("\n")) {
        String text = line.substring(2);
        switch (line.charAt(0)) {
          case '+' -> done.append(text).append('\n');
          case '-' -> undone.append(text).append('\n');
          default -> said.add(text);
        }
      }
      return new Case(done.toString().strip(), undone.toString().strip(), said);
    }

    String text(List<String> lines) {
      return "+ " + done.replace("\n", "\n+ ") + "\n- " + undone.replace("\n", "\n- ") + "\n= "
          + String.join("\n= ", lines) + "\n\n";
    }
  }

  @BeforeAll
  static void migrate() throws IOException {
    database = TestServer.newDatabase();
    database.execute("DO $$ BEGIN IF to_regrole('drift_reader') IS NULL THEN CREATE ROLE drift_reader;"
        + " CREATE ROLE drift_owner; END IF; END $$");
    varve = Varve.of(database.dataSource())
        .sources(List.of(MigrationSource.of(
            "drift", List.of(new MigrationSource.Script("20260101000000__all", text("drift.sql"))))));
    varve.migrate();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @TestFactory
  Stream<DynamicTest> everyKindIsFound() throws IOException {
    List<Case> cases =
        Stream.of(text("drift.txt").split("\n\n")).map(Case::of).toList();
    assertTrue(cases.size() >= 40, () -> cases.size() + " kinds");
    assertEquals(List.of(), varve.verify().lines());
    Path golden = Path.of("src/test/resources/dev/varve/runtime/migrate/drift.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, "");
    }
    return cases.stream().map(one -> DynamicTest.dynamicTest(one.done(), () -> {
      database.execute(one.done());
      Drift drift = varve.verify();
      database.execute(one.undone());
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(
            golden,
            one.text(drift.lines()),
            StandardOpenOption.APPEND);
        return;
      }
      assertEquals(one.said(), drift.lines());
      assertEquals(List.of(), varve.verify().lines(), "taken back");
    }));
  }

  private static String text(String file) throws IOException {
    try (InputStream in = DriftTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
