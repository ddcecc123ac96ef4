package dev.varve.processor.select;

import dev.varve.processor.select.SelectFacts.Output;
import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that an expression may use: those of its own FROM, then those of the selects around. */
final class Scope {
  /**
   * Rows to read from.
   *
   * @param open whether there may be more columns than these
   */
  record Rows(List<Output> columns, boolean open) {
    static final Rows UNKNOWN = new Rows(List.of(), true);

    Optional<Output> column(String name) {
      return columns.stream()
          .filter(c -> c.name().filter(n -> n.value().equals(name)).isPresent())
          .findFirst();
    }

    List<String> names() {
      return columns.stream().flatMap(c -> c.name().stream()).map(Name::value).toList();
    }
  }

  private final @Nullable Scope outer;
  private final Map<String, Rows> sources = new LinkedHashMap<>();
  private final Map<String, Rows> withs = new HashMap<>();
  private final List<String> aliases = new ArrayList<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  void source(String name, Rows rows) {
    sources.put(name, rows);
  }

  void with(String name, Rows rows) {
    withs.put(name, rows);
  }

  /** A name that the select gives to a result, which GROUP BY and ORDER BY may use. */
  void alias(String name) {
    aliases.add(name);
  }

  Optional<Rows> with(String name) {
    return Optional.ofNullable(withs.get(name))
        .or(() -> outer == null ? Optional.empty() : outer.with(name));
  }

  Optional<Rows> source(String name) {
    return Optional.ofNullable(sources.get(name))
        .or(() -> outer == null ? Optional.empty() : outer.source(name));
  }

  /** Its own sources, without those around. */
  List<Rows> own() {
    return List.copyOf(sources.values());
  }

  /** Whether a bare name may stand for something: a column, a whole row, a result. */
  boolean knows(String name) {
    return sources.containsKey(name)
        || aliases.contains(name)
        || sources.values().stream()
            .anyMatch(rows -> rows.open() || rows.column(name).isPresent())
        || (outer != null && outer.knows(name));
  }

  Optional<Output> column(String name) {
    return sources.values().stream()
        .flatMap(rows -> rows.column(name).stream())
        .findFirst()
        .or(() -> outer == null ? Optional.empty() : outer.column(name));
  }

  List<String> sourceNames() {
    return Stream.concat(
            sources.keySet().stream(),
            outer == null ? Stream.empty() : outer.sourceNames().stream())
        .toList();
  }

  List<String> columnNames() {
    return Stream.concat(
            sources.values().stream().flatMap(rows -> rows.names().stream()),
            outer == null ? Stream.empty() : outer.columnNames().stream())
        .toList();
  }
}
