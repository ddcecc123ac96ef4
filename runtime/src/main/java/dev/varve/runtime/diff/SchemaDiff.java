package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes that lead from one schema to another, in an order in which they can be applied.
 *
 * <p>Things are matched by name, after the renames that the hints declare; nothing is guessed. What
 * is gone without a hint is removed: whether it may be is for the processor's rules to say.
 */
public final class SchemaDiff {
  private final Schema to;
  private final Hints hints;
  private final List<Change> changes = new ArrayList<>();
  private Schema work;

  private SchemaDiff(Schema from, Schema to, Hints hints) {
    this.work = from;
    this.to = to;
    this.hints = hints;
  }

  /** The changes from one schema to the other; empty if they are equal but for order. */
  public static List<Change> between(Schema from, Schema to, Hints hints) {
    return new SchemaDiff(from, to, hints).changes();
  }

  private List<Change> changes() {
    to.tables().forEach(this::renameTable);
    to.tables().forEach(this::moveTable);
    to.enums().forEach(this::addEnum);
    to.tables().forEach(this::renameColumns);
    to.tables().forEach(this::renameConstraints);
    removeForeignKeys();
    to.tables().forEach(this::removeIndexesAndConstraints);
    to.tables().forEach(this::removeColumns);
    removeTables();
    List<Table> added = addTables();
    to.tables().forEach(this::addColumns);
    to.tables().forEach(this::changeColumns);
    to.tables().forEach(this::addConstraintsAndIndexes);
    added.forEach(this::addForeignKeys);
    to.tables().stream().filter(table -> !added.contains(table)).forEach(this::addForeignKeys);
    work.enums().forEach(this::removeEnum);
    return List.copyOf(changes);
  }

  private void add(Change change) {
    changes.add(change);
    work = change.apply(work);
  }

  private void renameTable(Table table) {
    hints
        .oldName(table.name())
        .filter(old -> work.table(table.name()).isEmpty() && work.table(old).isPresent())
        .ifPresent(old -> add(new Change.TableRenamed(old, table.name())));
  }

  private void moveTable(Table table) {
    work.table(table.name())
        .filter(old -> !old.type().equals(table.type()))
        .ifPresent(old -> add(new Change.TableMoved(table.name(), old.type(), table.type())));
  }

  private void addEnum(EnumType type) {
    Optional<EnumType> old = work.enumType(type.name());
    if (old.isEmpty()) {
      Optional<Name> parkedAs = Optional.ofNullable(hints.parkedEnums().get(type.name()));
      add(new Change.EnumAdded(type, parkedAs));
      return;
    }
    if (!old.get().type().equals(type.type())) {
      add(new Change.EnumMoved(type.name(), old.get().type(), type.type()));
    }
    // From the last to the first, so that the value that a new one precedes is there already.
    for (int i = type.values().size() - 1; i >= 0; i--) {
      String value = type.values().get(i);
      if (!old.get().values().contains(value)) {
        add(new Change.EnumValueAdded(type.name(), value, type.after(value)));
      }
    }
    for (String value : old.get().values()) {
      if (!type.values().contains(value)) {
        add(new Change.EnumValueRemoved(type.name(), value, old.get().after(value)));
      }
    }
  }

  private void removeEnum(EnumType type) {
    if (to.enumType(type.name()).isEmpty()) {
      Optional<Name> parkedAs = Optional.ofNullable(hints.parkedEnums().get(type.name()));
      add(new Change.EnumRemoved(type, parkedAs));
    }
  }

  private void renameColumns(Table table) {
    for (Column column : table.columns()) {
      ColumnName name = new ColumnName(table.name(), column.name());
      hints
          .oldName(name)
          .filter(old -> work.column(name).isEmpty())
          .filter(old -> work.column(new ColumnName(table.name(), old)).isPresent())
          .ifPresent(old -> add(new Change.ColumnRenamed(table.name(), old, column.name())));
    }
  }

  private void renameConstraints(Table table) {
    old(table)
        .ifPresent(
            old -> {
              for (Constraint constraint : old.constraints()) {
                if (table.constraint(constraint.name()).isEmpty()) {
                  table.constraints().stream()
                      .filter(c -> c.equals(constraint.withName(c.name())))
                      .filter(c -> old.constraint(c.name()).isEmpty())
                      .findFirst()
                      .ifPresent(
                          c ->
                              add(
                                  new Change.ConstraintRenamed(
                                      table.name(), constraint.name(), c.name())));
                }
              }
              for (Index index : old.indexes()) {
                if (table.index(index.name()).isEmpty()) {
                  table.indexes().stream()
                      .filter(i -> i.equals(index.withName(i.name())))
                      .filter(i -> old.index(i.name()).isEmpty())
                      .findFirst()
                      .ifPresent(
                          i ->
                              add(
                                  new Change.IndexRenamed(
                                      table.name(), index.name(), i.name())));
                }
              }
            });
  }

