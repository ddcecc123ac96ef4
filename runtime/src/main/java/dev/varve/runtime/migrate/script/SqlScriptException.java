package dev.varve.runtime.migrate.script;

/** A text cannot be a migration; says where and why. */
public final class SqlScriptException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;
  private final String problem;

  SqlScriptException(int line, int column, String problem) {
    super("Line " + line + ", column " + column + ": " + problem);
    this.line = line;
    this.column = column;
    this.problem = problem;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1, in UTF-16 units. */
  public int column() {
    return column;
  }

  /** The message without the place. */
  public String problem() {
    return problem;
  }
}
