package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.ADD_EMAIL;
import static dev.varve.runtime.migrate.Stories.CREATE_USERS;
import static dev.varve.runtime.migrate.Stories.USERS;
import static dev.varve.runtime.migrate.Stories.applied;
import static dev.varve.runtime.migrate.Stories.migrate;
import static dev.varve.runtime.migrate.Stories.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.CountingDataSource;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the applier does with a connection, and what nobody can do to it. */
class SessionTest {
  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aConnectionGoesBackAsItCame() throws Exception {
    Script bad = new Script("20260103000000__bad", "-- varve:step outside transaction\nSELECT 1/0");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA app");
      statement.execute("SET search_path = app, public");
      statement.execute("SET TimeZone = 'Asia/Tokyo'");
      statement.execute("SET lock_timeout = '17s'");
      statement.execute("SET statement_timeout = '18s'");
      List<String> before = settings(statement);
      connection.setAutoCommit(false);
      DataSource pool = poolOfOne(connection);

      migrator(pool, CREATE_USERS).migrate();
      assertFalse(connection.getAutoCommit());
      assertThrows(
          MigrationException.Failed.class,
          () -> migrator(pool, CREATE_USERS, bad).migrate());
      migrator(pool, CREATE_USERS, ADD_EMAIL).migrate();
      migrator(pool, CREATE_USERS, ADD_EMAIL).migrate();
      migrator(pool, CREATE_USERS, ADD_EMAIL).status();
      migrator(pool, CREATE_USERS, ADD_EMAIL).rollback(2);

      assertFalse(connection.getAutoCommit());
      connection.rollback();
      assertEquals(before, settings(statement));
      assertEquals(
          "0",
          value(
              statement,
              "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                  + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
    }
    assertEquals("app.varve_history", database.value("SELECT 'app.varve_history'::regclass"));
  }

  @Test
  void aListenerThatThrowsLeavesNoLockAndNoTransaction() throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      MigrationListener thrower = new MigrationListener() {
        @Override
        public void statement(MigrationId migration, int line, long rows, java.time.Duration took) {
          throw new IllegalStateException("no");
        }
      };

      assertThrows(
          IllegalStateException.class,
          () -> migrator(poolOfOne(connection), Settings.DEFAULT.listener(thrower), CREATE_USERS)
              .migrate());

      assertEquals(
          "0",
          value(
              statement,
              "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                  + " AND pid = pg_backend_pid()"));
      assertEquals("null", value(statement, "SELECT to_regclass('users')"));
    }
  }

  @Test
  void aHostileSchemaCatchesNoName() {
    // Functions and operators that fit better than the catalog's, and tables of our names.
    database.execute("""
        CREATE SCHEMA evil;
        CREATE SCHEMA app;
        CREATE TABLE public.caught (what text);
        CREATE FUNCTION evil.catch(what text) RETURNS void LANGUAGE sql AS
          $$ INSERT INTO public.caught VALUES (what) $$;
        CREATE FUNCTION evil.lower(varchar) RETURNS text LANGUAGE sql AS
          $$ SELECT evil.catch('lower'); SELECT 'x'::text $$;
        CREATE FUNCTION evil.current_setting(text) RETURNS text LANGUAGE sql AS
          $$ SELECT evil.catch('current_setting'); SELECT 'x'::text $$;
        CREATE FUNCTION evil.set_config(varchar, varchar, bool) RETURNS text LANGUAGE sql AS
          $$ SELECT evil.catch('set_config'); SELECT 'x'::text $$;
        CREATE FUNCTION evil.same(text, text) RETURNS bool LANGUAGE sql AS
          $$ SELECT evil.catch('='); SELECT true $$;
        CREATE OPERATOR evil.= (FUNCTION = evil.same, LEFTARG = text, RIGHTARG = text);
        CREATE FUNCTION evil.same(text, varchar) RETURNS bool LANGUAGE sql AS
          $$ SELECT evil.catch('= varchar'); SELECT true $$;
        CREATE OPERATOR app.= (FUNCTION = evil.same, LEFTARG = text, RIGHTARG = varchar);
        CREATE FUNCTION evil.minus(timestamptz, timestamptz) RETURNS interval LANGUAGE sql AS
          $$ SELECT evil.catch('-'); SELECT interval '1 day' $$;
        CREATE OPERATOR evil.-
          (FUNCTION = evil.minus, LEFTARG = timestamptz, RIGHTARG = timestamptz);
        CREATE VIEW evil.varve_history AS
          SELECT evil.catch('view')::text AS module, ''::text AS digest, 1 AS entry;
        CREATE TABLE evil.users (id int);
        """);
    PGSimpleDataSource hostile = database.dataSource();
    hostile.setCurrentSchema("app,evil,pg_catalog");
    Script lower = new Script(
        "20260103000000__lower",
        "CREATE TABLE t (a varchar); INSERT INTO t SELECT lower(x) FROM"
            + " (SELECT 'A'::varchar AS x) s WHERE 'a'::text = 'a'::text;"
            + " SET LOCAL search_path = evil, pg_catalog",
        "DROP TABLE t");

    migrator(hostile, CREATE_USERS, ADD_EMAIL, lower).migrate();
    migrator(hostile, CREATE_USERS, ADD_EMAIL, lower).migrate();
    migrator(hostile, CREATE_USERS, ADD_EMAIL, lower).status();
    migrator(hostile, Settings.DEFAULT.allowLoss(List.of("t")), CREATE_USERS, ADD_EMAIL, lower)
        .rollback(1);

    assertEquals(List.of(), database.rows("SELECT what FROM public.caught"));
    assertEquals(
        "2",
        database.value("SELECT count(*) FROM pg_attribute WHERE attrelid ="
            + " 'app.users'::regclass AND attnum > 0"));
  }

  @Test
  void aTemporaryTableOfTheHistorysNameIsNotIt() throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE varve_history (module text, digest text, entry int)");
      statement.execute("CREATE TEMP TABLE users (id int)");
      DataSource pool = poolOfOne(connection);

      migrator(pool, CREATE_USERS, ADD_EMAIL).migrate();

      assertEquals("2", database.value("SELECT count(*) FROM public.varve_history"));
      assertEquals("0", value(statement, "SELECT count(*) FROM pg_temp.varve_history"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MixedCase",
        "with space",
        "quote\"quote",
        "apo'strophe",
        "select",
        "größe",
        "a.b",
        "$dollar$",
        "%I %s",
        "back\\slash",
        "semi;colon--",
        "😀"
      })
  void anySchemaNameWorks(String schema) {
    String quoted = TestDatabase.quoted(schema);
    database.execute("CREATE SCHEMA " + quoted);
    PGSimpleDataSource source = database.dataSource();
    source.setCurrentSchema(quoted);
    CountingDataSource counting = new CountingDataSource(source);

    migrator(source, CREATE_USERS, ADD_EMAIL).migrate();
    migrator(counting.dataSource(), CREATE_USERS, ADD_EMAIL).migrate();
    migrator(source, CREATE_USERS, ADD_EMAIL).rollback(1);

    assertEquals(1, counting.statements());
    assertEquals("3", database.value("SELECT count(*) FROM " + quoted + ".varve_history"));
    assertEquals(
        "1",
        database.value("SELECT count(*) FROM pg_attribute WHERE NOT attisdropped AND attrelid = '"
            + quoted.replace("'", "''") + ".users'::regclass AND attnum > 0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's", "with space", "quote\"quote", "größe", "a__b", "%s $1 ?", "😀"})
  void anyMigrationAndModuleNameWorks(String name) {
    Script script = new Script("20260101000000__" + name, "SELECT 1", "SELECT 1");
    MigrationSource source = MigrationSource.of(name, List.of(script));
    CountingDataSource counting = new CountingDataSource(database.dataSource());

    new Migrator(database.dataSource(), List.of(source), Settings.DEFAULT).migrate();
    new Migrator(counting.dataSource(), List.of(source), Settings.DEFAULT).migrate();
    new Migrator(database.dataSource(), List.of(source), Settings.DEFAULT).rollback(1);

    assertEquals(1, counting.statements());
    assertEquals(List.of(name, name), database.rows("SELECT name FROM varve_history"));
  }

  @Test
  void schemasOfOneDatabaseHaveHistoriesOfTheirOwn() {
    database.execute("CREATE SCHEMA a; CREATE SCHEMA b");
    for (String schema : List.of("a", "b")) {
      PGSimpleDataSource source = database.dataSource();
      source.setCurrentSchema(schema);
      assertEquals(
          List.of("create_users"), applied(migrator(source, CREATE_USERS).migrate()));
    }
    assertEquals("1", database.value("SELECT count(*) FROM b.varve_history"));
  }

  @Test
  void whatTheLexerLetsThroughTheDriverSendsWhole() {
    migrate(database, new Script(USERS, """
            CREATE TABLE t (i int, j jsonb, s text);
            CREATE TABLE log (i int);
            CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO log VALUES (1); INSERT INTO log VALUES (2));
            CREATE FUNCTION f(x int) RETURNS text BEGIN ATOMIC
              SELECT 'one;';
              SELECT CASE WHEN x = 1 THEN 'a;' ELSE (CASE x WHEN 2 THEN 'b' END) END;
            END;
            CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (3); DELETE FROM log; END;
            CREATE FUNCTION g() RETURNS text LANGUAGE plpgsql AS $größe$ BEGIN RETURN $$;$$; END $größe$;
            INSERT INTO t SELECT 1, '{"a": 1}', E'it\\'s ; {d ?} ' || g() WHERE '{"a": 1}'::jsonb ? 'a';
            /* a /* nested; */ comment; */ SELECT U&'\\0041', 'b\\', $1$ IS NULL FROM (SELECT 1 AS "$1$") x;
            """.replace("$1$ IS NULL", "\"$1$\" IS NULL")));

    assertEquals("1|{\"a\": 1}|it's ; {d ?} ;", database.value("SELECT i, j, s FROM t"));
    assertEquals("b", database.value("SELECT f(2)"));
    assertEquals("2", database.value("SELECT count(*) FROM log"));
  }

  private static List<String> settings(Statement statement) throws SQLException {
    return List.of(
        value(statement, "SHOW search_path"),
        value(statement, "SHOW TimeZone"),
        value(statement, "SHOW lock_timeout"),
        value(statement, "SHOW statement_timeout"),
        value(statement, "SHOW idle_in_transaction_session_timeout"),
        value(statement, "SHOW client_connection_check_interval"),
        value(statement, "SHOW default_transaction_isolation"));
  }

  private static String value(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  /** Gives out always the same connection and does not close it. */
  private static DataSource poolOfOne(Connection connection) {
    Object open = Proxy.newProxyInstance(
        Connection.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          try {
            return method.getName().equals("close") ? null : method.invoke(connection, arguments);
          } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
          }
        });
    return (DataSource) Proxy.newProxyInstance(
        DataSource.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (proxy, method, arguments) -> open);
  }
}
