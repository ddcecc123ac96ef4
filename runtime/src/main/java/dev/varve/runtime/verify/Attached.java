package dev.varve.runtime.verify;

import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.Other;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectComment;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableComment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of a catalogue is about a table, without being a part of it, by the table. */
record Attached(Map<Name, Set<Other>> others) {
  Set<Other> of(Name table) {
    return others.getOrDefault(table, Set.of());
  }

  private void add(Name table, Other other) {
    others.computeIfAbsent(table, any -> new HashSet<>()).add(other);
  }

  /** All that is found which names a table or a part of it. */
  static Attached found(Catalog catalog) {
    Map<String, Set<Name>> tables = new HashMap<>();
    for (Table table : catalog.schema().tables()) {
      Doubts.names(table)
          .forEach(name -> tables
              .computeIfAbsent(name.value(), any -> new HashSet<>())
              .add(table.name().name()));
    }
    Attached attached = new Attached(new HashMap<>());
    for (Other other : catalog.others()) {
      Words.of(other.name()).stream()
          .flatMap(word -> tables.getOrDefault(word, Set.of()).stream())
          .forEach(table -> attached.add(table, other));
    }
    return attached;
  }

  /**
   * The comments that are expected, as the catalogue has them: nothing else is that simple.
   *
   * @param schema of the tables; empty for the one that the migrations run in
   */
  static Attached expected(Schema fold, Optional<Name> schema) {
    Attached attached = new Attached(new HashMap<>());
    for (SchemaObject object : fold.objects()) {
      if (object instanceof TableComment comment && comment.table().schema().equals(schema)) {
        String table = table(comment.table());
        attached.comment(
            comment.table(),
            comment
                .column()
                .map(column -> "column " + column.value() + " of " + table)
                .orElse(table),
            comment.text());
      } else if (object instanceof ObjectComment comment
          && comment.isOnPart()
          && comment.table().filter(table -> table.schema().equals(schema)).isPresent()) {
        QualifiedName table = comment.table().get();
        attached.comment(
            table,
            comment.kind() == ObjectKind.INDEX
                ? "index " + comment.name()
                : "constraint " + comment.name() + " on " + table(table),
            comment.text());
      }
    }
    return attached;
  }

  private static String table(QualifiedName table) {
    return "table " + table.name().quoted();
  }

  private void comment(QualifiedName table, String on, String text) {
    add(table.name(), new Other("comment", on, "'" + text.replace("'", "''") + "'"));
  }
}
