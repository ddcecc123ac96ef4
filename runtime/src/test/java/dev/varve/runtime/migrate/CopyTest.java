package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.migrate;
import static dev.varve.runtime.migrate.Stories.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.migrate.script.Checksum;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Migrations with the data of a COPY, and checksums of both versions. */
class CopyTest {
  private static final String ID = "20260101000000__fill";
  private static final String CREATE = "CREATE TABLE item (id int, name text);\n";

  @Test
  void theDataAreSentInTheirStep() {
    try (TestDatabase database = TestServer.newDatabase()) {
      migrate(database, new Script(ID, CREATE + """
              COPY item FROM STDIN; -- the data
              1	größe; it's
              2	\\N
              \\.
              COPY item (id, name) FROM STDIN WITH (FORMAT csv);
              3,"a
              b"
              \\.
              COPY item FROM STDIN;
              \\.
              UPDATE item SET name = name || '!' WHERE id = 3;
              """));

      assertEquals(
          List.of("1|größe; it's", "2|null", "3|a\nb!"),
          database.rows("SELECT * FROM item ORDER BY id"));
    }
  }

  @Test
  void dataThatTheServerRefusesAreRolledBackWithTheirStep() {
    try (TestDatabase database = TestServer.newDatabase()) {
      String script = CREATE + "COPY item FROM STDIN;\n1\ta\nx\tb\n\\.\n";

      refused(
          MigrationException.Failed.class,
          "Migration V20260101000000__fill, line 2: invalid input syntax for type integer: \"x\""
              + " (22P02). Rolled back; the database has no migration yet.",
          () -> migrate(database, new Script(ID, script)));
      assertEquals("null", database.value("SELECT to_regclass('item')"));

      migrate(database, new Script(ID, script.replace("x\tb", "2\tb")));
      assertEquals("2", database.value("SELECT count(*) FROM item"));
    }
  }

  @Test
  void aChangedLineOfDataIsAnEdit() {
    try (TestDatabase database = TestServer.newDatabase()) {
      String script = CREATE + "COPY item FROM STDIN;\n1\ta  b\n\\.\n";
      migrate(database, new Script(ID, script));

      assertEquals(
          List.of(), migrate(database, new Script(ID, "-- x\n" + script)).applied());
      assertThrows(
          MigrationException.Edited.class,
          () -> migrate(database, new Script(ID, script.replace("a  b", "a b"))));
    }
  }

  @Test
  void aDatabaseThatHasAChecksumOfVersionOneGoesOn() {
    String script = "CREATE TABLE item\u3000 (id int)";
    try (TestDatabase database = TestServer.newDatabase()) {
      migrate(database, new Script(ID, script));
      String old = Checksum.of(script.replace("\u3000", ""));
      database.execute("UPDATE varve_history SET checksum = '" + old + "', digest = 'of then'");
      Script next = new Script("20260102000000__next", "SELECT 1");

      assertEquals(1, migrate(database, new Script(ID, script), next).applied().size());
      assertEquals(0, migrate(database, new Script(ID, script), next).applied().size());
      assertEquals(
          List.of(Status.State.APPLIED, Status.State.APPLIED),
          Stories.migrator(database.dataSource(), new Script(ID, script), next)
              .status()
              .migrations()
              .stream()
              .map(Status.Migration::state)
              .toList());
      assertThrows(
          MigrationException.Edited.class,
          () -> migrate(database, new Script(ID, script + ", note text")));
    }
  }

  @Test
  void aChecksumOfALaterVersionIsLeftToWhoKnowsIt() {
    try (TestDatabase database = TestServer.newDatabase()) {
      migrate(database, new Script(ID, CREATE));
      database.execute("UPDATE varve_history SET checksum = 'v99:00', digest = 'v99:00'");

      assertEquals(List.of(), migrate(database, new Script(ID, CREATE)).applied());

      database.execute("UPDATE varve_history SET checksum = 'tampered'");
      assertThrows(
          MigrationException.Edited.class, () -> migrate(database, new Script(ID, CREATE)));
    }
  }
}
