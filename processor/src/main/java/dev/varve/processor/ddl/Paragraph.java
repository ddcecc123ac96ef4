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

  String text() {
    StringBuilder out = new StringBuilder();
    for (String line : comment.split("\n")) {
      out.append("-- ").append(line).append('\n');
    }
    statements.forEach(statement -> out.append(statement.text()).append('\n'));
    return out.toString();
  }
}
