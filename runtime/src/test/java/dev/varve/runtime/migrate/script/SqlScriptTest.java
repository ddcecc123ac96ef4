package dev.varve.runtime.migrate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.script.SqlScript.Statement;
import dev.varve.runtime.migrate.script.SqlScript.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {
  @Test
  void aFileWithoutMarkersIsOneTransaction() {
    SqlScript script = SqlScript.parse("""
            -- Creates users; nothing is lost.

            CREATE TABLE a (i int); -- first
            /* second */ CREATE TABLE b (
              i int
            );;
            INSERT INTO a VALUES (1)
            """);

    Step step = script.steps().get(0);
    assertEquals(1, script.steps().size());
    assertTrue(step.inTransaction());
    assertEquals(
        List.of(
            "3 CREATE TABLE a (i int)",
            "4 CREATE TABLE b (\n  i int\n)",
            "7 INSERT INTO a VALUES (1)"),
        step.statements().stream().map(s -> s.line() + " " + s.sql()).toList());
  }

  @Test
  void markersCutStepsAndDirectivesBelongToTheNextStatement() {
    SqlScript script = SqlScript.parse("""
            -- A header.
            -- varve:step transaction
            -- varve:once
            SELECT 1;
              --   varve:step outside transaction
            -- varve:drop-invalid-index "app"."users by mail"
            CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "users by mail" ON "app".users (mail);
            -- varve:repeat
            UPDATE users SET a = 1 WHERE id IN (SELECT id FROM users WHERE a IS NULL LIMIT 10);
            """);

    Step first = script.steps().get(0);
    Step second = script.steps().get(1);
    assertEquals(2, script.steps().size());
    assertEquals(
        List.of(true, true, 2), List.of(first.inTransaction(), first.once(), first.line()));
    assertEquals(
        List.of(false, false, 5), List.of(second.inTransaction(), second.once(), second.line()));
    Statement index = second.statements().get(0);
    assertEquals("\"app\".\"users by mail\"", index.dropInvalidIndex().orElseThrow());
    assertEquals(false, index.repeat());
    assertTrue(second.statements().get(1).repeat());
    assertTrue(second.statements().get(1).dropInvalidIndex().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';', 'it''s;', E'\\';', e'a\\\\', U&'\\0041;', B'1', 'a\\'",
        "SELECT 'a;'\n  -- more; of it\n  'b;'",
        "SELECT E'a'\n'b\\';'",
        "SELECT \"a;\"\";\", U&\"\\0041;\"",
        "SELECT $$;$$, $a$;$$;$b$;$a$, $größe$;$größe$, $_1$ ; $_1$",
        "SELECT a$b$c, d$b$e",
        "SELECT /* ; /* nested; */ ; */ 1 -- ; \n + 2",
        "SELECT 1/*;*/+/*;*/2",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); DELETE FROM b)",
        "CREATE FUNCTION f(x int) RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN x = 1 THEN 2"
            + " ELSE (CASE x WHEN 1 THEN 3 END) END AS end; SELECT t.case FROM t; END",
        "create or replace procedure p() language sql begin atomic insert into t values (1); end",
        "SELECT x ? 'a', x ?| y, x @> '{\"a\": 1}', $1::text, 1..2",
        "SELECT '\u00a0;', \u00a0a$x$ FROM t",
        "SELECT 'x'::\"char\", E'\\\\'",
      })
  void whatLooksLikeTheEndOfAStatementIsNot(String statement) {
    SqlScript script = SqlScript.parse(statement + ";\nSELECT 2;");

    assertEquals(
        List.of(statement, "SELECT 2"),
        script.steps().get(0).statements().stream().map(Statement::sql).toList());
  }

  @Test
  void aPositionOfTheServerIsALine() {
    Statement statement =
        SqlScript.parse("\n\nSELECT '😀',\n  x;").steps().get(0).statements().get(0);

    assertEquals(3, statement.lineAt(1));
    assertEquals(3, statement.lineAt(12));
    assertEquals(4, statement.lineAt(15));
    assertEquals(4, statement.lineAt(99));
  }

  @Test
  void lineEndsAndTheByteOrderMarkAreNormalised() {
    SqlScript script =
        SqlScript.parse("\uFEFF-- varve:step transaction\r\nSELECT 'a\r\nb';\rSELECT 2");

    assertEquals(
        List.of("SELECT 'a\nb'", "SELECT 2"),
        script.steps().get(0).statements().stream().map(Statement::sql).toList());
    assertEquals(4, script.steps().get(0).statements().get(1).line());
  }

  @Test
  void anEmptyFileIsOneEmptyStep() {
    assertEquals(List.of(), SqlScript.parse("-- nothing\n").steps().get(0).statements());
  }

  @Test
  void whatTheApplierCannotRunIsRefusedWithItsPlace() {
    String control = " is not allowed: a step is a transaction already. Start another one with"
        + " \"-- varve:step transaction\".";
    String session =
        " changes the session of whoever uses this connection next. Use SET LOCAL in a transaction"
            + " step.";
    refused("SELECT 1;\n  BEGIN;", "Line 2, column 3: BEGIN" + control);
    refused("start transaction", "Line 1, column 1: START TRANSACTION" + control);
    refused("COMMIT", "Line 1, column 1: COMMIT" + control);
    refused("end", "Line 1, column 1: END" + control);
    refused("ROLLBACK TO a", "Line 1, column 1: ROLLBACK" + control);
    refused("Abort", "Line 1, column 1: ABORT" + control);
    refused("SAVEPOINT a", "Line 1, column 1: SAVEPOINT" + control);
    refused("PREPARE TRANSACTION 'x'", "Line 1, column 1: PREPARE TRANSACTION" + control);
    refused("SET lock_timeout = 1", "Line 1, column 1: SET" + session);
    refused("SET SESSION a = 1", "Line 1, column 1: SET SESSION" + session);
    refused("RESET ALL", "Line 1, column 1: RESET" + session);
    refused("DISCARD ALL", "Line 1, column 1: DISCARD" + session);
    refused(
        "-- varve:step outside transaction\nSET LOCAL a = 1",
        "Line 2, column 1: SET LOCAL has no effect outside a transaction.");
    refused(
        "SELECT 1;\nSET LOCAL standard_conforming_strings = off",
        "Line 2, column 1: standard_conforming_strings stays on: a backslash in a plain string is a"
            + " character like others. Write E'…' where it is meant to escape.");
    refused(
        "SELECT 1;\n\\d t",
        "Line 2, column 1: A backslash starts a command of psql; a migration holds SQL only.");
    refused(
        "SELECT '\0'", "Line 1, column 9: A character with code 0 cannot be sent to PostgreSQL.");
  }

  @Test
  void theDataOfCopyAreNoStatements() {
    SqlScript script = SqlScript.parse("""
        SELECT 1;
        COPY "t;" (a, b) FROM STDIN WITH (FORMAT csv); -- the data; of it
        1;"it's
        $$ \\. -- varve:step transaction"
        \\.
        copy t from stdout;
        \\.
        COPY t FROM 'stdin'; COPY (SELECT 1 FROM stdin) TO '/x'; SELECT copy FROM stdin;
        """);

    assertEquals(
        List.of(
            "1 SELECT 1 -",
            "2 COPY \"t;\" (a, b) FROM STDIN WITH (FORMAT csv)"
                + " 1;\"it's\n$$ \\. -- varve:step transaction\"\n",
            "6 copy t from stdout ",
            "8 COPY t FROM 'stdin' -",
            "8 COPY (SELECT 1 FROM stdin) TO '/x' -",
            "8 SELECT copy FROM stdin -"),
        script.steps().get(0).statements().stream()
            .map(s -> s.line() + " " + s.sql() + " " + s.data().orElse("-"))
            .toList());
  }

  @Test
  void dataThatCannotBeSentAreRefused() {
    refused(
        "SELECT 1;\nCOPY t FROM STDIN;\n1\n\\.2\n",
        "Line 2, column 18: The data of this COPY do not end: there is no line \\. behind it.");
    refused(
        "COPY t FROM STDIN;",
        "Line 1, column 18: The data of this COPY do not end: there is no line \\. behind it.");
    refused(
        "COPY t FROM STDIN",
        "Line 1, column 1: COPY FROM STDIN needs a semicolon, lines of data, and the line \\."
            + " behind them.");
    refused(
        "COPY t FROM STDIN; SELECT 1;\n\\.\n",
        "Line 1, column 20: The data of COPY start on the line after the semicolon.");
    refused(
        "COPY t FROM STDIN WITH (FORMAT binary);\n\\.\n",
        "Line 1, column 1: COPY FROM STDIN in binary form cannot stand in a text. Use the text"
            + " form or CSV.");
    refused(
        "COPY t TO STDOUT;",
        "Line 1, column 11: COPY TO STDOUT needs a client that takes the data.");
    refused(
        "-- varve:step outside transaction\n-- varve:repeat\nCOPY t FROM STDIN;\n\\.\n",
        "Line 3, column 1: varve:repeat cannot send the data of COPY again and again.");
    refused(
        "CREATE FUNCTION f() RETURNS void BEGIN ATOMIC SELECT 1;\nCOPY t FROM STDIN;\n\\.\nEND",
        "Line 1, column 40: COPY FROM STDIN cannot stand in a routine's body.");
  }

  @Test
  void whatDoesNotEndIsRefusedWhereItStarts() {
    refused("SELECT\n 'a", "Line 2, column 2: This string does not end.");
    refused("SELECT \"a", "Line 1, column 8: This name does not end.");
    refused("SELECT E'a\\'", "Line 1, column 8: This string does not end.");
    refused("DO $x$ $", "Line 1, column 4: This string does not end: there is no second $x$.");
    refused("/* /* */", "Line 1, column 1: This comment does not end.");
    refused("CREATE TABLE t (\na int;", "Line 1, column 16: This parenthesis is not closed.");
    refused(
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;",
        "Line 1, column 39: This BEGIN ATOMIC has no END behind a semicolon.");
  }

  @Test
  void aDirectiveThatIsUnknownOrMisplacedIsRefused() {
    String outside = "-- varve:step outside transaction\n";
    refused(
        "-- varve:stpe transaction",
        "Line 1, column 1: Unknown directive \"varve:stpe\". This version of Varve may be too old"
            + " for it.");
    refused(
        "-- varve:step outside",
        "Line 1, column 1: A step is \"varve:step transaction\", \"varve:step outside"
            + " transaction\" or \"varve:step java\" and a class.");
    refused(
        "SELECT 1; -- varve:once",
        "Line 1, column 11: A directive stands at the start of its line.");
    refused(
        "SELECT\n-- varve:once\n1",
        "Line 2, column 1: A directive stands between statements, not inside one.");
    refused(
        "SELECT 1;\n-- varve:step transaction",
        "Line 2, column 1: Statements stand before the first step.");
    refused(
        "-- varve:once\n-- varve:step transaction",
        "Line 2, column 1: varve:once stands before the first step.");
    refused(
        outside + "-- varve:once", "Line 2, column 1: varve:once stands in a transaction step.");
    refused("-- varve:repeat", "Line 1, column 1: varve:repeat stands in an outside step.");
    refused(
        outside + "-- varve:drop-invalid-index",
        "Line 2, column 1: varve:drop-invalid-index stands in an outside step and names an index.");
    refused(
        outside + "-- varve:drop-invalid-index i\nCREATE INDEX i ON t (a)",
        "Line 3, column 1: varve:drop-invalid-index needs a CREATE INDEX CONCURRENTLY behind it.");
    refused(
        outside + "-- varve:repeat\n", "Line 3, column 1: A directive has no statement behind it.");
  }

  private static void refused(String script, String message) {
    SqlScriptException refused =
        assertThrows(SqlScriptException.class, () -> SqlScript.parse(script), script);
    assertEquals(message, refused.getMessage());
  }
}
