package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first part of a difference: what stays gets its new name, so that all else can be matched by
 * name.
 */
record RenameDiff(Draft draft, Schema to, Hints hints) {
  void rename(ObjectDiff objects) {
    new EnumRenames(draft, to, hints).rename();
    renameTables(objects);
    // What is parked keeps the shape in which it may come back.
    PartitionDiff partitions = new PartitionDiff(draft, hints);
    to.tables().forEach(partitions::rename);
    to.tables().forEach(partitions::remove);
    to.tables().forEach(table -> renameColumns(table, objects));
    to.tables().forEach(this::renameConstraints);
    objects.rename(hints);
  }

  private void renameTables(ObjectDiff objects) {
    Renames<QualifiedName> renames = Renames.of(
        hints.tables(),
        name -> draft.schema().table(name).isPresent(),
        name -> to.table(name).isPresent(),
        hints.parkedTables()::containsKey,
        hints.certain(),
        QualifiedName::of);
    renames.vacated().forEach(name -> vacateTable(name, objects));
    renames.steps().forEach(step -> draft.add(new Change.TableRenamed(step.from(), step.to())));
  }

  /** A table goes whose name another one takes over. */
  private void vacateTable(QualifiedName name, ObjectDiff objects) {
    objects.removeOn(ObjectId.table(name));
    Table gone = draft.schema().table(name).orElseThrow();
    draft.removeForeignKeys(
        (table, key) -> table.name().equals(name) || key.target().equals(name));
    draft.add(new Change.TableRemoved(old(gone).orElseThrow(), hints.parkedTable(name)));
  }

  private void renameColumns(Table table, ObjectDiff objects) {
    Optional<Table> old = old(table);
    if (old.isEmpty()) {
      return;
    }
    Map<Name, Name> marks = new HashMap<>();
    hints.columns().forEach((now, before) -> {
      if (now.table().equals(table.name())) {
        marks.put(now.column(), before);
      }
    });
    Renames<Name> renames = Renames.of(
        marks,
        name -> old.get().column(name).isPresent(),
        name -> table.column(name).isPresent(),
        name -> hints.parkedColumns().containsKey(new ColumnName(table.name(), name)),
        hints.certain(),
        name -> name);
    if (!renames.vacated().isEmpty()) {
      objects.removeOn(ObjectId.table(table.name()));
    } else if (renames.steps().stream().anyMatch(step -> has(old.get(), step.to()))) {
      objects.removeReaders(ObjectId.table(table.name()));
    }
    renames.vacated().forEach(name -> vacateColumn(table, name));
    for (Renames.Rename<Name> step : renames.steps()) {
      // What is computed from a vacated column is gone with it.
      if (draft.schema().column(new ColumnName(table.name(), step.from())).isPresent()) {
        draft.add(new Change.ColumnRenamed(table.name(), step.from(), step.to()));
      }
    }
  }

  private static boolean has(Table table, Name column) {
    return table.column(column).isPresent();
  }

  /** A column goes whose name another one takes over, and what is on it goes before. */
  private void vacateColumn(Table table, Name name) {
    old(table).orElseThrow().columns().stream()
        .filter(column -> column.isGeneratedFrom(name))
        .forEach(column -> vacateColumn(table, column.name()));
    if (old(table).flatMap(t -> t.column(name)).isEmpty()) {
      return;
    }
    draft.removeForeignKeys(
        (owner, key) -> (owner.name().equals(table.name()) && key.columns().contains(name))
            || (key.target().equals(table.name()) && key.restsOn(old(table).orElseThrow(), name)));
    Table old = old(table).orElseThrow();
    for (Index index : old.indexes()) {
      if (index.mentions(name)) {
        draft.add(new Change.IndexRemoved(table.name(), index));
      }
    }
    for (Constraint constraint : old.constraints()) {
      if (constraint.mentions(name) && !(constraint instanceof Constraint.ForeignKey)) {
        draft.add(new Change.ConstraintRemoved(table.name(), constraint));
      }
    }
    draft.removeColumn(table.name(), old.column(name).orElseThrow(), hints);
  }

  private void renameConstraints(Table table) {
    for (Constraint old : old(table).map(Table::constraints).orElse(List.of())) {
      if (table.constraint(old.name()).isEmpty()) {
        table.constraints().stream()
            .filter(c -> c.equals(old.withName(c.name())) && isFree(table, c.name()))
            .findFirst()
            .ifPresent(
                c -> draft.add(new Change.ConstraintRenamed(table.name(), old.name(), c.name())));
      }
    }
    for (Index old : old(table).map(Table::indexes).orElse(List.of())) {
      if (table.index(old.name()).isEmpty()) {
        table.indexes().stream()
            .filter(i -> i.equals(old.withName(i.name())) && isFree(table, i.name()))
            .findFirst()
            .ifPresent(i -> draft.add(new Change.IndexRenamed(table.name(), old.name(), i.name())));
      }
    }
  }

  /**
   * Whether nothing has the name by now: no constraint of the table, and none of the tables, keys
   * and indexes of the schema, which share one space of names.
   */
  private boolean isFree(Table table, Name name) {
    return old(table).flatMap(t -> t.constraint(name)).isEmpty()
        && draft.schema().tables().stream()
            .filter(t -> t.name().schema().equals(table.name().schema()))
            .noneMatch(t -> t.name().name().equals(name)
                || t.index(name).isPresent()
                || t.constraint(name).filter(Keys::isKey).isPresent());
  }

  private Optional<Table> old(Table table) {
    return draft.schema().table(table.name());
  }
}
