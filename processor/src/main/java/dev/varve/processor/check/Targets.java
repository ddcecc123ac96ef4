package dev.varve.processor.check;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Schema;
import java.util.List;

/** What a {@code @Dropped} may name: a table, a column of one, or a value of an enum. */
final class Targets {
  private Targets() {}

  static boolean isIn(Schema schema, String target) {
    return schema.tables().stream()
            .anyMatch(table -> table.name().value().equals(target)
                || table.columns().stream()
                    .anyMatch(c -> (table.name() + "." + c.name()).equals(target)))
        || schema.enums().stream()
            .anyMatch(type ->
                type.values().stream().anyMatch(v -> (type.name() + "." + v).equals(target)));
  }

  /** Whether the history took it away, or took away the table that had it. */
  static boolean wasRemoved(List<Change> past, String target) {
    return past.stream()
        .anyMatch(change -> (change instanceof Change.TableRemoved table
                && (target + ".").startsWith(table.table().name() + "."))
            || (change instanceof Change.ColumnRemoved column
                && target.equals(column.table() + "." + column.column().name()))
            || (change instanceof Change.EnumValueRemoved value
                && target.equals(value.type() + "." + value.value())));
  }
}
