package dev.varve.processor;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The way from one form of a soft migration to another one. Both begin at the committed model; what
 * they make of its tables and columns tells which is which, whatever the names are: what the one
 * renamed and the other did not gets its name back, and what the one parked comes back as it was.
 */
final class BetweenForms {
  private final Schema before;
  private final Schema to;
  private final List<Change> present;
  private final Kept left;
  private final Kept kept;
  private final Hints leftBack;
  private final Hints back;

  /**
   * @param before the committed model
   * @param form the changes of the form that is left
   * @param present those of the other one, which leads to the schema {@code to}
   */
  BetweenForms(Schema before, List<Change> form, List<Change> present, Schema to) {
    this.before = before;
    this.to = to;
    this.present = present;
    this.left = Kept.of(before, form);
    this.kept = Kept.of(before, present);
    this.leftBack = Hints.back(form);
    this.back = Hints.back(present);
  }

  /**
   * Whether there is such a way. Where the new form makes something else of what the old one parked,
   * or names anew what is neither a table nor a column, the way goes over the committed model: by
   * the undo script.
   */
  boolean canFollow() {
    return leftBack.parkedTables().entrySet().stream()
            .allMatch(
                table -> returns(table.getKey()) || isParkedAs(table.getValue().name()))
        && leftBack.parkedColumns().entrySet().stream()
            .allMatch(column -> returns(column.getKey()) || isParkedAs(column.getValue()))
        && leftBack.parkedEnums().entrySet().stream()
            .allMatch(
                type -> returnsEnum(type.getKey()) || isParkedAs(type.getValue().name()))
        && back.parkedTables().keySet().stream().noneMatch(this::isNamedAgain)
        && back.parkedColumns().keySet().stream().noneMatch(this::isNamedAgain)
        && leftBack.objects().parked().entrySet().stream()
            .allMatch(part -> returns(part.getKey()) || isParkedAs(part.getValue()))
        && isPart(leftBack.objects().renamed(), back.objects().renamed())
        && isPart(leftBack.objects().attributes(), back.objects().attributes())
        && isPart(leftBack.enums().renamed(), back.enums().renamed())
        && leftBack.enums().values().entrySet().stream()
            .allMatch(values -> isPart(
                values.getValue(), back.enums().values().getOrDefault(values.getKey(), Map.of())));
  }

  private static <K, V> boolean isPart(Map<K, V> some, Map<K, V> all) {
    return all.entrySet().containsAll(some.entrySet());
  }

  private boolean returns(QualifiedName table) {
    return table.equals(kept.tables().get(table)) && to.table(table).equals(before.table(table));
  }

  private boolean returns(ColumnName column) {
    return column.equals(kept.columns().get(column))
        && to.column(column).equals(before.column(column));
  }

  /** Whether what the new form parks has a name now that the new form has for something else. */
  private boolean isNamedAgain(QualifiedName first) {
    QualifiedName now = left.tables().get(first);
    return now != null && to.table(now).isPresent();
  }

  private boolean isNamedAgain(ColumnName first) {
    QualifiedName table = kept.tables().get(first.table());
    ColumnName now = left.columns().get(first);
    return table != null
        && now != null
        && to.column(new ColumnName(table, now.column())).isPresent();
  }

  private boolean returnsEnum(QualifiedName type) {
    return to.enumType(type).isPresent() && to.enumType(type).equals(before.enumType(type));
  }

  private boolean returns(ObjectId partition) {
    Optional<Partition> now = partition(to, partition);
    return now.isPresent() && now.equals(partition(before, partition));
  }

  private static Optional<Partition> partition(Schema schema, ObjectId id) {
    return schema.tables().stream()
        .flatMap(table -> table.partitions().stream()
            .filter(part -> ObjectId.on(id.kind(), part.name(), table.name()).equals(id)))
        .findFirst();
  }

