package dev.varve.processor.lint;

import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code CREATE} makes.
 *
 * @param kind in capitals: {@code TABLE}, {@code MATERIALIZED VIEW}
 * @param guarded whether it may be run again
 */
record Created(String kind, QualifiedName name, boolean guarded) {
  private static final List<List<String>> KINDS = List.of(
      List.of("materialized", "view"),
      List.of("foreign", "table"),
      List.of("event", "trigger"),
      List.of("constraint", "trigger"),
      List.of("unique", "index"),
      List.of("table"),
      List.of("view"),
      List.of("sequence"),
      List.of("index"),
      List.of("schema"),
      List.of("extension"),
      List.of("type"),
      List.of("domain"),
      List.of("function"),
      List.of("procedure"),
      List.of("aggregate"),
      List.of("trigger"),
      List.of("rule"),
      List.of("policy"),
      List.of("role"),
      List.of("cast"),
      List.of("collation"),
      List.of("publication"),
      List.of("statistics"));

  private static final List<String> RELATIONS =
      List.of("TABLE", "FOREIGN TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE");

  /** Reads a phrase; empty if it makes nothing, or nothing with a name. */
  static Optional<Created> of(Phrase phrase) {
    if (!phrase.take("create")) {
      return Optional.empty();
    }
    boolean replaced = phrase.take("or", "replace");
    while (phrase
        .takeAny("temporary", "temp", "unlogged", "local", "global", "recursive")
        .isPresent()) {
      // They change nothing here.
    }
    for (List<String> kind : KINDS) {
      if (phrase.take(kind.toArray(String[]::new))) {
        phrase.take("concurrently");
        boolean guarded = phrase.take("if", "not", "exists");
        return phrase
            .name()
            .map(name -> new Created(
                String.join(" ", kind).toUpperCase(java.util.Locale.ROOT),
                name,
                replaced || guarded));
      }
    }
    return Optional.empty();
  }

  boolean isRelation() {
    return RELATIONS.contains(kind);
  }

  boolean isTable() {
    return kind.equals("TABLE");
  }
}