  /** First of all removals: a foreign key holds what it points to. */
  private void removeForeignKeys() {
    for (Table old : work.tables()) {
      Optional<Table> table = to.table(old.name());
      for (Constraint.ForeignKey key : old.foreignKeys()) {
        if (!table.map(t -> t.constraints().contains(key)).orElse(false)) {
          add(new Change.ConstraintRemoved(old.name(), key));
        }
      }
    }
  }

  private void removeIndexesAndConstraints(Table table) {
    old(table)
        .ifPresent(
            old -> {
              for (Index index : old.indexes()) {
                if (!table.indexes().contains(index)) {
                  add(new Change.IndexRemoved(table.name(), index));
                }
              }
              for (Constraint constraint : old.constraints()) {
                if (!table.constraints().contains(constraint)) {
                  add(new Change.ConstraintRemoved(table.name(), constraint));
                }
              }
            });
  }

  private void removeColumns(Table table) {
    old(table)
        .ifPresent(
            old -> {
              for (Column column : old.columns()) {
                if (table.column(column.name()).isEmpty()) {
                  ColumnName name = new ColumnName(table.name(), column.name());
                  Optional<Name> parkedAs = Optional.ofNullable(hints.parkedColumns().get(name));
                  add(new Change.ColumnRemoved(table.name(), column, parkedAs));
                }
              }
            });
  }

  private void removeTables() {
    for (Table old : work.tables()) {
      if (to.table(old.name()).isEmpty()) {
        Optional<Name> parkedAs = Optional.ofNullable(hints.parkedTables().get(old.name()));
        add(new Change.TableRemoved(old, parkedAs));
      }
    }
  }

  private List<Table> addTables() {
    List<Table> added =
        to.tables().stream().filter(table -> work.table(table.name()).isEmpty()).toList();
    added.forEach(
        table ->
            add(
                new Change.TableAdded(
                    table.withoutForeignKeys(),
                    Optional.ofNullable(hints.parkedTables().get(table.name())))));
    return added;
  }

  private void addColumns(Table table) {
    for (Column column : table.columns()) {
      ColumnName name = new ColumnName(table.name(), column.name());
      if (work.column(name).isEmpty()) {
        Optional<String> backfill = hints.backfill(name);
        boolean fill = !column.nullable() && backfill.isPresent();
        Column first = fill ? column.withNullable(true) : column;
        add(
            new Change.ColumnAdded(
                table.name(), first, Optional.ofNullable(hints.parkedColumns().get(name))));
        if (fill) {
          add(new Change.ColumnNullabilityChanged(name, false, backfill));
        }
      }
    }
  }

  private void changeColumns(Table table) {
    for (Column column : table.columns()) {
      ColumnName name = new ColumnName(table.name(), column.name());
      Column old = work.column(name).orElseThrow();
      if (!old.type().equals(column.type())) {
        add(
            new Change.ColumnTypeChanged(
                name,
                old.type(),
                column.type(),
                hints.using(name),
                Casts.isAssigned(column.type(), old.type())
                    ? Optional.empty()
                    : Optional.of(column.name().quoted() + "::text::" + old.type().sql())));
      }
      if (!old.defaultValue().equals(column.defaultValue())) {
        add(
            new Change.ColumnDefaultChanged(
                name, old.defaultValue(), column.defaultValue()));
      }
      if (old.nullable() != column.nullable()) {
        Optional<String> backfill =
            column.nullable() ? Optional.empty() : backfill(name, column.defaultValue());
        add(new Change.ColumnNullabilityChanged(name, column.nullable(), backfill));
      }
    }
  }

  /** NULLs that were allowed until now become what the user says, or else the default. */
  private Optional<String> backfill(ColumnName name, Default value) {
    Optional<String> fallback =
        value instanceof Default.Expression expression
            ? Optional.of(expression.sql())
            : Optional.empty();
    return hints.backfill(name).or(() -> fallback);
  }

  private void addConstraintsAndIndexes(Table table) {
    Table old = work.table(table.name()).orElseThrow();
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof Constraint.ForeignKey)
          && !old.constraints().contains(constraint)) {
        add(new Change.ConstraintAdded(table.name(), constraint));
      }
    }
    for (Index index : table.indexes()) {
      if (!old.indexes().contains(index)) {
        add(new Change.IndexAdded(table.name(), index));
      }
    }
  }

  private void addForeignKeys(Table table) {
    Table old = work.table(table.name()).orElseThrow();
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      if (!old.constraints().contains(key)) {
        add(new Change.ConstraintAdded(table.name(), key));
      }
    }
  }

  private Optional<Table> old(Table table) {
    return work.table(table.name());
  }
}
