package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.ADD_EMAIL;
import static dev.varve.runtime.migrate.Stories.CREATE_USERS;
import static dev.varve.runtime.migrate.Stories.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A role that owns its schema and nothing else is enough; one with less is told what is missing. */
class RightsTest {
  private final TestDatabase database = TestServer.newDatabase();
  private final String role = "plain_" + database.name();

  @BeforeEach
  void makeRole() {
    database.execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;"
        + " REVOKE ALL ON SCHEMA public FROM PUBLIC; CREATE SCHEMA app AUTHORIZATION " + role);
  }

  @AfterEach
  void drop() {
    database.execute("DROP OWNED BY " + role + " CASCADE; DROP ROLE " + role);
    database.close();
  }

  private PGSimpleDataSource plain() {
    PGSimpleDataSource source = database.dataSource();
    source.setOptions("-c role=" + role);
    source.setCurrentSchema("app");
    return source;
  }

  @Test
  void theOwnerOfASchemaNeedsNothingElse() {
    Script steps = new Script(
        "20260103000000__steps",
        """
        -- varve:step outside transaction
        -- varve:drop-invalid-index users_email
        CREATE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email);
        -- varve:step transaction
        ALTER TABLE users ADD CONSTRAINT c CHECK (email <> '') NOT VALID;
        -- varve:step transaction
        ALTER TABLE users VALIDATE CONSTRAINT c;
        """,
        "ALTER TABLE users DROP CONSTRAINT c; DROP INDEX users_email;");
    Settings settings = Settings.DEFAULT.development(true);
    Migrator migrator = migrator(plain(), settings, CREATE_USERS, ADD_EMAIL, steps);

    assertEquals(3, migrator.plan().scripts().size());
    assertEquals(3, migrator.migrate().applied().size());
    assertEquals(3, migrator.status().in(Status.State.APPLIED).size());
    assertEquals(5, migrator.history().size());
    assertEquals(2, migrator.rollbackTo("20260101000000").undone().size());
    assertEquals(1, migrator.stamp("20260102000000").size());
    migrator.reset(database.name());
    assertEquals(3, migrator.baseline(java.util.Optional.empty()).size());
  }

  @Test
  void aTableOfSomebodyElseIsToldBeforeAnythingIsDone() {
    database.execute("CREATE TABLE app.users (id int)");
    Script create = new Script("20260101000000__create", "CREATE TABLE mine (i int)");

    MigrationException.Unsuitable refused = assertThrows(
        MigrationException.Unsuitable.class,
        () -> migrator(plain(), create, ADD_EMAIL).migrate());

    assertEquals(
        "Role " + role + " is not the owner of table users, which V20260102000000__add_email"
            + " changes. Nothing was changed. Connect as its owner, or run: ALTER TABLE"
            + " \"app\".\"users\" OWNER TO \"" + role + "\".",
        refused.getMessage());
    assertEquals("null", database.value("SELECT to_regclass('app.mine')"));
    assertEquals("null", database.value("SELECT to_regclass('app.varve_history')"));
  }

  @Test
  void aHistoryThatMayNotBeWrittenIsTold() {
    migrator(plain(), CREATE_USERS).migrate();
    database.execute("ALTER TABLE app.varve_history OWNER TO postgres; GRANT SELECT ON"
        + " app.varve_history TO " + role);

    assertEquals(List.of(), migrator(plain(), CREATE_USERS).migrate().applied());
    MigrationException.Unsuitable refused = assertThrows(
        MigrationException.Unsuitable.class,
        () -> migrator(plain(), CREATE_USERS, ADD_EMAIL).migrate());
    assertTrue(
        refused.getMessage().contains("GRANT SELECT, INSERT ON \"app\".varve_history TO"),
        refused.getMessage());
  }
}
