package dev.varve.runtime.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.runtime.testing.TestDatabase;
import java.util.List;
import javax.sql.DataSource;

/** What the applier's tests tell their stories with. */
final class Stories {
  static final String USERS = "20260101000000__create_users";
  static final String EMAIL = "20260102000000__add_email";
  static final String INDEX = "20260103000000__index_email";

  static final MigrationSource.Script CREATE_USERS = new MigrationSource.Script(
      USERS, "CREATE TABLE users (id int PRIMARY KEY);", "DROP TABLE users;");

  static final MigrationSource.Script ADD_EMAIL = new MigrationSource.Script(
      EMAIL, "ALTER TABLE users ADD COLUMN email text;", "ALTER TABLE users DROP COLUMN email;");

  private Stories() {}

  static Migrator migrator(DataSource dataSource, MigrationSource.Script... scripts) {
    return migrator(dataSource, Settings.DEFAULT, scripts);
  }

  static Migrator migrator(
      DataSource dataSource, Settings settings, MigrationSource.Script... scripts) {
    return new Migrator(
        dataSource, List.of(MigrationSource.of("shop", List.of(scripts))), settings);
  }

  static MigrationResult migrate(TestDatabase database, MigrationSource.Script... scripts) {
    return migrator(database.dataSource(), scripts).migrate();
  }

  /** The names of the migrations that were brought to their end. */
  static List<String> applied(MigrationResult result) {
    return result.applied().stream().map(a -> a.migration().name()).toList();
  }

  /** The history, one line an event. */
  static List<String> history(TestDatabase database) {
    return database.rows(
        "SELECT event || ' ' || name || ' ' || step || '/' || steps FROM varve_history"
            + " ORDER BY entry");
  }

  /** Asserts the whole message of the refusal and returns it. */
  static <E extends MigrationException> E refused(
      Class<E> kind, String message, Runnable migrating) {
    E refused = assertThrows(kind, migrating::run);
    assertEquals(message, refused.getMessage());
    return refused;
  }
}
