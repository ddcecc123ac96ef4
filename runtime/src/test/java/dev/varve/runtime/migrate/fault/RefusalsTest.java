package dev.varve.runtime.migrate.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.migrate.Migrator;
import dev.varve.runtime.migrate.Settings;
import dev.varve.runtime.testing.CrashingServer;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Space, rights, locks and the history itself run out or go wrong: a clear error, nothing half. */
class RefusalsTest {
  private static final Script CREATE =
      new Script("20260101000000__create", "CREATE TABLE item (id int, note text)");
  private static final Script FILL = new Script("20260102000000__fill", """
      -- varve:step transaction
      CREATE TABLE part (i int);
      INSERT INTO item SELECT g, 'x' FROM generate_series(1, 10) g;
      -- varve:step transaction
      INSERT INTO part SELECT id FROM item;
      {cause}
      """);

  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void noSpaceLeftForASort() {
    // The limit that a server without disk stops at, as far as a test may fill a disk: the code is
    // that of a full disk for temporary files (53400 instead of 53100), and so is the place.
    database.execute("ALTER DATABASE " + database.name() + " SET temp_file_limit = '1MB'");
    Script fill = fill("CREATE INDEX item_note ON item (note);\n"
        + "INSERT INTO item SELECT g, repeat('x', 100) || g FROM generate_series(1, 30000) g;\n"
        + "SELECT * FROM item ORDER BY note || id DESC OFFSET 29000;");

    MigrationException.Failed failed = failed(fill);

    assertEquals("53400", failed.sqlState());
    assertHalf(failed);
    database.execute("ALTER DATABASE " + database.name() + " RESET temp_file_limit");
    assertEquals(1, migrator(CREATE, fill).migrate().applied().size());
    assertEquals("10", database.value("SELECT count(*) FROM part"));
    ReliabilityPage.report(
        "No space left for temporary files", 1, "a clear error; the step is rolled back");
  }

