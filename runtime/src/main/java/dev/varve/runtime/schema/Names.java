package dev.varve.runtime.schema;

import java.util.HashSet;
import java.util.List;

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
}
