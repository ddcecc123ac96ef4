package dev.varve.processor.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.Varve;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.testing.DriftCase;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import dev.varve.runtime.verify.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What leads back from each kind of drift does, and may be run again where there is none. */
class RepairTest {
  /** What only a person can take back: what it is depends on what is in the columns. */
  private static final int BY_HAND = 4;

  private static final AtomicInteger LEFT = new AtomicInteger();
  private static TestDatabase database;
  private static Varve varve;
  /** Whether a case did not come to its end, and the next one needs another database. */
  private static boolean dirty;

  @BeforeAll
  static void migrate() {
    database = TestServer.newDatabase();
    varve = DriftCase.migrated(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @AfterAll
  static void fewAreLeftToAPerson() {
    assertEquals(BY_HAND, LEFT.get(), "kinds that are left to a person");
  }

  @TestFactory
  Stream<DynamicTest> everyKindIsTakenBack() {
    return DriftCase.all().stream()
        .map(one -> DynamicTest.dynamicTest(one.done(), () -> {
          if (dirty) {
            close();
            migrate();
          }
          dirty = true;
          database.execute(one.done());
          Drift drift = varve.verify();
          String script = Repair.script(drift, List.of("Back"), one.done());
          if (script.contains("-- By hand")) {
            LEFT.incrementAndGet();
            database.execute(one.undone());
            dirty = false;
            return;
          }
          try {
            run(script);
          } catch (AssertionError refused) {
            // It says which view is in the way, and nothing is dropped with CASCADE.
            assertTrue(
                refused
                    .getMessage()
                    .contains("but resting on what this migration changes: authors"),
                refused.getMessage());
            LEFT.incrementAndGet();
            return;
          }
          assertEquals(List.of(), varve.verify().lines(), script);
          run(script);
          assertEquals(List.of(), varve.verify().lines(), () -> "again: " + script);
          dirty = false;
        }));
  }

  /** As `varve verify` prints it, under no version. */
  @Test
  void theSameDriftAgainIsSetAsideBesideTheFirst() {
    try (TestDatabase own = TestServer.newDatabase()) {
      Varve migrated = DriftCase.migrated(own);
      for (int time = 1; time <= 3; time++) {
        own.execute("ALTER TABLE posts ADD COLUMN surplus integer DEFAULT " + time);
        own.execute("CREATE TABLE surplus (id integer PRIMARY KEY, word text UNIQUE)");
        own.execute("CREATE INDEX surplus_word_idx ON surplus (word)");
        own.execute("INSERT INTO surplus VALUES (" + time + ")");
        String script = Repair.script(migrated.verify(), List.of("Back"), "verify");
        run(own, script);
        run(own, script);
        assertEquals(List.of(), migrated.verify().lines(), script);
      }
      assertEquals(
          List.of("f", "t", "t"),
          own.rows("SELECT relname ~ '_parked_[23]_' FROM pg_class WHERE relkind = 'r'"
              + " AND relname ~ '^varve_parked_.*_surplus$' ORDER BY 1"));
      assertEquals(
          List.of("f", "t", "t"),
          own.rows("SELECT attname ~ '_parked_[23]_' FROM pg_attribute"
              + " WHERE attrelid = 'posts'::regclass AND attname ~ '_surplus$' ORDER BY 1"));
    }
  }

  @Test
  void namesWithDotsAreToldByTheirParts() {
    try (TestDatabase own = TestServer.newDatabase()) {
      List<String> made = List.of(
          "CREATE RULE \"a.x\" AS ON DELETE TO \"order items\" DO INSTEAD NOTHING",
          "CREATE STATISTICS \"b.x\" ON id, \"c.x\" FROM \"order items\"",
          "CREATE POLICY \"d.x\" ON \"order items\" USING (id > 3)",
          "CREATE INDEX \"e.x\" ON \"order items\" ((id + 1)) WHERE \"c.x\" > 3",
          "CREATE TRIGGER \"f.x\" BEFORE UPDATE ON \"order items\" FOR EACH ROW EXECUTE FUNCTION"
              + " suppress_redundant_updates_trigger()",
          "ALTER TABLE \"order items\" ADD CONSTRAINT \"g.x\" EXCLUDE (\"c.x\" WITH =)");
      String script = "CREATE TABLE \"order items\" (id integer PRIMARY KEY, \"c.x\" integer);\n"
          + String.join(";\n", made) + ";";
      Varve migrated = Varve.of(own.dataSource())
          .sources(List.of(MigrationSource.of(
              "shop", List.of(new MigrationSource.Script("20260101000000__all", script)))));
      migrated.migrate();
      own.execute("DROP RULE \"a.x\" ON \"order items\"; DROP STATISTICS \"b.x\";"
          + " DROP POLICY \"d.x\" ON \"order items\"; DROP INDEX \"e.x\";"
          + " DROP TRIGGER \"f.x\" ON \"order items\";"
          + " ALTER TABLE \"order items\" DROP CONSTRAINT \"g.x\"");
      assertEquals(made.size(), migrated.verify().lines().size());
      run(own, Repair.script(migrated.verify(), List.of("Back"), "verify"));
      assertEquals(List.of(), migrated.verify().lines());
    }
  }

  private static void run(String script) {
    run(database, script);
  }

  private static void run(TestDatabase on, String script) {
    List<String> statements = new ArrayList<>();
    SqlScript.parse(script)
        .steps()
        .forEach(step -> step.statements().forEach(s -> statements.add(s.sql())));
    statements.forEach(on::execute);
  }
}