  @Test
  void aFullDisk() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can mount a small disk");
    Path disk = Files.createTempDirectory(
        "varve-disk",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=6m,mode=0777", "varve", disk.toString()) == 0,
        "no disk can be mounted here");
    Files.createDirectory(disk.resolve("space"));
    try (CrashingServer server = new CrashingServer()) {
      DataSource source = server.dataSource("postgres");
      run(source, "CREATE TABLESPACE small LOCATION '" + disk.resolve("space") + "'");
      run(source, "CREATE DATABASE small");
      DataSource small = server.dataSource("small");
      Script fill = fill("CREATE TABLE large (t text) TABLESPACE small;\n"
          + "INSERT INTO large SELECT repeat('x', 1000) FROM generate_series(1, 20000);");
      Script build = new Script("20260103000000__build", """
          -- varve:step transaction
          CREATE TABLE source AS SELECT g AS i FROM generate_series(1, 400000) g;
          -- varve:step outside transaction
          -- varve:drop-invalid-index source_i
          CREATE INDEX CONCURRENTLY IF NOT EXISTS source_i ON source (i) TABLESPACE small;
          """);
      migrator(small, CREATE).migrate();

      MigrationException.Failed failed = assertThrows(
          MigrationException.Failed.class, () -> migrator(small, CREATE, fill).migrate());
      assertEquals("53100", failed.sqlState());
      assertTrue(failed.getMessage().contains("No space left on device"), failed.getMessage());
      assertEquals(List.of("0"), MixedMigrations.rows(small, "SELECT count(*) FROM part"));
      Script less = fill("SELECT 1;");
      assertThrows(
          MigrationException.Edited.class,
          () -> migrator(small, CREATE, less).migrate(),
          "half applied, and no other file may take its place");
      run("mount", "-o", "remount,size=200m", disk.toString());
      assertEquals(1, migrator(small, CREATE, fill).migrate().applied().size());

      run(small, "TRUNCATE large");
      run("mount", "-o", "remount,size=6m", disk.toString());
      failed = assertThrows(
          MigrationException.Failed.class,
          () -> migrator(small, CREATE, fill, build).migrate());
      assertEquals("53100", failed.sqlState());
      String invalid = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";
      assertEquals(List.of("1"), MixedMigrations.rows(small, invalid));
      run("mount", "-o", "remount,size=200m", disk.toString());
      assertEquals(1, migrator(small, CREATE, fill, build).migrate().applied().size());
      assertEquals(List.of("0"), MixedMigrations.rows(small, invalid));
    } finally {
      run("umount", disk.toString());
      Files.delete(disk);
    }
    ReliabilityPage.report(
        "A full disk, in a transaction and in a concurrent index build",
        1,
        "a clear error; the step is rolled back, the invalid index is built again once there is"
            + " space");
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static void run(DataSource source, String sql) throws Exception {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void rightsRevokedHalfWay() {
    String role = "owner_" + database.name();
    database.execute("CREATE ROLE " + role + " LOGIN; GRANT ALL ON SCHEMA public TO " + role);
    try {
      database.execute("CREATE FUNCTION revoke() RETURNS void LANGUAGE sql SECURITY DEFINER AS"
          + " 'REVOKE CREATE ON SCHEMA public FROM " + role + "'");
      PGSimpleDataSource source = database.dataSource();
      source.setOptions("-c role=" + role);
      Script fill = fill("SELECT revoke();\nCREATE TABLE more (i int);");
      migrator(source, CREATE).migrate();

      MigrationException.Failed failed = assertThrows(
          MigrationException.Failed.class, () -> migrator(source, CREATE, fill).migrate());

      assertEquals("42501", failed.sqlState());
      assertHalf(failed);
      // The REVOKE was rolled back with its step; now it stays.
      database.execute("REVOKE CREATE ON SCHEMA public FROM " + role);
      MigrationException.Unsuitable refused = assertThrows(
          MigrationException.Unsuitable.class,
          () -> migrator(source, CREATE, fill).migrate());
      assertTrue(
          refused
              .getMessage()
              .startsWith("Role " + role + " may not create anything in"
                  + " schema public. Nothing was changed."),
          refused.getMessage());
      database.execute("GRANT CREATE ON SCHEMA public TO " + role
          + "; CREATE OR REPLACE FUNCTION revoke() RETURNS void LANGUAGE sql AS 'SELECT'");
      assertEquals(1, migrator(source, CREATE, fill).migrate().applied().size());
    } finally {
      database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
    }
    ReliabilityPage.report(
        "A right revoked half way",
        1,
        "a clear error; the step is rolled back, and the next run"
            + " is refused before it does anything");
  }

  @Test
  void aTableLockedForGood() throws Exception {
    migrator(CREATE).migrate();
    Script fill = fill("ALTER TABLE item ADD more int;");
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("SET application_name = 'forgotten'");
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE item IN ROW SHARE MODE");
      statement.execute("CREATE TABLE nobody_sees_this (i int)");
      Settings impatient =
          Settings.DEFAULT.lockTimeout(Duration.ofMillis(200)).retryFor(Duration.ofSeconds(2));

      MigrationException.Failed failed = assertThrows(
          MigrationException.Failed.class,
          () -> migrator(database.dataSource(), impatient, CREATE, fill).migrate());

      assertEquals("55P03", failed.sqlState());
      assertEquals("forgotten", failed.blockers().get(0).application());
      assertTrue(
          failed
              .getMessage()
              .contains(
                  ", application \"forgotten\", idle in transaction, in" + " a transaction for "),
          failed.getMessage());
      assertHalf(failed);
      other.rollback();
    }
    assertEquals(1, migrator(CREATE, fill).migrate().applied().size());
    ReliabilityPage.report(
        "A table locked for good",
        1,
        "after the time that was set, an error that names the"
            + " session; the step is rolled back");
  }

