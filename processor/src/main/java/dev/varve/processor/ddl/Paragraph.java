package dev.varve.processor.ddl;

import java.util.List;

/** A change as it is read: a comment, and the statements that make it. */
record Paragraph(String comment, List<Sql> statements) {
  Paragraph {
    statements = List.copyOf(statements);
  }

  static Paragraph of(String comment, Sql... statements) {
    return new Paragraph(comment, List.of(statements));
  }

  /** A comment ends with its line, so a name in it must not end the line. */
  static String oneLine(String comment) {
    return comment.replaceAll("[\r\n]+", " ");
  }

  String text() {
    StringBuilder out = new StringBuilder();
    out.append("-- ").append(oneLine(comment)).append('\n');
    statements.forEach(statement -> out.append(statement.text()).append('\n'));
    return out.toString();
  }
}
