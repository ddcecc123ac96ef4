package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The changes found so far, and the schema that they lead to. */
final class Draft {
  private final List<Change> changes = new ArrayList<>();
  /** Enums that made room for others, and what they were called before. */
  private final Map<QualifiedName, QualifiedName> vacatedEnums = new HashMap<>();

  private Schema schema;

  Draft(Schema from) {
    this.schema = from;
  }

  Schema schema() {
    return schema;
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  void add(Change change) {
    schema = change.apply(schema);
    changes.add(change);
  }

  /** An enum gives up its name, until it goes. */
  void vacateEnum(QualifiedName name, QualifiedName spare) {
    add(new Change.EnumRenamed(name, spare));
    vacatedEnums.put(spare, name);
  }

  /** What an enum of the old schema was called before the changes. */
  QualifiedName firstName(QualifiedName type) {
    return vacatedEnums.getOrDefault(type, type);
  }

  void removeForeignKeys(BiPredicate<Table, Constraint.ForeignKey> which) {
    for (Table table : schema.tables()) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        if (which.test(table, key)) {
          add(new Change.ConstraintRemoved(table.name(), key));
        }
      }
    }
  }

  /** What is computed needs no parking. */
  void removeColumn(QualifiedName table, Column column, Hints hints) {
    ColumnName name = new ColumnName(table, column.name());
    add(new Change.ColumnRemoved(
        table, column, column.isGenerated() ? Optional.empty() : hints.parkedColumn(name)));
  }
}