  @Test
  void aRowLockedForGoodUnderABackfill() throws Exception {
    Script fill = new Script("20260102000000__fill", """
        -- varve:step outside transaction
        -- varve:repeat
        UPDATE item SET note = 'y' WHERE note = 'x';
        """);
    migrator(CREATE).migrate();
    database.execute("INSERT INTO item VALUES (1, 'x')");
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM item FOR UPDATE");
      Settings impatient =
          Settings.DEFAULT.lockTimeout(Duration.ofMillis(200)).retryFor(Duration.ofSeconds(1));

      MigrationException.Failed failed = assertThrows(
          MigrationException.Failed.class,
          () -> migrator(database.dataSource(), impatient, CREATE, fill).migrate());

      assertEquals("55P03", failed.sqlState());
      assertEquals("idle in transaction", failed.blockers().get(0).state());
      other.rollback();
    }
    assertEquals(1, migrator(CREATE, fill).migrate().applied().size());
  }

  @Test
  void aHistoryThatWasTamperedWith() {
    Script other = new Script("20260102000000__other", "CREATE TABLE other (i int)");
    migrator(CREATE, other).migrate();
    String[][] tampered = {
      {"UPDATE varve_history SET checksum = 'v1:00' WHERE name = 'create'", "Edited"},
      {"DELETE FROM varve_history WHERE name = 'create'", "NotInOrder"},
      {"DELETE FROM varve_history WHERE name = 'other'", "Failed"},
      {"UPDATE varve_history SET name = 'unknown' WHERE name = 'create'", "Missing"},
      {
        "INSERT INTO varve_history (module, version, name, step, steps, event, checksum, digest,"
            + " started_at, duration, varve) SELECT module, '20260101120000', 'unknown', 1, 1,"
            + " 'applied', 'v1:0', '', started_at, duration, varve FROM varve_history WHERE entry ="
            + " 1; UPDATE varve_history SET entry = DEFAULT WHERE name = 'other'",
        "Missing"
      },
      {"UPDATE varve_history SET version = '1'", "Unsuitable"},
      {
        "ALTER TABLE varve_history DROP COLUMN checksum; UPDATE varve_history SET digest = ''",
        "Server"
      },
      {
        "ALTER TABLE varve_history RENAME COLUMN event TO happened; UPDATE varve_history SET digest"
            + " = ''",
        "Server"
      },
    };
    for (String[] act : tampered) {
      try (TestDatabase copy = TestServer.newDatabase()) {
        migrator(copy.dataSource(), CREATE, other).migrate();
        copy.execute(act[0] + "; UPDATE varve_history SET digest = 'v1:tampered'");

        MigrationException refused = assertThrows(
            MigrationException.class,
            () -> migrator(copy.dataSource(), CREATE, other).migrate(),
            act[0]);

        assertEquals(act[1], refused.getClass().getSimpleName(), act[0] + ": " + refused);
        assertEquals(
            "item,other",
            copy.value("SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class WHERE"
                + " relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <>"
                + " 'varve_history'"));
      }
    }
    ReliabilityPage.report(
        "The history tampered with, in eight ways",
        1,
        "refused before anything is done, or by the server");
  }

  private static Script fill(String cause) {
    return new Script(FILL.id().text(), FILL.sql().replace("{cause}", cause));
  }

  /** The first step is done, the second one was rolled back, and the message says so. */
  private void assertHalf(MigrationException.Failed failed) {
    assertEquals(
        "Rolled back; the database is at V20260101000000__create, and step 1 of 2 of"
            + " V20260102000000__fill is done.",
        failed.state());
    assertEquals("0", database.value("SELECT count(*) FROM part"));
    assertEquals("10", database.value("SELECT count(*) FROM item"));
  }

  private MigrationException.Failed failed(Script fill) {
    migrator(CREATE).migrate();
    return assertThrows(
        MigrationException.Failed.class, () -> migrator(CREATE, fill).migrate());
  }

  private Migrator migrator(Script... scripts) {
    return migrator(database.dataSource(), scripts);
  }

  private static Migrator migrator(DataSource source, Script... scripts) {
    return migrator(source, Settings.DEFAULT, scripts);
  }

  private static Migrator migrator(DataSource source, Settings settings, Script... scripts) {
    return new Migrator(source, List.of(MigrationSource.of("shop", List.of(scripts))), settings);
  }
}
