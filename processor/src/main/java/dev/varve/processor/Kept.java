package dev.varve.processor;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changes leave of a schema, and the names that it has after them.
 *
 * @param tables the name now by the name before
 * @param columns the same for columns
 */
record Kept(Map<QualifiedName, QualifiedName> tables, Map<ColumnName, ColumnName> columns) {
  static Kept of(Schema before, List<Change> changes) {
    Kept kept = new Kept(new HashMap<>(), new HashMap<>());
    before.tables().forEach(table -> {
      kept.tables.put(table.name(), table.name());
      table.columns().forEach(column -> {
        ColumnName name = new ColumnName(table.name(), column.name());
        kept.columns.put(name, name);
      });
    });
    changes.forEach(kept::follow);
    return kept;
  }

  private void follow(Change change) {
    if (change instanceof Change.TableRenamed renamed) {
      tables.replaceAll((first, now) -> now.equals(renamed.from()) ? renamed.to() : now);
      columns.replaceAll((first, now) ->
          now.table().equals(renamed.from()) ? new ColumnName(renamed.to(), now.column()) : now);
    } else if (change instanceof Change.ColumnRenamed renamed) {
      ColumnName from = new ColumnName(renamed.table(), renamed.from());
      columns.replaceAll(
          (first, now) -> now.equals(from) ? new ColumnName(renamed.table(), renamed.to()) : now);
    } else if (change instanceof Change.TableRemoved removed) {
      tables.values().removeIf(removed.table().name()::equals);
      columns.values().removeIf(now -> now.table().equals(removed.table().name()));
    } else if (change instanceof Change.ColumnRemoved removed) {
      columns.values().remove(new ColumnName(removed.table(), removed.column().name()));
    }
  }
}
