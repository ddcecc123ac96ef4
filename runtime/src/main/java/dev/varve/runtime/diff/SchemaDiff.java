package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The changes that lead from one schema to another, in an order in which they can be applied.
 *
 * <p>Things are matched by name, after the renames that the hints declare; nothing is guessed. What
 * is gone without a hint is removed: whether it may be is for the processor's rules to say.
 */
public final class SchemaDiff {
  private final Schema to;
  private final Hints hints;
  private final Draft draft;
  private final GeneratedDiff generated;
  private final Set<QualifiedName> remade = new HashSet<>();

  private SchemaDiff(Schema from, Schema to, Hints hints) {
    this.draft = new Draft(from);
    this.to = to;
    this.hints = hints;
    this.generated = new GeneratedDiff(draft, to, hints);
  }

  /** The changes from one schema to the other; empty if they are equal but for order. */
  public static List<Change> between(Schema from, Schema to, Hints hints) {
    return new SchemaDiff(from, to, hints).changes();
  }

  private List<Change> changes() {
    ObjectDiff objects = new ObjectDiff(draft, to);
    objects.addFirst();
    new RenameDiff(draft, to, hints).rename(objects);
    to.tables().forEach(this::moveTable);
    replaced().forEach(table -> objects.removeOn(ObjectId.table(table)));
    objects.removeLate(generated);
    removeForeignKeys();
    removeTables();
    to.enums().forEach(this::addEnum);
    objects.addEarly();
    to.tables().forEach(table -> removeIndexesAndConstraints(table, objects));
    to.tables().forEach(generated::remove);
    to.tables().forEach(this::removeColumns);
    objects.changeTypes();
    List<Table> kept =
        to.tables().stream().filter(table -> old(table).isPresent()).toList();
    kept.forEach(this::addColumns);
    kept.forEach(this::changeColumns);
    kept.forEach(this::changeOptions);
    objects.removeEarly();
    draft.schema().enums().forEach(this::removeEnum);
    objects.removeFirst();
    kept.forEach(generated::add);
    List<Table> added = addTables();
    kept.forEach(this::addConstraintsAndIndexes);
    added.forEach(this::addForeignKeys);
    kept.forEach(this::addForeignKeys);
    PartitionDiff partitions = new PartitionDiff(draft, hints);
    kept.forEach(partitions::add);
    objects.addLate();
    return draft.changes();
  }

  private void moveTable(Table table) {
    draft
        .schema()
        .table(table.name())
        .filter(old -> !old.type().equals(table.type()))
        .ifPresent(old -> draft.add(new Change.TableMoved(table.name(), old.type(), table.type())));
  }

  private void addEnum(EnumType type) {
    Optional<EnumType> old = draft.schema().enumType(type.name());
    if (old.isEmpty()) {
      draft.add(new Change.EnumAdded(type, hints.parkedEnum(type.name())));
      return;
    }
    if (!old.get().type().equals(type.type())) {
      draft.add(new Change.EnumMoved(type.name(), old.get().type(), type.type()));
    }
    // From the last to the first, so that the value that a new one precedes is there already.
    for (int i = type.values().size() - 1; i >= 0; i--) {
      String value = type.values().get(i);
      if (!old.get().values().contains(value)) {
        draft.add(new Change.EnumValueAdded(type.name(), value, type.after(value)));
      }
    }
  }

  /** Late, when no column and no default has the enum or the value any more. */
  private void removeEnum(EnumType old) {
    Optional<EnumType> type = to.enumType(old.name());
    if (type.isEmpty()) {
      draft.add(new Change.EnumRemoved(old, hints.parkedEnum(draft.firstName(old.name()))));
      return;
    }
    for (String value : old.values()) {
      if (!type.get().values().contains(value)) {
        Optional<String> before =
            draft.schema().enumType(old.name()).orElseThrow().after(value);
        draft.add(new Change.EnumValueRemoved(old.name(), value, before));
      }
    }
    List<String> values = draft.schema().enumType(old.name()).orElseThrow().values();
    if (!values.equals(type.get().values())) {
      draft.add(new Change.EnumReordered(old.name(), values, type.get().values()));
    }
  }

