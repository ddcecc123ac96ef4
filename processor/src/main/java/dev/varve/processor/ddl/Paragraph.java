package dev.varve.processor.ddl;

import java.util.List;
import java.util.Optional;

/**
 * A change as it is read: a comment, what it locks, and the statements that make it.
 *
 * @param locks empty if it concerns only what is new
 */
record Paragraph(String comment, Optional<String> locks, List<Sql> statements) {
  Paragraph(String comment, List<Sql> statements) {
    this(comment, Optional.empty(), statements);
  }

  Paragraph {
    statements = List.copyOf(statements);
  }

  static Paragraph of(String comment, Sql... statements) {
    return new Paragraph(comment, List.of(statements));
  }

  Paragraph withLocks(Optional<String> words) {
    return new Paragraph(comment, words, statements);
  }

  /** A comment ends with its line, so a name in it must not end the line. */
  static String oneLine(String comment) {
    return comment.replaceAll("[\r\n]+", " ");
  }

  String text() {
    StringBuilder out = new StringBuilder();
    out.append("-- ").append(oneLine(comment)).append('\n');
    locks.ifPresent(words -> out.append("-- ").append(oneLine(words)).append('\n'));
    statements.forEach(statement -> out.append(statement.text()).append('\n'));
    return out.toString();
  }
}
