package dev.varve.runtime.migrate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.migrate.script.SqlScript.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scripts put together at random from parts that hold semicolons, and cut again. */
class SqlScriptFuzzTest {
  private static final int ROUNDS = Boolean.getBoolean("varve.test.full") ? 1_000_000 : 20_000;

  private static final long SEED = Long.getLong("varve.test.seed", 20261121);

  private static final String[] PARTS = {
    "a",
    "1",
    "1.5e-3",
    "x1",
    "$1",
    "+",
    "-",
    "*",
    "::",
    "<@",
    "@>",
    "?|",
    ".",
    ",",
    "größe",
    "a$b",
    "'a;'",
    "''';'",
    "'\\'",
    "E'\\';'",
    "e'\\\\'",
    "U&'\\0041;'",
    "B'1;'",
    "N';'",
    "'-- ;'",
    "'/*'",
    "'$$;'",
    "\"a;\"",
    "\"\"\";\"",
    "U&\"a;\"",
    "\"$$\"",
    "$$;$$",
    "$$'$$",
    "$a$;$$;$b$;$a$",
    "$größe$;'$größe$",
    "$_$--$_$",
    "(1;2)",
    "(';')",
    "((a;(b)))",
    "[1]",
    "{",
    "case",
    "end",
    "begin"
  };

  private static final String[] SPACES = {
    " ",
    "\n",
    "\t",
    " /* ; */ ",
    " /* /* '; */ $$ */ ",
    " -- ;\n",
    " --'\n",
    " --$$\n",
    "\n--\n",
    "\r\n"
  };

  @Test
  void noScriptIsCutInsideALiteralACommentOrParentheses() {
    Random random = new Random(20261121);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> statements = new ArrayList<>();
      StringBuilder script = new StringBuilder();
      for (int i = random.nextInt(5); i >= 0; i--) {
        String statement = statement(random);
        statements.add(statement.replace("\r\n", "\n"));
        script
            .append(pick(random, SPACES))
            .append(statement)
            .append(pick(random, SPACES))
            .append(';');
      }

      SqlScript parsed = SqlScript.parse(script.toString());

      assertEquals(
          statements,
          parsed.steps().get(0).statements().stream().map(Statement::sql).toList(),
          () -> "script: " + script);
    }
  }

  @Test
  void scriptsOfKnownTokensAreCutWhereTheirStatementsEnd() {
    Random random = new Random(SEED);
    RandomScript scripts = new RandomScript(random, false);
    for (int round = 0; round < ROUNDS; round++) {
      List<RandomScript.Made> made = new ArrayList<>();
      String script = scripts.script(1 + random.nextInt(4), made);

      SqlScript parsed = parsed(script);

      assertEquals(
          made,
          parsed.steps().get(0).statements().stream()
              .map(s -> new RandomScript.Made(s.sql(), s.data().orElse(""), s.line()))
              .toList(),
          () -> "seed " + SEED + ", script: " + script);
    }
  }

  private static SqlScript parsed(String script) {
    try {
      return SqlScript.parse(script);
    } catch (SqlScriptException e) {
      throw new AssertionError("seed " + SEED + ", script: " + script, e);
    }
  }

  @Test
  void spaceAndCommentsBetweenTokensNeverChangeTheChecksum() {
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder one = new StringBuilder();
      StringBuilder other = new StringBuilder();
      for (int i = random.nextInt(8); i >= 0; i--) {
        String part = pick(random, PARTS) + ",";
        one.append(part).append(" \n ");
        other.append(part).append("\n").append(pick(random, SPACES));
      }

      assertEquals(checksum(one), checksum(other), () -> one.toString());
    }
  }

  private static String checksum(StringBuilder script) {
    try {
      return Checksum.of(script.toString());
    } catch (SqlScriptException e) {
      throw new AssertionError(script.toString(), e);
    }
  }

  private static String statement(Random random) {
    StringBuilder statement = new StringBuilder("SELECT");
    for (int i = random.nextInt(6); i >= 0; i--) {
      // The comma, because a string goes on after a line end, and then with the escapes it had.
      statement.append(pick(random, SPACES)).append(pick(random, PARTS)).append(" ,");
    }
    return statement.toString();
  }

  private static String pick(Random random, String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
