package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What hangs on columns in a whole schema. */
final class Columns {
  private static final Name OTHER = new Name("some other name");

  private Columns() {}

  /** The schema without what would hold the column: keys, checks, indexes, references to it. */
  static Schema freed(Schema schema, ColumnName column) {
    Schema freed = schema;
    for (Constraint constraint : schema.table(column.table()).orElseThrow().constraints()) {
      if (mentions(constraint, column.column())) {
        freed = withoutConstraint(freed, column.table(), constraint);
      }
    }
    return freed.withTables(table -> table.name().equals(column.table())
        ? table.withIndexes(
            Lists.without(table.indexes(), index -> mentions(index, column.column())))
        : table);
  }

  /** The schema without the constraint and the foreign keys that need it. */
  static Schema withoutConstraint(Schema schema, QualifiedName table, Constraint gone) {
    return schema.withTables(t -> t.withConstraints(Lists.without(
        t.constraints(),
        c -> (t.name().equals(table) && c.equals(gone))
            || (c instanceof Constraint.ForeignKey key
                && key.target().equals(table)
                && !(gone instanceof Constraint.Check)
                && key.targetColumns().equals(gone.columns())))));
  }

  /** The schema without checks and partial indexes whose condition mentions the column. */
  static Schema withoutConditionsOn(Schema schema, ColumnName column) {
    return schema.withTables(table -> table.name().equals(column.table())
        ? table
            .withConstraints(Lists.without(
                table.constraints(),
                c -> c instanceof Constraint.Check && mentions(c, column.column())))
            .withIndexes(Lists.without(
                table.indexes(), i -> i.where().isPresent() && mentions(i, column.column())))
        : table);
  }

  /** The schema without indexes that only columns of some types can have. */
  static Schema withoutKeysOfTypeOn(Schema schema, ColumnName column) {
    return schema.withTables(table -> table.name().equals(column.table())
        ? table.withIndexes(Lists.without(
            table.indexes(),
            index -> index.keys().stream()
                .filter(key -> key.column().filter(column.column()::equals).isPresent())
                .anyMatch(key -> !index.method().equals(Index.BTREE)
                    || key.collation().isPresent()
                    || key.operatorClass().isPresent())))
        : table);
  }

  /** The columns that foreign keys tie to this one, so that all have one type. */
  static Set<ColumnName> family(Schema schema, ColumnName column) {
    Set<ColumnName> family = new LinkedHashSet<>(List.of(column));
    int size;
    do {
      size = family.size();
      for (Table table : schema.tables()) {
        for (Constraint.ForeignKey key : table.foreignKeys()) {
          for (int i = 0; i < key.columns().size(); i++) {
            ColumnName own = new ColumnName(table.name(), key.columns().get(i));
            ColumnName target = new ColumnName(key.target(), key.targetColumns().get(i));
            if (family.contains(own) || family.contains(target)) {
              family.add(own);
              family.add(target);
            }
          }
        }
      }
    } while (family.size() > size);
    return new TreeSet<>(family);
  }

  static Schema withoutDefaultsOf(Schema schema, QualifiedName enumType) {
    return schema.withTables(table -> table.withColumns(table.columns().stream()
        .map((Column c) ->
            uses(c.type(), enumType) && !c.isGenerated() ? c.withDefault(new Default.None()) : c)
        .toList()));
  }

  static boolean isEnum(ColumnType type) {
    return type instanceof ColumnType.Enumerated
        || (type instanceof ColumnType.ArrayOf array && isEnum(array.element()));
  }

  static boolean uses(ColumnType type, QualifiedName enumType) {
    return type instanceof ColumnType.ArrayOf array
        ? uses(array.element(), enumType)
        : type.equals(new ColumnType.Enumerated(enumType));
  }

  private static boolean mentions(Constraint constraint, Name column) {
    return !constraint.withColumnRenamed(column, OTHER).equals(constraint);
  }

  private static boolean mentions(Index index, Name column) {
    return !index.withColumnRenamed(column, OTHER).equals(index);
  }
}