  /** Whether the other form parks it, too. */
  private boolean isParkedAs(Name name) {
    return present.stream()
        .anyMatch(change -> change instanceof Change.TableRemoved table
                && table.parkedAs().filter(as -> as.name().equals(name)).isPresent()
            || change instanceof Change.ColumnRemoved column
                && column.parkedAs().equals(Optional.of(name))
            || change instanceof Change.PartitionRemoved partition
                && partition.parkedAs().equals(Optional.of(name))
            || change instanceof Change.EnumRemoved type
                && type.parkedAs().filter(as -> as.name().equals(name)).isPresent());
  }

  /**
   * The hints for that way.
   *
   * @param marks what the marks in code say, which is all there is about what only the old form has
   */
  Hints hints(Hints marks) {
    Map<QualifiedName, QualifiedName> parkedTables = new HashMap<>(marks.parkedTables());
    Map<ColumnName, Name> parkedColumns = new HashMap<>(marks.parkedColumns());
    Map<QualifiedName, QualifiedName> parkedEnums = new HashMap<>(marks.parkedEnums());
    Map<ObjectId, Name> partitions = new HashMap<>(marks.objects().parked());
    goes(parkedTables, parkedColumns);
    leftBack.parkedTables().forEach((table, as) -> {
      if (returns(table)) {
        parkedTables.put(table, as);
      }
    });
    leftBack.parkedColumns().forEach((column, as) -> {
      if (returns(column)) {
        parkedColumns.put(column, as);
      }
    });
    leftBack.parkedEnums().forEach((type, as) -> {
      if (returnsEnum(type)) {
        parkedEnums.put(type, as);
      }
    });
    leftBack.objects().parked().forEach((part, as) -> {
      if (returns(part)) {
        partitions.put(part, as);
      }
    });
    return new Hints(
        tables(marks.tables()),
        columns(marks.columns()),
        parkedTables,
        parkedColumns,
        parkedEnums,
        marks.backfills(),
        marks.usings(),
        marks.objects().withParked(partitions),
        marks.enums(),
        marks.certain());
  }

  /** What the new form parks, by the names that the old one has for it. */
  private void goes(
      Map<QualifiedName, QualifiedName> parkedTables, Map<ColumnName, Name> parkedColumns) {
    // The marks mean the committed model; what has the name since is something else.
    parkedTables
        .keySet()
        .removeIf(table ->
            left.tables().containsKey(table) && !table.equals(left.tables().get(table)));
    parkedColumns
        .keySet()
        .removeIf(column -> left.columns().containsKey(column)
            && !column.column().equals(left.columns().get(column).column()));
    back.parkedTables().forEach((first, as) -> {
      if (left.tables().containsKey(first)) {
        parkedTables.put(left.tables().get(first), as);
      }
    });
    back.parkedColumns().forEach((first, as) -> {
      if (left.columns().containsKey(first) && kept.tables().containsKey(first.table())) {
        parkedColumns.put(
            new ColumnName(
                kept.tables().get(first.table()), left.columns().get(first).column()),
            as);
      }
    });
  }

  private Map<QualifiedName, QualifiedName> tables(Map<QualifiedName, QualifiedName> marks) {
    Map<QualifiedName, QualifiedName> olds = new HashMap<>(marks);
    olds.values().removeIf(left.tables()::containsValue);
    kept.tables().forEach((first, now) -> {
      QualifiedName old = left.tables().get(first);
      olds.remove(now);
      if (old != null && !old.equals(now)) {
        olds.put(now, old);
      }
    });
    return olds;
  }

  private Map<ColumnName, Name> columns(Map<ColumnName, Name> marks) {
    Map<ColumnName, Name> olds = new HashMap<>(marks);
    olds.entrySet()
        .removeIf(mark -> left.columns().entrySet().stream()
            .anyMatch(column -> column.getValue().column().equals(mark.getValue())
                && Objects.equals(
                    kept.tables().get(column.getKey().table()), mark.getKey().table())));
    kept.columns().forEach((first, now) -> {
      ColumnName old = left.columns().get(first);
      olds.remove(now);
      if (old != null && !old.column().equals(now.column())) {
        olds.put(now, old.column());
      }
    });
    return olds;
  }
}