  /** First of all removals: a foreign key holds what it points to. */
  private void removeForeignKeys() {
    Keys keys = new Keys(draft.schema(), to);
    draft.removeForeignKeys((table, key) -> !keys.isKept(table, key)
        || key.columns().stream().anyMatch(generated.going(table)::contains)
        || draft
            .schema()
            .table(key.target())
            .filter(target ->
                generated.going(target).stream().anyMatch(column -> key.restsOn(target, column)))
            .isPresent());
  }

  private void removeIndexesAndConstraints(Table table, ObjectDiff objects) {
    old(table).ifPresent(old -> {
      Set<Name> going = generated.going(old);
      List<Name> retyped = retyped(old, table, objects);
      for (Index index : old.indexes()) {
        if (!table.indexes().contains(index)
            || going.stream().anyMatch(index::mentions)
            || retyped.stream().anyMatch(index::mentionsInExpression)) {
          draft.add(new Change.IndexRemoved(table.name(), index));
        }
      }
      for (Constraint constraint : old.constraints()) {
        if (!table.constraints().contains(constraint)
            || going.stream().anyMatch(constraint::mentions)
            || retyped.stream().anyMatch(constraint::mentionsInExpression)) {
          draft.add(new Change.ConstraintRemoved(table.name(), constraint));
        }
      }
    });
  }

  /**
   * The columns that get another type. PostgreSQL keeps expressions on them as it understood them
   * for the old type, so they are made anew; another length or precision is no other type here.
   */
  private static List<Name> retyped(Table old, Table table, ObjectDiff objects) {
    return old.columns().stream()
        .filter(column -> table
            .column(column.name())
            .filter(now -> objects.isRebuilt(now.type())
                || !now.type().getClass().equals(column.type().getClass())
                || (!now.type().equals(column.type())
                    && !(now.type() instanceof ColumnType.Varchar)
                    && !(now.type() instanceof ColumnType.Numeric)))
            .isPresent())
        .map(Column::name)
        .toList();
  }

  private void removeColumns(Table table) {
    for (Column column : old(table).map(Table::columns).orElse(List.of())) {
      if (table.column(column.name()).isEmpty()) {
        draft.removeColumn(table.name(), column, hints);
      }
    }
  }

  private void removeTables() {
    List<QualifiedName> replaced = replaced();
    for (Table old : draft.schema().tables()) {
      if (to.table(old.name()).isEmpty()) {
        draft.add(new Change.TableRemoved(old, hints.parkedTable(old.name())));
      } else if (replaced.contains(old.name())) {
        // On the way back, what is parked is the one that comes.
        draft.add(new Change.TableRemoved(
            old, hints.certain() ? Optional.empty() : hints.parkedTable(old.name())));
        remade.add(old.name());
      }
    }
  }

  /** The tables that go because they are divided in another way now, or no more. */
  private List<QualifiedName> replaced() {
    return to.tables().stream()
        .filter(table ->
            old(table).filter(old -> PartitionDiff.isReplaced(old, table)).isPresent())
        .map(Table::name)
        .toList();
  }

  private List<Table> addTables() {
    List<Table> added =
        to.tables().stream().filter(table -> old(table).isEmpty()).toList();
    added.forEach(table ->
        draft.add(new Change.TableAdded(table.withoutForeignKeys(), parkedAs(table.name()))));
    return added;
  }

  private Optional<QualifiedName> parkedAs(QualifiedName table) {
    return remade.contains(table) && !hints.certain() ? Optional.empty() : hints.parkedTable(table);
  }

  private void addColumns(Table table) {
    for (Column column : table.columns()) {
      ColumnName name = new ColumnName(table.name(), column.name());
      if (draft.schema().column(name).isEmpty() && !column.isGenerated()) {
        Optional<String> backfill = hints.backfill(name);
        boolean fill = !column.nullable() && backfill.isPresent() && !counts(column.defaultValue());
        Column first = fill ? column.withNullable(true) : column;
        draft.add(new Change.ColumnAdded(table.name(), first, hints.parkedColumn(name)));
        if (fill) {
          draft.add(new Change.ColumnNullabilityChanged(name, false, backfill));
        }
      }
    }
  }

