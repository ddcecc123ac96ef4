package dev.varve.processor.lint;

import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.migrate.script.SqlScriptException;
import dev.varve.runtime.migrate.script.SqlToken;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a script.
 *
 * @param step the number of its step
 * @param inTransaction whether the step is one transaction
 * @param once whether the step says that only a mark tells if it ran
 */
record Command(
    int step,
    boolean inTransaction,
    boolean once,
    SqlScript.Statement statement,
    List<SqlToken> tokens) {
  /** What is longer holds data, and is not looked at. */
  private static final int LONGEST = 100_000;

  Command {
    tokens = List.copyOf(tokens);
  }

  static List<Command> of(SqlScript script) {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < script.steps().size(); i++) {
      SqlScript.Step step = script.steps().get(i);
      if (step.java().isPresent()) {
        continue; // Its statements only stop whoever runs the file without Varve.
      }
      for (SqlScript.Statement statement : step.statements()) {
        List<SqlToken> tokens =
            statement.sql().length() > LONGEST ? List.of() : SqlToken.of(statement.sql());
        commands.add(new Command(i, step.inTransaction(), step.once(), statement, tokens));
      }
    }
    return commands;
  }

  int line() {
    return statement.line();
  }

  /** The line of its last token. */
  int lastLine() {
    String all = statement.sql() + statement.data().map(data -> "\n" + data).orElse("");
    return line() + (int) all.chars().filter(c -> c == '\n').count();
  }

  /** Read from its first word. */
  Phrase phrase() {
    return new Phrase(tokens);
  }

  /**
   * What of it is run at once, as phrases: itself, and the statements in the body of a {@code DO}.
   */
  List<Phrase> parts() {
    List<Phrase> parts = new ArrayList<>(List.of(phrase()));
    if (phrase().is("do")) {
      tokens.stream()
          .filter(token -> token.kind() == SqlToken.Kind.BODY)
          .forEach(body -> parts.addAll(statements(body.text())));
    }
    return parts;
  }

  private static List<Phrase> statements(String body) {
    try {
      List<Phrase> statements = new ArrayList<>();
      List<SqlToken> open = new ArrayList<>();
      for (SqlToken token : SqlToken.of(body)) {
        if (token.isSymbol(";")
            || token.is("then")
            || token.is("begin")
            || token.is("loop")
            || token.is("else")) {
          statements.add(new Phrase(open));
          open.clear();
        } else {
          open.add(token);
        }
      }
      statements.add(new Phrase(open));
      return statements;
    } catch (SqlScriptException anotherLanguage) {
      return List.of();
    }
  }
}
