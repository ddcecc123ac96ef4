package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.applied;
import static dev.varve.runtime.migrate.Stories.migrate;
import static dev.varve.runtime.migrate.Stories.migrator;
import static dev.varve.runtime.migrate.Stories.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.ChangeJson;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two branches: the younger migration was applied first, and then comes the older one. */
class OutOfOrderTest {
  private static final QualifiedName USERS = QualifiedName.of("users");

  private static final String FIRST = "20260101000000__create";

  private static final Script CREATE = script(
      FIRST,
      "CREATE TABLE users (id int, nick text)",
      new Change.TableAdded(
          new Table(
              USERS,
              "shop.User",
              List.of(
                  column("id", ColumnType.Scalar.INTEGER), column("nick", ColumnType.Scalar.TEXT)),
              List.of(),
              List.of()),
          Optional.empty()));
  private static final Script ADD_EMAIL =
      script("20260102000000__email", "ALTER TABLE users ADD email text", add("email"));
  private static final Script ADD_PHONE =
      script("20260103000000__phone", "ALTER TABLE users ADD phone text", add("phone"));
  private static final Script RENAME = script(
      "20260103000000__rename",
      "ALTER TABLE users RENAME TO people",
      new Change.TableRenamed(USERS, QualifiedName.of("people")));
  private static final Script FILL = script(
      "20260103000000__fill",
      "UPDATE users SET nick = ''; ALTER TABLE users ALTER nick SET NOT NULL",
      new Change.ColumnNullabilityChanged(
          new ColumnName(USERS, new Name("nick")), false, Optional.of("''")));
  private static final Script BY_HAND =
      new Script("20260103000000__by_hand", "INSERT INTO users VALUES (1, 'x')");

  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void whatCommutesIsApplied() {
    migrate(database, CREATE, ADD_PHONE);

    MigrationResult result = migrate(database, CREATE, ADD_EMAIL, ADD_PHONE);

    assertEquals(List.of("email"), applied(result));
    assertEquals(
        List.of("V20260102000000__email was applied after newer ones, as it came from another"
            + " branch."),
        result.notes());
    assertEquals(
        List.of("id", "nick", "phone", "email"),
        database.rows("SELECT attname FROM pg_attribute WHERE attrelid = 'users'::regclass AND"
            + " attnum > 0 ORDER BY attnum"));
    assertEquals(List.of(), applied(migrate(database, CREATE, ADD_EMAIL, ADD_PHONE)));
  }

  @Test
  void whatMeansAnotherTableNowIsRefused() {
    migrate(database, CREATE, RENAME);

    MigrationException.NotInOrder refused = refused(
        MigrationException.NotInOrder.class,
        "Migration V20260102000000__email is older than V20260103000000__rename, which is applied"
            + " already, and the history does not say that it may follow: one of them can only be"
            + " applied before the other. Nothing was changed. Give it a newer version, if no other"
            + " database has it; or allow 20260102000000__email by name to be applied out of"
            + " order.",
        () -> migrate(database, CREATE, ADD_EMAIL, RENAME));
    assertEquals(ADD_EMAIL.id(), refused.migration());
    assertEquals(RENAME.id(), refused.newer());
  }

  @Test
  void whatRewritesTheSameRowsIsRefused() {
    migrate(database, CREATE, FILL);

    refused(
        MigrationException.NotInOrder.class,
        "Migration V20260102000000__email is older than V20260103000000__fill, which is applied"
            + " already, and the history does not say that it may follow: one of them rewrites rows"
            + " of users, which the other changes too. Nothing was changed. Give it a newer version,"
            + " if no other database has it; or allow 20260102000000__email by name to be applied"
            + " out of order.",
        () -> migrate(database, CREATE, ADD_EMAIL, FILL));
  }

  @Test
  void whatOnlyAddsMayFollowAScriptWrittenByHand() {
    migrate(database, CREATE, BY_HAND);

    assertEquals(List.of("email"), applied(migrate(database, CREATE, ADD_EMAIL, BY_HAND)));
  }

  @Test
  void aScriptWrittenByHandNeedsToBeNamed() {
    Script late = new Script("20260102000000__late", "CREATE TABLE late (i int)");
    migrate(database, CREATE, ADD_PHONE);

    refused(
        MigrationException.NotInOrder.class,
        "Migration V20260102000000__late is older than V20260103000000__phone, which is applied"
            + " already, and the history does not say that it may follow: it was written by hand,"
            + " so that the history does not say what it does. Nothing was changed. Give it a newer"
            + " version, if no other database has it; or allow 20260102000000__late by name to be"
            + " applied out of order.",
        () -> migrate(database, CREATE, late, ADD_PHONE));

    Settings named = Settings.DEFAULT.outOfOrder(List.of("20260102000000__late"));
    assertEquals(
        List.of("late"),
        applied(migrator(database.dataSource(), named, CREATE, late, ADD_PHONE).migrate()));
  }

  @Test
  void whatTheApplicationDoesNotKnowIsNoReasonToHurry() {
    migrate(database, CREATE, ADD_PHONE);

    MigrationException.NotInOrder refused = org.junit.jupiter.api.Assertions.assertThrows(
        MigrationException.NotInOrder.class, () -> migrate(database, CREATE, ADD_EMAIL));
    assertEquals(ADD_PHONE.id(), refused.newer());
  }

  private static Script script(String id, String sql, Change... changes) {
    List<Json> written = List.of(changes).stream().map(ChangeJson::write).toList();
    String record = Json.object()
        .put("after", Json.array(id.equals(FIRST) ? List.of() : List.of(Json.of(FIRST))))
        .put("changes", Json.array(written))
        .build()
        .pretty();
    return new Script(id, sql, "SELECT 1", record);
  }

  private static Change add(String name) {
    return new Change.ColumnAdded(USERS, column(name, ColumnType.Scalar.TEXT), Optional.empty());
  }

  private static Column column(String name, ColumnType type) {
    return new Column(new Name(name), type, true, new Default.None());
  }
}