  /** Whether a sequence gives the values, also to the rows that are there. */
  private static boolean counts(Default value) {
    return value instanceof Default.Identity || value instanceof Default.Serial;
  }

  private void changeColumns(Table table) {
    for (Column column : table.columns()) {
      ColumnName name = new ColumnName(table.name(), column.name());
      draft.schema().column(name).ifPresent(old -> changeColumn(name, old, column));
      Map<String, String> texts = hints.enums().newTexts(name);
      if (!texts.isEmpty()) {
        draft.add(new Change.ColumnValuesRenamed(name, texts));
      }
    }
  }

  private void changeColumn(ColumnName name, Column old, Column column) {
    if (!old.type().equals(column.type())) {
      // The old default need not be a value of the new type, nor the new one of the old.
      boolean goesOn = old.defaultValue() instanceof Default.Identity
          && column.defaultValue() instanceof Default.Identity;
      if (!goesOn && !old.defaultValue().equals(column.defaultValue())) {
        changeDefault(name, new Default.None());
      } else if (goesOn && !Casts.isLossless(old.type(), column.type())) {
        changeDefault(name, column.defaultValue());
      }
      changeOptions(name, old.options().common(column.options()));
      draft.add(new Change.ColumnTypeChanged(
          name,
          old.type(),
          column.type(),
          hints.using(name),
          Casts.isAssigned(column.type(), old.type())
              ? Optional.empty()
              : Optional.of(column.name().quoted() + "::text::" + old.type().sql())));
    }
    changeOptions(name, column.options());
    changeDefault(name, column.defaultValue());
    if (old.nullable() != column.nullable()) {
      Optional<String> backfill =
          column.nullable() ? Optional.empty() : backfill(name, column.defaultValue());
      draft.add(new Change.ColumnNullabilityChanged(name, column.nullable(), backfill));
    }
  }

  private void changeDefault(ColumnName name, Default value) {
    Default now = draft.schema().column(name).orElseThrow().defaultValue();
    if (!now.equals(value)) {
      draft.add(new Change.ColumnDefaultChanged(name, now, value));
    }
  }

  private void changeOptions(ColumnName name, ColumnOptions options) {
    ColumnOptions now = draft.schema().column(name).orElseThrow().options();
    if (!now.equals(options)) {
      draft.add(new Change.ColumnOptionsChanged(name, now, options));
    }
  }

  private void changeOptions(Table table) {
    TableOptions now = old(table).orElseThrow().options();
    if (!now.equals(table.options())) {
      draft.add(new Change.TableOptionsChanged(table.name(), now, table.options()));
    }
  }

  /** NULLs that were allowed until now become what the user says, or else the default. */
  private Optional<String> backfill(ColumnName name, Default value) {
    Optional<String> fallback = value instanceof Default.Expression expression
        ? Optional.of(expression.sql())
        : Optional.empty();
    return hints.backfill(name).or(() -> fallback);
  }

  private void addConstraintsAndIndexes(Table table) {
    Table old = draft.schema().table(table.name()).orElseThrow();
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof Constraint.ForeignKey)
          && !old.constraints().contains(constraint)) {
        draft.add(new Change.ConstraintAdded(table.name(), constraint));
      }
    }
    for (Index index : table.indexes()) {
      if (!old.indexes().contains(index)) {
        draft.add(new Change.IndexAdded(table.name(), index));
      }
    }
  }

  private void addForeignKeys(Table table) {
    Table old = draft.schema().table(table.name()).orElseThrow();
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      if (!old.constraints().contains(key)) {
        draft.add(new Change.ConstraintAdded(table.name(), key));
      }
    }
  }

  private Optional<Table> old(Table table) {
    return draft.schema().table(table.name());
  }
}
