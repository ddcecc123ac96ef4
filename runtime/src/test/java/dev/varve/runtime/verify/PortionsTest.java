package dev.varve.runtime.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.testing.DriftCase;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortionsTest {
  private static List<String> statements(String script) {
    return SqlScript.parse(script).steps().stream()
        .flatMap(step -> step.statements().stream())
        .map(SqlScript.Statement::sql)
        .filter(Building::isBuilt)
        .toList();
  }

  @Test
  void aSchemaThatTheServerHasLocksForIsBuiltAtOnce() {
    List<String> statements = statements("CREATE TABLE a (id int);\nCREATE TABLE b (id int);");
    List<Portions.Portion> portions = Portions.of(statements, 8, Set.of(), name -> false);
    assertEquals(1, portions.size());
    assertEquals(statements, portions.get(0).statements());
    assertTrue(portions.get(0).isWhole("a"));
  }

  @Test
  void aPortionHasWhatItsTablesNeedAndNoMore() {
    List<Portions.Portion> portions = Portions.of(statements("""
        CREATE TYPE mood AS ENUM ('ok');
        CREATE TABLE users (id int PRIMARY KEY);
        CREATE TABLE posts (id int PRIMARY KEY, author int, mood mood);
        CREATE TABLE "Odd" (id int);
        ALTER TABLE posts ADD CONSTRAINT author FOREIGN KEY (author) REFERENCES users (id);
        ALTER TABLE users ADD CONSTRAINT odd FOREIGN KEY (id) REFERENCES "Odd" (id);
        CREATE VIEW loud AS SELECT * FROM posts;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ SELECT FROM "Odd" $$;
        CREATE TRIGGER touched BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
        ALTER TABLE "Odd" RENAME TO even;
        COMMENT ON TABLE even IS 'No more.';
        """), 1, Set.of(), name -> false);
    assertEquals(
        List.of(
            Set.of("mood", "touch"),
            Set.of("users"),
            Set.of("posts"),
            Set.of("Odd", "even"),
            Set.of("loud")),
        portions.stream().map(Portions.Portion::whole).toList());
    assertEquals("""
        CREATE TYPE mood AS ENUM ('ok')
        CREATE TABLE users (id int PRIMARY KEY)
        CREATE TABLE posts (id int PRIMARY KEY, author int, mood mood)
        ALTER TABLE posts ADD CONSTRAINT author FOREIGN KEY (author) REFERENCES users (id)
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ SELECT FROM "Odd" $$
        CREATE TRIGGER touched BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch()""", String.join("\n", portions.get(2).statements()));
  }

  /** Its name comes first in what looks before it alters. */
  @Test
  void aTableThatIsCalledSelectHasNoRuleOfOthers() {
    List<Portions.Portion> portions =
        Portions.of(statements("""
        CREATE TABLE users (id int PRIMARY KEY);
        CREATE TABLE posts (id int PRIMARY KEY, author int);
        CREATE TABLE "select" (id int);
        CREATE TABLE "trigger" (id int);
        DO $$
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'author') THEN
            ALTER TABLE posts ADD CONSTRAINT author FOREIGN KEY (author) REFERENCES users (id);
          END IF;
        END
        $$;
        CREATE TRIGGER touched BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();
        """), 1, Set.of("select", "trigger", "users"), name -> false);

    assertEquals(
        List.of(Set.of("posts")), portions.stream().map(Portions.Portion::whole).toList());
    assertEquals(6, portions.get(0).statements().size());
  }

  /** An index is named without its table. */
  @Test
  void aCommentOnAnIndexComesWithItsTable() {
    List<Portions.Portion> portions = Portions.of(statements("""
        CREATE TABLE a (id int);
        CREATE TABLE b (id int);
        CREATE INDEX IF NOT EXISTS b_id ON b (id);
        COMMENT ON INDEX b_id IS 'By number.';
        """), 1, Set.of(), name -> false);
    assertEquals(List.of("CREATE TABLE a (id int)"), portions.get(0).statements());
    assertEquals(3, portions.get(1).statements().size());
    assertFalse(portions.get(0).isWhole("index b_id"));
    assertTrue(portions.get(1).isWhole("index b_id"));
  }

  @Test
  void whatIsSettledIsMadeOnlyForOthers() {
    List<String> statements = statements("""
        CREATE TABLE users (id int PRIMARY KEY);
        CREATE TABLE old (id int);
        ALTER TABLE old RENAME TO logs;
        CREATE TABLE posts (id int, author int);
        ALTER TABLE posts ADD CONSTRAINT author FOREIGN KEY (author) REFERENCES users (id);
        """);
    List<Portions.Portion> portions =
        Portions.of(statements, 1_000, Set.of("users", "logs"), name -> name.equals("posts"));
    assertEquals(1, portions.size());
    assertEquals(Set.of("posts"), portions.get(0).whole());
    assertEquals("""
        CREATE TABLE users (id int PRIMARY KEY)
        CREATE TABLE posts (id int, author int)
        ALTER TABLE posts ADD CONSTRAINT author FOREIGN KEY (author) REFERENCES users (id)""", String.join("\n", portions.get(0).statements()));
    // The name that it had before may be another table's by now.
    assertEquals(
        Set.of("old", "logs", "posts"),
        Portions.of(
                statements,
                1_000,
                Set.of("users", "logs"),
                name -> !name.equals("logs") && !name.equals("users"))
            .get(0)
            .whole());
  }

  /** What is found is what is found if all is built together. */
  @Test
  void aTableThatIsCalledTableHasNotTheCommentsOfOthers() {
    List<Portions.Portion> portions =
        Portions.of(statements("""
            CREATE TABLE users (id bigint);
            COMMENT ON TABLE users IS 'It is them.';
            COMMENT ON COLUMN users.id IS 'Whose';
            CREATE TABLE "table" (id bigint REFERENCES users);
            CREATE TABLE view (id bigint);
            """), 1_000, Set.of("users"), name -> false);
    Portions.Portion portion = portions.get(0);
    assertFalse(portion.isWhole("table users"));
    assertFalse(portion.isWhole("column id of table users"));
    assertTrue(portion.isWhole("table \"table\""));
    assertTrue(portion.isWhole("table view"));
  }

  @Test
  void inPortionsTheSameIsFound() throws SQLException {
    Expectation expectation = new Expectation(
        statements(DriftCase.script()), List.of(), Schema.EMPTY, Optional.empty(), List.of());
    try (TestDatabase database = TestServer.newDatabase()) {
      DriftCase.migrated(database);
      assertEquals(drift(database, expectation, 1_000_000), drift(database, expectation, 1));
      List<DriftCase> cases = DriftCase.all();
      for (int i = 0; i < cases.size(); i += Boolean.getBoolean("varve.test.full") ? 1 : 6) {
        DriftCase one = cases.get(i);
        database.execute(one.done());
        assertEquals(
            drift(database, expectation, 1_000_000), drift(database, expectation, 30), one::done);
        database.execute(one.undone());
      }
    }
  }

  private static List<String> drift(TestDatabase database, Expectation expectation, long locks)
      throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      Drift drift = Verification.run(connection, "public", expectation, true, locks);
      connection.rollback();
      return drift.lines();
    }
  }
}
