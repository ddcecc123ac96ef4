package dev.varve.processor.read;

import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL's own access methods can do. One that an extension brings may do anything. */
final class IndexMethods {
  private static final Map<String, List<String>> PARAMETERS = Map.of(
      "btree", List.of("fillfactor", "deduplicate_items"),
      "hash", List.of("fillfactor"),
      "gin", List.of("fastupdate", "gin_pending_list_limit"),
      "gist", List.of("fillfactor", "buffering"),
      "spgist", List.of("fillfactor"),
      "brin", List.of("pages_per_range", "autosummarize"));

  private static final List<String> INCLUDING = List.of("btree", "gist", "spgist");
  private static final List<String> OF_ONE_KEY = List.of("hash", "spgist");

  private IndexMethods() {}

  /** What is wrong with a method's name: one that PostgreSQL has is near. */
  static Optional<String> misspelt(String method) {
    return PARAMETERS.containsKey(method)
        ? Optional.empty()
        : Suggestion.nearest(method, PARAMETERS.keySet().stream().sorted().toList())
            .map(near ->
                "there is no access method \"" + method + "\". Did you mean \"" + near + "\"?");
  }

  /** What is wrong with the index, if anything. */
  static Optional<String> fault(Index index) {
    String method = index.method().value();
    List<String> parameters = PARAMETERS.get(method);
    if (index.nullsNotDistinct() && !index.unique()) {
      return Optional.of("nullsNotDistinct says something about unique indexes only. Add unique ="
          + " true, or remove it.");
    }
    if (parameters == null) {
      return Optional.empty();
    }
    if (index.unique() && !index.method().equals(Index.BTREE)) {
      return Optional.of(
          "an index of method " + method + " cannot be unique. Use btree, or @Exclude.");
    }
    if (OF_ONE_KEY.contains(method) && index.keys().size() > 1) {
      return Optional.of("an index of method " + method + " has one key. List only one.");
    }
    if (!index.include().isEmpty() && !INCLUDING.contains(method)) {
      return Optional.of("an index of method " + method + " carries no further columns. Remove"
          + " include, or use " + String.join(", ", INCLUDING) + ".");
    }
    if (!index.method().equals(Index.BTREE)
        && index.keys().stream().anyMatch(key -> key.descending() || key.nullsFirst())) {
      return Optional.of("an index of method " + method
          + " has no order. Remove DESC and NULLS FIRST, or use btree.");
    }
    return index.parameters().keySet().stream()
        .filter(name -> !parameters.contains(name))
        .sorted()
        .findFirst()
        .map(name -> "an index of method " + method + " has no parameter \"" + name + "\". "
            + Suggestion.nearest(name, parameters.stream().map(Name::new).toList())
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("It has " + String.join(", ", parameters) + "."));
  }
}
