package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A routine as {@code to_regprocedure} takes it: the types of what goes in. {@code GRANT} and {@code
 * DROP} take names and modes of arguments, too.
 */
final class RoutineTypes {
  private static final Set<String> MODES = Set.of("in", "inout", "variadic");

  private RoutineTypes() {}

  /** {@code twice(integer)} of {@code twice(n integer, OUT twice integer)}. */
  static String of(String routine) {
    int open = routine.indexOf('(', routine.startsWith("\"") ? routine.lastIndexOf('"') : 0);
    List<String> types = new ArrayList<>();
    for (String argument :
        Expressions.list(routine.substring(open + 1, routine.lastIndexOf(')')))) {
      if (!argument.isEmpty() && !argument.toLowerCase(Locale.ROOT).startsWith("out ")) {
        types.add(type(argument));
      }
    }
    return routine.substring(0, open) + "(" + String.join(", ", types) + ")";
  }

  private static String type(String argument) {
    String rest = argument;
    int space = rest.indexOf(' ');
    if (space > 0 && MODES.contains(rest.substring(0, space).toLowerCase(Locale.ROOT))) {
      rest = rest.substring(space + 1).strip();
    }
    // Types may be of several words, too: what is none has a name before it.
    while (!isType(rest)) {
      int end = rest.startsWith("\"") ? rest.indexOf('"', 1) + 1 : rest.indexOf(' ');
      if (end <= 0 || rest.substring(end).isBlank()) {
        return argument;
      }
      rest = rest.substring(end).strip();
    }
    return rest;
  }

  private static boolean isType(String text) {
    try {
      TypeText.parse(text);
      return true;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
