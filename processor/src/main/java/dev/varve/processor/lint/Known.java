package dev.varve.processor.lint;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The relations that are there when a script runs: those of the model at that point, and those that
 * scripts written by hand have made until then.
 */
final class Known {
  private static final List<ObjectKind> RELATIONS =
      List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SEQUENCE);

  private final Schema model;
  private final Set<QualifiedName> made;
  /** By the table, the columns that scripts have added. */
  private final Map<QualifiedName, Set<Name>> columns;

  private Known(Schema model, Set<QualifiedName> made, Map<QualifiedName, Set<Name>> columns) {
    this.model = model;
    this.made = made;
    this.columns = columns;
  }

  static Known nothing() {
    return new Known(Schema.EMPTY, new HashSet<>(), new HashMap<>());
  }

  /** With the model as it is at another point; what scripts make is shared. */
  Known with(Schema schema) {
    return new Known(schema, made, columns);
  }

  /** The same after these statements; this one stays what it is. */
  Known after(List<Command> commands) {
    Map<QualifiedName, Set<Name>> copies = new HashMap<>();
    columns.forEach((table, names) -> copies.put(table, new HashSet<>(names)));
    Known later = new Known(model, new HashSet<>(made), copies);
    commands.forEach(later::learn);
    return later;
  }

  Optional<Table> modelled(QualifiedName name) {
    return model.table(name);
  }

  boolean isModelledRelation(QualifiedName name) {
    return model.table(name).isPresent()
        || RELATIONS.stream().anyMatch(kind -> model.named(kind, name).isPresent());
  }

  boolean has(QualifiedName name) {
    return made.contains(name) || isModelledRelation(name);
  }

  /** Whether a table of the model surely lacks a column. */
  boolean lacks(QualifiedName table, Name column) {
    return modelled(table).filter(found -> found.column(column).isEmpty()).isPresent()
        && !made.contains(table)
        && !columns.getOrDefault(table, Set.of()).contains(column);
  }

  /** The tables of the model. */
  List<Name> tables() {
    return model.tables().stream().map(table -> table.name().name()).toList();
  }

  /** The columns of a table of the model. */
  List<Name> columns(QualifiedName table) {
    return modelled(table)
        .map(found -> found.columns().stream().map(column -> column.name()).toList())
        .orElse(List.of());
  }

  /** Takes note of what a statement makes. */
  void learn(Command command) {
    for (Phrase part : command.parts()) {
      Created.of(part).filter(Created::isRelation).ifPresent(it -> made.add(it.name()));
    }
    for (Phrase part : command.parts()) {
      AlterTable.of(part).ifPresent(this::learn);
    }
    Phrase renaming = command.phrase();
    if (renaming.take("alter")
        && renaming.takeAny("table", "view", "sequence", "materialized").isPresent()) {
      renaming.take("view");
      renaming.take("if", "exists");
      renaming
          .name()
          .ifPresent(old -> renaming
              .behind("rename", "to")
              .flatMap(Phrase::name)
              .ifPresent(now -> made.add(old.sibling(now.name()))));
    }
  }

  private void learn(AlterTable alter) {
    for (Phrase action : alter.actions()) {
      AlterTable.added(new Phrase(action.tokens())).ifPresent(it -> learn(alter, it));
      Phrase renaming = new Phrase(action.tokens());
      if (AlterTable.renamed(renaming).isPresent()) {
        renaming.name().ifPresent(now -> learn(alter, now));
      }
    }
  }

  private void learn(AlterTable alter, QualifiedName column) {
    columns.computeIfAbsent(alter.table(), table -> new HashSet<>()).add(column.name());
  }
}
