package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
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
 * @param objects the same for what is neither a table nor a column
 * @param enums renamed enums and values of enums
 * @param certain whether every rename is still to be made; a mark in code may have served, if both
 *     names are there already
 */
public record Hints(
    Map<QualifiedName, QualifiedName> tables,
    Map<ColumnName, Name> columns,
    Map<QualifiedName, QualifiedName> parkedTables,
    Map<ColumnName, Name> parkedColumns,
    Map<QualifiedName, QualifiedName> parkedEnums,
    Map<ColumnName, String> backfills,
    Map<ColumnName, String> usings,
    ObjectHints objects,
    EnumHints enums,
    boolean certain) {
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

  /** Marks in code. */
  public Hints(
      Map<QualifiedName, QualifiedName> tables,
      Map<ColumnName, Name> columns,
      Map<QualifiedName, QualifiedName> parkedTables,
      Map<ColumnName, Name> parkedColumns,
      Map<QualifiedName, QualifiedName> parkedEnums,
      Map<ColumnName, String> backfills,
      Map<ColumnName, String> usings) {
    this(
        tables,
        columns,
        parkedTables,
        parkedColumns,
        parkedEnums,
        backfills,
        usings,
        ObjectHints.NONE,
        EnumHints.NONE,
        false);
  }

  /** With marks about objects. */
  public Hints withObjects(ObjectHints newObjects) {
    return new Hints(
        tables,
        columns,
        parkedTables,
        parkedColumns,
        parkedEnums,
        backfills,
        usings,
        newObjects,
        enums,
        certain);
  }

  /** With marks about enums. */
  public Hints withEnums(EnumHints newEnums) {
    return new Hints(
        tables,
        columns,
        parkedTables,
        parkedColumns,
        parkedEnums,
        backfills,
        usings,
        objects,
        newEnums,
        certain);
  }

  /** With nothing parked: what goes is dropped. */
  public Hints dropping() {
    return new Hints(
        tables, columns, Map.of(), Map.of(), Map.of(), backfills, usings, objects, enums, certain);
  }

  /** The hints for the way back from what these changes, made in this order, led to. */
  public static Hints back(List<Change> changes) {
    return new WayBack(changes).hints();
  }

  Optional<QualifiedName> parkedTable(QualifiedName table) {
    return Optional.ofNullable(parkedTables.get(table));
  }

  Optional<Name> parkedColumn(ColumnName column) {
    return Optional.ofNullable(parkedColumns.get(column));
  }

  Optional<QualifiedName> parkedEnum(QualifiedName type) {
    return Optional.ofNullable(parkedEnums.get(type));
  }

  Optional<String> backfill(ColumnName column) {
    return Optional.ofNullable(backfills.get(column));
  }

  Optional<String> using(ColumnName column) {
    return Optional.ofNullable(usings.get(column));
  }
}
