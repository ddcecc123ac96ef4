package dev.varve.runtime.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.Varve;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import dev.varve.runtime.verify.Drift;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a role needs to verify, and what the verifier leaves behind, which is nothing. */
class VerifierTest {
  private static final String TABLES = """
      CREATE TYPE mood AS ENUM ('GOOD', 'BAD');
      CREATE SEQUENCE numbers;
      CREATE TABLE users (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        number bigint DEFAULT nextval('numbers') NOT NULL,
        name varchar(20) DEFAULT 'x' NOT NULL CHECK (name <> ''),
        mood mood DEFAULT 'GOOD'
      );
      CREATE TABLE posts (id serial PRIMARY KEY, user_id bigint REFERENCES users (id));
      CREATE INDEX posts_user_id_idx ON posts (user_id) WHERE user_id > 0;
      CREATE VIEW names AS SELECT u.name, p.id FROM users AS u JOIN posts AS p ON p.user_id = u.id;
      COMMENT ON TABLE users IS 'People';
      """;

  private final TestDatabase database = TestServer.newDatabase();
  private final String role = database.name() + "_role";

  @BeforeEach
  void createRole() {
    database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'verify'");
  }

  @AfterEach
  void drop() {
    database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
    database.close();
  }

  private Varve varve(String... scripts) {
    return Varve.of(database.dataSource()).sources(List.of(source(scripts)));
  }

  private static MigrationSource source(String... scripts) {
    java.util.ArrayList<MigrationSource.Script> all = new java.util.ArrayList<>();
    for (String script : scripts) {
      all.add(
          new MigrationSource.Script("2026010100000" + all.size() + "__m" + all.size(), script));
    }
    return MigrationSource.of("shop", all);
  }

  /** As somebody who may look, and no more. */
  private Varve asRole(String... scripts) {
    PGSimpleDataSource source = database.dataSource();
    source.setUser(role);
    source.setPassword("verify");
    database.execute("GRANT SELECT ON varve_history TO " + role);
    return Varve.of(source).sources(List.of(source(scripts)));
  }

  @Test
  void temporaryObjectsWillDoForTablesAndViews() {
    varve(TABLES).migrate();

    assertEquals(List.of(), asRole(TABLES).verify().lines());
    database.execute("ALTER TABLE users ALTER COLUMN name SET DEFAULT 'y';"
        + " CREATE OR REPLACE VIEW names AS SELECT u.name, 1 AS id FROM users AS u");
    assertEquals(
        List.of(
            "column users.name is varchar(20) NOT NULL DEFAULT 'y'::character varying, expected"
                + " varchar(20) NOT NULL DEFAULT 'x'::character varying",
            "view names is AS  SELECT " + (TestServer.majorVersion() < 16 ? "u." : "")
                + "name, 1 AS id FROM users u;, expected AS  SELECT u.name, p.id FROM (users u JOIN posts p ON ((p.user_id = u.id)));"),
        asRole(TABLES).verify().lines());
  }

  @Test
  void whatCannotBeTemporaryNeedsThePrivilege() {
    String function = "CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';";
    varve(function).migrate();

    String message = assertThrows(MigrationException.Unsuitable.class, asRole(function)::verify)
        .getMessage();
    assertTrue(message.contains("needs the privilege CREATE on the database"), message);
    database.execute("GRANT CREATE ON DATABASE " + database.name() + " TO " + role);
    assertEquals(List.of(), asRole(function).verify().lines());
    database.execute("REVOKE CREATE ON DATABASE " + database.name() + " FROM " + role
        + "; REVOKE TEMPORARY ON DATABASE " + database.name() + " FROM PUBLIC");
    varve(function, TABLES).migrate();
    assertThrows(MigrationException.Unsuitable.class, asRole(function, TABLES)::verify);
  }

  @Test
  void nothingIsLeftBehind() {
    varve(TABLES).migrate();
    String state = "SELECT count(*) || ' ' || max(oid) FROM pg_class";
    String before = database.value(state);
    assertEquals(List.of(), varve(TABLES).verify().lines());

    assertEquals(before, database.value(state));
    assertEquals(
        "0", database.value("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'varve%'"));
  }

  @Test
  void whatIsPendingIsNotExpected() {
    varve(TABLES).migrate();
    var drift = varve(TABLES, "CREATE TABLE more (id integer);").verify();

    assertEquals(List.of(), drift.lines());
    assertEquals(
        List.of("Not applied, and so not expected: 1 of the migrations of shop."), drift.notes());
  }

  @Test
  void aNewerDatabaseCannotBeVerified() {
    varve(TABLES, "CREATE TABLE more (id integer);").migrate();

    assertTrue(assertThrows(MigrationException.NotPossible.class, varve(TABLES)::verify)
        .getMessage()
        .contains("which these migrations do not"));
  }

  /** An extension's schema is not built, and stays when the extension does. */
  @Test
  void whatStaysForParkedColumnsIsNoDrift() {
    String words = """
        CREATE SCHEMA words;
        CREATE EXTENSION citext SCHEMA words;
        CREATE TABLE books (id bigint PRIMARY KEY, title words.citext);
        """;
    String none = """
        ALTER TABLE books RENAME COLUMN title TO varve_parked_title;
        DO $$
        BEGIN
          IF NOT EXISTS (
            SELECT FROM pg_depend
            WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('words')
          ) THEN
            DROP SCHEMA words;
          END IF;
        END
        $$;
        """;
    varve(words, none).migrate();

    Drift drift = varve(words, none).verify();
    assertEquals(List.of(), drift.lines());
    assertEquals(List.of(), drift.notes());
    database.execute("DROP EXTENSION citext CASCADE");
    assertEquals(List.of(), varve(words, none).verify().lines());
  }

  /** The real schema is searched, too, where it has an extension. */
  @Test
  void awkwardNamesBesideAnExtensionAreNoDrift() {
    String script = """
        CREATE EXTENSION citext;
        DO $$
        BEGIN
          IF to_regtype('"quo""te"') IS NULL THEN
            CREATE TYPE "quo""te" AS ENUM ('a');
          END IF;
        END
        $$;
        CREATE OPERATOR public.=== (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text);
        CREATE VIEW same AS SELECT 'a' OPERATOR(public.===) 'b' AS same;
        """;
    varve(script).migrate();

    Drift drift = varve(script).verify();
    assertEquals(List.of(), drift.lines());
    assertEquals(List.of(), drift.notes());
  }

  @Test
  void defaultPrivilegesAndLiteralsAreNoDrift() {
    database.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO " + role);
    String script = """
        CREATE SCHEMA "my billing";
        CREATE SCHEMA billing;
        CREATE SEQUENCE billing.numbers;
        CREATE TABLE billing.invoices (
          id bigint DEFAULT nextval('billing.numbers') PRIMARY KEY,
          note text DEFAULT 'billing.invoices',
          other text DEFAULT 'public.users is not "my billing".users'
        );
        CREATE TABLE "my billing".bills (id bigint REFERENCES billing.invoices (id));
        CREATE FUNCTION billing.note() RETURNS text LANGUAGE plpgsql
          AS $$ BEGIN RETURN (SELECT max(note) FROM Billing.invoices); END $$;
        CREATE VIEW notes AS SELECT billing.note() AS note, b.id FROM "my billing".bills AS b;
        COMMENT ON SCHEMA billing IS 'What is owed';
        """;
    varve(script).migrate();

    assertEquals(List.of(), varve(script).verify().lines());
  }
}
