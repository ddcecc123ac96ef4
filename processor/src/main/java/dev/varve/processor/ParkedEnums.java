package dev.varve.processor;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The enums that parked columns have, be they parked alone, with a table or with a partition. */
final class ParkedEnums {
  private ParkedEnums() {}

  /** Those of what was parked until now, by their present names. */
  static Set<QualifiedName> of(History history) {
    Set<QualifiedName> held = new HashSet<>();
    Schema schema = Schema.EMPTY;
    for (Change change : history.effective()) {
      parked(change, schema).forEach(column -> of(column).ifPresent(held::add));
      if (change instanceof Change.EnumRenamed renamed && held.remove(renamed.from())) {
        held.add(renamed.to());
      } else if (change instanceof Change.EnumRemoved removed) {
        held.remove(removed.type().name());
      }
      schema = change.apply(schema);
    }
    return held;
  }

  private static List<Column> parked(Change change, Schema schema) {
    if (change instanceof Change.TableRemoved table && table.parkedAs().isPresent()) {
      return table.table().columns();
    } else if (change instanceof Change.PartitionRemoved partition
        && partition.parkedAs().isPresent()) {
      return schema.table(partition.table()).orElseThrow().columns();
    }
    return change instanceof Change.ColumnRemoved column && column.parkedAs().isPresent()
        ? List.of(column.column())
        : List.of();
  }

  static Optional<QualifiedName> of(Column column) {
    ColumnType type =
        column.type() instanceof ColumnType.ArrayOf array ? array.element() : column.type();
    return type instanceof ColumnType.Enumerated enumerated
        ? Optional.of(enumerated.type())
        : Optional.empty();
  }
}
