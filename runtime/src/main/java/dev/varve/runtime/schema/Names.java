package dev.varve.runtime.schema;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of names as keys and indexes have them: not empty, each once. */
final class Names {
  private Names() {}

  static List<Name> key(List<Name> names) {
    if (names.isEmpty() || new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("A key lists one or more columns, each once: " + names);
    }
    return List.copyOf(names);
  }

  static List<Name> renamed(List<Name> names, Name from, Name to) {
    return names.stream().map(name -> name.equals(from) ? to : name).toList();
  }

  /** {@code (a, b)}. */
  static String sql(List<Name> names) {
    return names.stream().map(Name::quoted).collect(Collectors.joining(", ", "(", ")"));
  }

  /** The clause, with a space before it; empty if there are none. */
  static String include(List<Name> names) {
    return names.isEmpty() ? "" : " INCLUDE " + sql(names);
  }
}
