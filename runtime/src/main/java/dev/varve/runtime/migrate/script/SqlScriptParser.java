package dev.varve.runtime.migrate.script;

import dev.varve.runtime.migrate.script.SqlLexer.Kind;
import dev.varve.runtime.migrate.script.SqlScript.Statement;
import dev.varve.runtime.migrate.script.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tokens to statements and steps. A semicolon ends a statement unless it stands in parentheses (a
 * rule's actions) or in a routine's {@code BEGIN ATOMIC} body. Such a body holds statements, each
 * with its semicolon; so an {@code END} ends it if it starts a statement, and belongs to a {@code
 * CASE} or is a name otherwise.
 */
final class SqlScriptParser {
  /**
   * Enough for {@code CREATE OR REPLACE PROCEDURE} and {@code CREATE UNIQUE INDEX CONCURRENTLY}.
   */
  private static final int FIRST_WORDS = 4;

  private final SqlLexer lexer;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> declares = new ArrayList<>();

  // The open step.
  private boolean marked;
  private boolean inTransaction = true;
  private Optional<String> java = Optional.empty();
  private boolean once;
  private int stepLine = 1;
  private final List<Statement> statements = new ArrayList<>();

  // What the directives say about the statement that follows.
  private Optional<String> dropInvalidIndex = Optional.empty();
  private boolean repeat;

  // The open statement.
  private int start = -1;
  private int end;
  private final List<String> firstWords = new ArrayList<>(FIRST_WORDS);
  private boolean onlyWords = true;
  private boolean binary;
  private String previous = "";
  private int depth;
  private int outermost;
  private boolean inBody;
  private int bodyStart;

  SqlScriptParser(String text) {
    lexer = new SqlLexer(text);
  }

  SqlScript parse() {
    for (Kind kind = lexer.next(); kind != Kind.END; kind = lexer.next()) {
      if (kind == Kind.DIRECTIVE) {
        directive();
      } else if (kind == Kind.COPY_DATA) {
        data();
      } else if (lexer.is(';') && depth == 0 && !inBody) {
        endStatement();
      } else {
        token(kind);
      }
    }
    if (depth > 0) {
      throw lexer.error(outermost, "This parenthesis is not closed.");
    }
    if (inBody) {
      throw lexer.error(bodyStart, "This BEGIN ATOMIC has no END behind a semicolon.");
    }
    if (start >= 0 && lexer.expectsData()) {
      refuse("COPY FROM STDIN needs a semicolon, lines of data, and the line \\. behind them.");
    }
    endStatement();
    endStep();
    return new SqlScript(steps, declares);
  }

  private void token(Kind kind) {
    if (start < 0) {
      start = lexer.start();
    }
    end = lexer.end();
    if (kind == Kind.WORD) {
      word(lexer.text().toUpperCase(Locale.ROOT));
      return;
    }
    onlyWords = false;
    previous = "";
    if (lexer.is('(')) {
      outermost = depth == 0 ? lexer.start() : outermost;
      depth++;
    } else if (lexer.is(')')) {
      depth = Math.max(0, depth - 1);
    } else if (lexer.is(';')) {
      previous = ";";
    } else if (lexer.is('\\')) {
      throw lexer.error(
          lexer.start(), "A backslash starts a command of psql; a migration holds SQL only.");
    }
  }

  private void word(String word) {
    if (onlyWords && firstWords.size() < FIRST_WORDS) {
      firstWords.add(word);
    }
    if (depth == 0) {
      boolean copies = !firstWords.isEmpty() && firstWords.get(0).equals("COPY");
      if (copies && previous.equals("TO") && (word.equals("STDOUT") || word.equals("STDIN"))) {
        throw lexer.error(
            lexer.start(), "COPY TO " + word + " needs a client that takes the data.");
      }
      if (inBody) {
        inBody = !(word.equals("END") && previous.equals(";"));
      } else if (word.equals("ATOMIC") && previous.equals("BEGIN") && createsRoutine()) {
        inBody = true;
        bodyStart = lexer.start();
        word = ";";
      }
    }
    binary |= word.equals("BINARY");
    previous = word;
  }

  /** The data of the statement whose semicolon was just read. */
  private void data() {
    if (inBody) {
      throw lexer.error(bodyStart, "COPY FROM STDIN cannot stand in a routine's body.");
    }
    int last = statements.size() - 1;
    Statement copy = statements.get(last);
    statements.set(
        last,
        new Statement(
            copy.line(), copy.sql(), copy.dropInvalidIndex(), false, Optional.of(lexer.text())));
  }

  private boolean createsRoutine() {
    int kind = firstWords.size() > 2 && firstWords.get(1).equals("OR") ? 3 : 1;
    return firstWords.size() > kind
        && firstWords.get(0).equals("CREATE")
        && (firstWords.get(kind).equals("FUNCTION") || firstWords.get(kind).equals("PROCEDURE"));
  }

  private void endStatement() {
    if (start < 0) {
      return;
    }
    Refused.check(firstWords, inTransaction).ifPresent(this::refuse);
    if (lexer.expectsData() && binary) {
      refuse("COPY FROM STDIN in binary form cannot stand in a text. Use the text form or CSV.");
    }
    if (lexer.expectsData() && repeat) {
      refuse("varve:repeat cannot send the data of COPY again and again.");
    }
    if (dropInvalidIndex.isPresent() && !buildsConcurrently()) {
      refuse("varve:drop-invalid-index needs a CREATE INDEX CONCURRENTLY behind it.");
    }
    statements.add(new Statement(
        lexer.line(start), lexer.text(start, end), dropInvalidIndex, repeat, Optional.empty()));
    dropInvalidIndex = Optional.empty();
    repeat = false;
    start = -1;
    firstWords.clear();
    onlyWords = true;
    binary = false;
    previous = "";
  }

  private boolean buildsConcurrently() {
    return firstWords.size() > 2
        && firstWords.get(0).equals("CREATE")
        && (firstWords.get(2).equals("CONCURRENTLY")
            || (firstWords.size() > 3 && firstWords.get(3).equals("CONCURRENTLY")));
  }

  private void refuse(String problem) {
    throw lexer.error(start, problem);
  }

  private void endStep() {
    if (dropInvalidIndex.isPresent() || repeat) {
      throw lexer.error(lexer.start(), "A directive has no statement behind it.");
    }
    steps.add(new Step(inTransaction, java, once, stepLine, statements));
    statements.clear();
    once = false;
  }

  private void directive() {
    if (start >= 0) {
      throw lexer.error(lexer.start(), "A directive stands between statements, not inside one.");
    }
    String text = lexer.text();
    String directive = text.substring(
            text.indexOf(SqlLexer.DIRECTIVE) + SqlLexer.DIRECTIVE.length())
        .strip();
    int space = directive.indexOf(' ');
    String verb = space < 0 ? directive : directive.substring(0, space);
    String argument = space < 0 ? "" : directive.substring(space).strip();
    switch (verb) {
      case "step" -> step(argument);
      case "once" -> {
        expect(argument.isEmpty() && inTransaction, "varve:once stands in a transaction step.");
        once = true;
      }
      case "repeat" -> {
        expect(argument.isEmpty() && !inTransaction, "varve:repeat stands in an outside step.");
        repeat = true;
      }
      case "drop-invalid-index" -> {
        expect(
            !argument.isEmpty() && !inTransaction,
            "varve:drop-invalid-index stands in an outside step and names an index.");
        dropInvalidIndex = Optional.of(argument);
      }
      case "declares" -> declares(argument);
      default ->
        throw lexer.error(
            lexer.start(),
            "Unknown directive \"varve:"
                + verb
                + "\". This version of Varve may be too old for it.");
    }
  }

  private void declares(String argument) {
    expect(
        !argument.isEmpty() && !marked && statements.isEmpty(),
        "varve:declares stands before the first step and statement, and names what the script changes"
            + " of the records: users.email, users.phone.");
    for (String name : argument.split(",", -1)) {
      expect(!name.isBlank(), "varve:declares has a name too few between two commas.");
      declares.add(name.strip());
    }
  }

  private void step(String argument) {
    boolean inJava = argument.startsWith("java ");
    boolean transaction = argument.equals("transaction") || inJava;
    expect(
        transaction || argument.equals("outside transaction"),
        "A step is \"varve:step transaction\", \"varve:step outside transaction\" or"
            + " \"varve:step java\" and a class.");
    if (marked) {
      endStep();
    } else if (!statements.isEmpty()) {
      throw lexer.error(lexer.start(), "Statements stand before the first step.");
    } else if (once) {
      throw lexer.error(lexer.start(), "varve:once stands before the first step.");
    }
    marked = true;
    inTransaction = transaction;
    java = inJava ? Optional.of(argument.substring("java ".length()).strip()) : Optional.empty();
    stepLine = lexer.line(lexer.start());
  }

  private void expect(boolean holds, String problem) {
    if (!holds) {
      throw lexer.error(lexer.start(), problem);
    }
  }
}
