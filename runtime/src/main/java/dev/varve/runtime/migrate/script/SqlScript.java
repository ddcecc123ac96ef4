package dev.varve.runtime.migrate.script;

import java.util.List;
import java.util.Optional;

/**
 * A migration file, cut into steps and these into statements.
 *
 * <p>The line {@code -- varve:step transaction}, {@code -- varve:step outside transaction} or {@code
 * -- varve:step java shop.FillSlugs} starts a step; what stands before the first such line is a comment. A file without any is one step in a
 * transaction.
 *
 * @param declares what the file says ({@code -- varve:declares users.email, users.phone}) that it
 *     changes of what the records describe: tables, columns and other objects by their names
 */
public record SqlScript(List<Step> steps, List<String> declares) {
  public SqlScript {
    steps = List.copyOf(steps);
    declares = List.copyOf(declares);
  }

  /**
   * Reads a file's text.
   *
   * @throws SqlScriptException if a literal, comment or parenthesis does not end, a directive is
   *     unknown or misplaced, or a statement is one that the applier must refuse: transaction
   *     control, a session setting, {@code COPY} to the client, a psql command
   */
  public static SqlScript parse(String text) {
    return new SqlScriptParser(text).parse();
  }

  /**
   * Statements that take effect together.
   *
   * @param inTransaction whether the step is one transaction; else each statement commits by itself
   *     and the step, when it is interrupted, starts again from its first statement
   * @param java the class that does the step's work, in transactions; the statements are not run then,
   *     they stop whoever runs the file without Varve
   * @param once whether the step says ({@code -- varve:once}) that the catalog cannot tell if it
   *     ran
   * @param line the line of the marker, or of the file's start
   */
  public record Step(
      boolean inTransaction,
      Optional<String> java,
      boolean once,
      int line,
      List<Statement> statements) {
    public Step {
      statements = List.copyOf(statements);
    }
  }

  /**
   * One statement, without its semicolon and the comments before it.
   *
   * @param line the line of its first token, from 1
   * @param dropInvalidIndex the index ({@code -- varve:drop-invalid-index}) to drop before it if an
   *     interrupted concurrent build left it invalid, as SQL writes the name
   * @param repeat whether it is run until it changes no row ({@code -- varve:repeat})
   * @param data the lines to send after a {@code COPY … FROM STDIN}, each with its line end; the
   *     line {@code \.} that ends them is not among them
   */
  public record Statement(
      int line,
      String sql,
      Optional<String> dropInvalidIndex,
      boolean repeat,
      Optional<String> data) {

    /** The line of the file at an offset in {@link #sql} counted in code points from 1. */
    public int lineAt(int position) {
      int found = line;
      int points = 1;
      for (int i = 0; i < sql.length() && points < position; points++) {
        if (sql.charAt(i) == '\n') {
          found++;
        }
        i += Character.charCount(sql.codePointAt(i));
      }
      return found;
    }
  }
}
