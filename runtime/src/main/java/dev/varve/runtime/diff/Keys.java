package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Constraint.ForeignKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which foreign keys can stay while one schema becomes another. */
record Keys(Schema from, Schema to) {
  private static final List<ColumnType> WHOLE =
      List.of(Scalar.SMALLINT, Scalar.INTEGER, Scalar.BIGINT);

  /** Whether an index of this name is behind the constraint. */
  static boolean isKey(Constraint constraint) {
    return constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
  }

  /**
   * Whether the foreign key of the old schema stays: the new one has it too, nothing that it rests
   * on goes in between, and its columns can be compared at every moment.
   */
  boolean isKept(Table table, ForeignKey key) {
    Optional<Table> now = to.table(table.name());
    return now.isPresent()
        && now.get().constraints().contains(key)
        && keepsLog(table, now.get())
        && key.columns().stream().allMatch(name -> staysComparable(table, now.get(), name))
        && keepsTarget(key);
  }

  /** A table that neither schema has is another module's, whose migrations look after it. */
  private boolean keepsTarget(ForeignKey key) {
    Optional<Table> target = from.table(key.target());
    Optional<Table> now = to.table(key.target());
    if (target.isEmpty() || now.isEmpty()) {
      return target.isEmpty() && now.isEmpty();
    }
    return keepsLog(target.get(), now.get())
        && keepsKeys(target.get(), now.get(), Set.copyOf(key.targetColumns()))
        && keepsCarried(target.get(), now.get(), key)
        && key.targetColumns().stream()
            .allMatch(name -> staysComparable(target.get(), now.get(), name));
  }

  /** A table that is logged cannot reference one that is not, so both would have to change at once. */
  private static boolean keepsLog(Table table, Table now) {
    return table.options().unlogged() == now.options().unlogged();
  }

  /** A foreign key rests on one unique index, and which one is PostgreSQL's choice. */
  private static boolean keepsKeys(Table target, Table now, Set<Name> columns) {
    return target.constraints().stream()
            .filter(c -> isKey(c) && columns.equals(new HashSet<>(c.columns())))
            .allMatch(now.constraints()::contains)
        && target.indexes().stream()
            .filter(i -> i.unique() && columns.equals(new HashSet<>(i.columns())))
            .allMatch(now.indexes()::contains);
  }

  /** Columns that the index behind it only carries along: it is built anew when one changes. */
  private static boolean keepsCarried(Table target, Table now, ForeignKey key) {
    return target.columns().stream()
        .filter(column ->
            !key.targetColumns().contains(column.name()) && key.restsOn(target, column.name()))
        .allMatch(column -> now.column(column.name())
            .filter(same -> same.type().equals(column.type())
                && same.options().collation().equals(column.options().collation()))
            .isPresent());
  }

  private static boolean staysComparable(Table table, Table now, Name name) {
    Optional<Column> old = table.column(name);
    Optional<Column> changed = now.column(name);
    if (old.isEmpty() || changed.isEmpty()) {
      return false;
    }
    ColumnType type = old.get().type();
    ColumnType newType = changed.get().type();
    return type.equals(newType)
        || (WHOLE.contains(type) && WHOLE.contains(newType))
        || (isText(type) && isText(newType));
  }

  private static boolean isText(ColumnType type) {
    return type == Scalar.TEXT || type instanceof ColumnType.Varchar;
  }
}
