package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.Comparator;

/** A schema with everything in it sorted, so that equal means equal but for order. */
final class Normal {
  private Normal() {}

  static Schema of(Schema schema) {
    return schema.withTables(table -> new Table(
        table.name(),
        table.type(),
        table.columns().stream().sorted(Comparator.comparing(Column::name)).toList(),
        table.constraints().stream()
            .sorted(Comparator.comparing(Constraint::name))
            .toList(),
        table.indexes().stream().sorted(Comparator.comparing(Index::name)).toList(),
        table.options(),
        table.partitioning()));
  }
}
