package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.GitProject;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A script written by hand says what it changes of the records, and the fold knows. */
class DeclaresTest {
  private static final String SPLIT = "20990101000000__join_names";
  private static final String FOLDER = "src/main/resources/db/migration/";

  private final GitProject shop = new GitProject();
  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void close() {
    database.close();
    shop.close();
  }

  private void base() {
    shop.users(", String first, String last").compile();
    shop.commit("Users");
    shop.migrate(database);
    database.execute("INSERT INTO users VALUES (1, 'Ada', 'Lovelace')");
  }

  private void joinNames(String declares) {
    shop.project()
        .withFile(
            FOLDER + "V" + SPLIT + ".sql",
            "-- Joins first and last name.\n--\n"
                + "-- Data lost: none; the undo splits at the first space.\n"
                + declares
                + "ALTER TABLE users ADD COLUMN IF NOT EXISTS name text;\n"
                + "UPDATE users SET name = first || ' ' || last WHERE name IS NULL;\n"
                + "-- varve-allow SCRIPT_LOCKS: a table of some hundred rows.\n"
                + "ALTER TABLE users ALTER COLUMN name SET NOT NULL;\n"
                + "ALTER TABLE users DROP COLUMN IF EXISTS first, DROP COLUMN IF EXISTS last;\n");
    shop.project().withFile(FOLDER + "U" + SPLIT + ".sql", """
        ALTER TABLE users ADD COLUMN first text, ADD COLUMN last text;
        UPDATE users SET first = split_part(name, ' ', 1), last = split_part(name, ' ', 2);
        ALTER TABLE users ALTER first SET NOT NULL, ALTER last SET NOT NULL, DROP COLUMN name;
        """);
  }

  private static final String ALL = "-- varve:declares users.name, users.first, users.last\n";

  @Test
  void theRecordIsWrittenBesideTheScriptAndTheFoldKnows() {
    base();
    joinNames(ALL);
    List<String> said = shop.users(", String name").compile();

    assertEquals(1, said.size(), said.toString());
    assertTrue(
        said.get(0).contains("wrote PROJECT/" + FOLDER + "V" + SPLIT + ".json"), said.get(0));
    assertEquals(List.of("create_users", "join_names"), shop.migrations());
    List<String> again = shop.compile();
    assertTrue(again.get(0).startsWith("[UP_TO_DATE]"), again.toString());

    shop.migrate(database);
    assertEquals(List.of("1|Ada Lovelace"), database.rows("SELECT id, name FROM users"));
    shop.assertFresh(database);
    assertIsTheFold();

    assertEquals(
        1,
        shop.varve(database)
            .allowLoss(List.of("users.name"))
            .rollback(1)
            .undone()
            .size());
    assertEquals(List.of("1|Ada|Lovelace"), database.rows("SELECT id, first, last FROM users"));
  }

  /** Migrated is what the fold, as {@code schema.sql}, makes of an empty database. */
  private void assertIsTheFold() {
    try (TestDatabase fold = TestServer.newDatabase();
        Connection migrated = database.connect();
        Connection folded = fold.connect()) {
      fold.execute(shop.project().packed("shop").get("schema.sql"));
      var expected = CatalogReader.readAll(folded);
      var found = CatalogReader.readAll(migrated);
      expected.forEach((schema, catalog) ->
          assertEquals(List.of(), Catalog.differences(catalog, found.get(schema))));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsNotDeclaredIsGenerated() {
    base();
    joinNames(ALL);
    shop.users(", String name, Optional<String> phone").compile();
    assertEquals(List.of("create_users", "join_names", "add_phone_to_users"), shop.migrations());

    shop.users(", String name, Optional<String> fax").compile();
    assertEquals(List.of("create_users", "join_names", "add_fax_to_users"), shop.migrations());
    shop.commit("Names and fax");
    assertTrue(shop.compile().get(0).startsWith("[UP_TO_DATE]"));
    shop.migrate(database);
    shop.assertFresh(database);
    assertIsTheFold();

    shop.users(", String name, Optional<String> fax, Optional<String> city").compile();
    assertEquals("add_city_to_users", shop.migrations().get(3));
  }

  @Test
  void whatIsDeclaredFollowsTheRecordsWhileTheScriptIsSoft() {
    base();
    joinNames(ALL);
    shop.users(", String name").compile();
    String before = shop.project().migrationFiles().get("V" + SPLIT + ".json");

    shop.users(", @Column(length = 99) String name").compile();

    String after = shop.project().migrationFiles().get("V" + SPLIT + ".json");
    assertFalse(after.equals(before));
    assertTrue(after.contains("99"), after);
    assertEquals(List.of("create_users", "join_names"), shop.migrations());
  }

  @Test
  void withoutTheWordTheRecordsHaveToSayWhatBecomesOfTheColumns() {
    base();
    joinNames("");
    TestProject.Result result = shop.users(", String name").project().compile();

    assertFalse(result.success());
    String said = result.ours().toString();
    assertTrue(said.contains("[SCRIPT_MODEL_CHANGED]"), said);
    assertTrue(said.contains("varve:declares users.first"), said);
    assertTrue(said.contains("[COLUMN_VANISHED]"), said);
  }

  @Test
  void aFrozenBuildShowsTheRecordThatIsMissing() {
    base();
    joinNames(ALL);
    shop.users(", String name");
    TestProject.Result result = shop.project().compile("-Avarve.frozen=true");

    assertFalse(result.success());
    assertTrue(
        result.ours().toString().contains("is not recorded yet"), result.ours().toString());
    assertFalse(shop.project().migrationFiles().containsKey("V" + SPLIT + ".json"));

    shop.compile();
    shop.commit("Names");
    shop.compile("-Avarve.frozen=true");
  }

  @Test
  void aScriptThatIsCommittedHasSaidWhatItDoes() {
    base();
    joinNames(ALL);
    shop.users(", String name").compile();
    shop.commit("Names");

    shop.users(", @Column(length = 99) @Using(\"left(name, 99)\")"
            + " @AllowRewrite(\"at night\") String name")
        .compile();

    assertEquals(3, shop.migrations().size(), shop.migrations().toString());
    assertTrue(shop.migrations().get(2).contains("name"), shop.migrations().toString());
  }
}
