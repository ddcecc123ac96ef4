package dev.varve.processor.pull;

import java.util.ArrayList;
import java.util.List;

/** The head of a function or procedure as PostgreSQL prints it. */
final class RawRoutine {
  private RawRoutine() {}

  /** {@code normal(text, n integer)}: the name, and the arguments without their defaults. */
  static String identity(String definition) {
    int start = definition.indexOf("(");
    String name = definition
        .substring(0, start)
        .replaceFirst("CREATE OR REPLACE (?:FUNCTION|PROCEDURE) ", "");
    List<String> arguments = new ArrayList<>();
    for (String argument : arguments(definition.substring(start + 1, end(definition, start)))) {
      int value = argument.indexOf(" DEFAULT ");
      arguments.add((value < 0 ? argument : argument.substring(0, value)).strip());
    }
    return name + "(" + String.join(", ", arguments) + ")";
  }

  /** What {@code CREATE OR REPLACE} does not replace: the arguments' names, and what it returns. */
  static String head(String definition) {
    int language = definition.indexOf("\n LANGUAGE ");
    return language < 0 ? definition : definition.substring(0, language);
  }

  private static int end(String text, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  private static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int from = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && depth == 0) {
          arguments.add(text.substring(from, i));
          from = i + 1;
        }
      }
    }
    if (!text.substring(from).isBlank()) {
      arguments.add(text.substring(from));
    }
    return arguments;
  }
}
