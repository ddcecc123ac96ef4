package dev.varve.processor.report;

import javax.tools.Diagnostic;

/**
 * What a rule found.
 *
 * @param kind how it is printed
 * @param subject where; a part of the model, of which {@link Origins} may know the place
 * @param where the full name of what stands there, if the source has no place for it
 * @param text what is wrong and what to do, in whole sentences
 */
public record Finding(
    Problem problem, Diagnostic.Kind kind, Subject subject, String where, String text) {
  public Finding(Problem problem, Subject subject, String where, String text) {
    this(problem, problem.kind(), subject, where, text);
  }
}
