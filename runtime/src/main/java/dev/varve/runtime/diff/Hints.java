package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What two schemas cannot tell: the user's confirmation marks. All columns are named as the new
 * schema names them, dropped ones as the old one does.
 *
 * @param tables the old name of a renamed table, by its new one
 * @param columns the old name of a renamed column, by its new one
 * @param parkedTables the name under which a removed table is parked, or from which an added one
 *     comes back; absent: dropped, or new
 * @param parkedColumns the same for columns
 * @param parkedEnums the same for enums
 * @param backfills the expression that fills a column which begins to refuse NULL
 * @param usings the expression that makes a column's new values of its old ones
 */
public record Hints(
    Map<Name, Name> tables,
    Map<ColumnName, Name> columns,
    Map<Name, Name> parkedTables,
    Map<ColumnName, Name> parkedColumns,
    Map<Name, Name> parkedEnums,
    Map<ColumnName, String> backfills,
    Map<ColumnName, String> usings) {
  public static final Hints NONE =
      new Hints(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  public Hints {
    tables = Map.copyOf(tables);
    columns = Map.copyOf(columns);
    parkedTables = Map.copyOf(parkedTables);
    parkedColumns = Map.copyOf(parkedColumns);
    parkedEnums = Map.copyOf(parkedEnums);
    backfills = Map.copyOf(backfills);
    usings = Map.copyOf(usings);
  }

  /** The hints for the way back from what these changes, made in this order, led to. */
  public static Hints back(List<Change> changes) {
    Map<Name, Name> tables = new HashMap<>();
    Map<ColumnName, Name> columns = new HashMap<>();
    Map<Name, Name> parkedTables = new HashMap<>();
    Map<ColumnName, Name> parkedColumns = new HashMap<>();
    Map<Name, Name> parkedEnums = new HashMap<>();
    Map<ColumnName, String> usings = new HashMap<>();
    Map<Name, Name> oldTables = new HashMap<>();
    Map<ColumnName, Name> oldColumns = new HashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.TableRenamed renamed) {
        tables.put(renamed.from(), renamed.to());
        oldTables.put(renamed.to(), renamed.from());
      } else if (change instanceof Change.ColumnRenamed renamed) {
        Name table = oldTables.getOrDefault(renamed.table(), renamed.table());
        columns.put(new ColumnName(table, renamed.from()), renamed.to());
        oldColumns.put(new ColumnName(renamed.table(), renamed.to()), renamed.from());
      } else if (change instanceof Change.TableRemoved removed) {
        removed.parkedAs().ifPresent(as -> parkedTables.put(removed.table().name(), as));
      } else if (change instanceof Change.ColumnRemoved removed) {
        Name table = oldTables.getOrDefault(removed.table(), removed.table());
        removed
            .parkedAs()
            .ifPresent(as -> parkedColumns.put(new ColumnName(table, removed.column().name()), as));
      } else if (change instanceof Change.EnumRemoved removed) {
        removed.parkedAs().ifPresent(as -> parkedEnums.put(removed.type().name(), as));
      } else if (change instanceof Change.ColumnTypeChanged retyped) {
        ColumnName now = retyped.column();
        ColumnName then =
            new ColumnName(
                oldTables.getOrDefault(now.table(), now.table()),
                oldColumns.getOrDefault(now, now.column()));
        retyped.back().ifPresent(back -> usings.put(then, back));
      }
    }
    return new Hints(
        tables, columns, parkedTables, parkedColumns, parkedEnums, Map.of(), usings);
  }

  Optional<Name> oldName(Name table) {
    return Optional.ofNullable(tables.get(table));
  }

  Optional<Name> oldName(ColumnName column) {
    return Optional.ofNullable(columns.get(column));
  }

  Optional<String> backfill(ColumnName column) {
    return Optional.ofNullable(backfills.get(column));
  }

  Optional<String> using(ColumnName column) {
    return Optional.ofNullable(usings.get(column));
  }
}
