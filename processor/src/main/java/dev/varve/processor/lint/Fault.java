package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import javax.tools.Diagnostic;

/**
 * What a rule found.
 *
 * @param kind how it is printed of a script that may still be edited
 * @param line of the statement in the script; 0 if it is about the whole file
 * @param text what is wrong and what to do, in whole sentences
 */
public record Fault(Problem problem, Diagnostic.Kind kind, int line, String text) {
  Fault(Problem problem, Command command, String text) {
    this(problem, problem.kind(), command.line(), text);
  }

  /** The same of a script that other databases have run: it stays as it is, so it stops nobody. */
  Fault softened() {
    return new Fault(problem, Diagnostic.Kind.WARNING, line, text);
  }

  boolean isError() {
    return kind == Diagnostic.Kind.ERROR;
  }
}
