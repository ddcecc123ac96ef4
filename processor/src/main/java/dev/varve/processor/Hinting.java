package dev.varve.processor;

import dev.varve.processor.read.Marks;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.EnumHints;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.diff.ObjectHints;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the marks of a compilation mean for the difference between the history and the model. */
final class Hinting {
  private final Marks marks;
  private final History history;
  private final Schema from;
  private final Schema to;
  private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
  private final Map<ColumnName, Name> columns = new HashMap<>();

  private Hinting(Marks marks, History history, Schema from, Schema to) {
    this.marks = marks;
    this.history = history;
    this.from = from;
    this.to = to;
  }

  static Hints of(Marks marks, History history, Schema from, Schema to) {
    return new Hinting(marks, history, from, to).hints();
  }

  private Hints hints() {
    marks.renamedTables().forEach((table, old) -> {
      from.tables().stream()
          .map(Table::name)
          .filter(name -> name.toString().equals(old) && !hasServed(table, name))
          .forEach(name -> tables.put(table, name));
    });
    marks.renamedColumns().forEach((column, old) -> {
      if (Name.isValid(old) && !hasServed(column, new Name(old))) {
        columns.put(column, new Name(old));
      }
    });
    Map<QualifiedName, QualifiedName> parkedTables = new HashMap<>();
    Map<ColumnName, Name> parkedColumns = new HashMap<>();
    for (Table table : from.tables()) {
      if (isParked(table.name().toString())) {
        parkedTables.put(table.name(), parked(table.name()));
      }
      for (Column column : table.columns()) {
        ColumnName name = new ColumnName(table.name(), column.name());
        if (isParked(name.toString()) && !column.isGenerated()) {
          QualifiedName now = newName(table.name());
          parkedColumns.put(
              new ColumnName(now, column.name()), parked(name.toString(), column.name()));
        }
      }
    }
    Map<ObjectId, Name> partitions = new HashMap<>();
    for (Table table : from.tables()) {
      for (Partition partition : table.partitions()) {
        QualifiedName name = table.name().sibling(partition.name());
        if (isParked(name.toString())) {
          partitions.put(
              partitionId(newName(table.name()), partition.name()),
              parked(name.toString(), partition.name()));
        }
      }
    }
    return new Hints(
            tables,
            columns,
            parkedTables,
            parkedColumns,
            parkedEnums(parkedTables, parkedColumns),
            marks.backfills(),
            marks.usings())
        .withObjects(new ObjectHints(objects(), partitions, attributes()))
        .withEnums(enums());
  }

  /** The old names of objects, as the fold has them. */
  private Map<ObjectId, QualifiedName> objects() {
    Map<ObjectId, QualifiedName> renamed = new HashMap<>();
    marks
        .renamedObjects()
        .forEach((now, old) -> from.objects().stream()
            .filter(object -> object.id().kind() == now.kind())
            .flatMap(object -> object instanceof Renameable named
                ? Stream.of(named.name())
                : Stream.<QualifiedName>empty())
            .filter(name -> name.toString().equals(old) && !hasServed(now, name))
            .forEach(name -> renamed.put(now, name)));
    for (Table table : to.tables()) {
      for (Partition partition : table.partitions()) {
        ObjectId now = partitionId(table.name(), partition.name());
        Optional.ofNullable(marks.renamedObjects().get(now))
            .filter(Name::isValid)
            .map(Name::new)
            .filter(old -> !served(
                partition.name(),
                old,
                change -> change instanceof Change.PartitionRenamed rename
                        && rename.table().equals(table.name())
                    ? Optional.of(new Rename<>(rename.from(), rename.to()))
                    : Optional.empty()))
            .ifPresent(old -> renamed.put(now, table.name().sibling(old)));
      }
    }
    return renamed;
  }

  /** The old names of attributes, as the fold has them. */
  private Map<ColumnName, Name> attributes() {
    Map<ColumnName, Name> renamed = new HashMap<>();
    marks.renamedAttributes().forEach((now, old) -> {
      boolean served = !Name.isValid(old)
          || (!isDropped(now.toString())
              && served(
                  now.column(),
                  new Name(old),
                  change -> change instanceof Change.AttributeRenamed rename
                          && rename.type().equals(now.table())
                      ? Optional.of(new Rename<>(rename.from(), rename.to()))
                      : Optional.empty()));
      if (!served) {
        renamed.put(now, new Name(old));
      }
    });
    return renamed;
  }

  private static ObjectId partitionId(QualifiedName table, Name partition) {
    return ObjectId.on(ObjectKind.PARTITION, partition, table);
  }

  private EnumHints enums() {
    Map<QualifiedName, QualifiedName> renamed = new HashMap<>();
    marks
        .renamedEnums()
        .forEach((now, old) -> from.enums().stream()
            .map(EnumType::name)
            .filter(name -> name.toString().equals(old) && !hasServedEnum(now, name))
            .forEach(name -> renamed.put(now, name)));
    Map<QualifiedName, Map<String, String>> values = new HashMap<>();
    marks.renamedValues().forEach((type, olds) -> {
      Map<String, String> valid = new HashMap<>(olds);
      valid.entrySet().removeIf(value -> hasServed(type, value.getKey(), value.getValue()));
      values.put(type, valid);
    });
    return new EnumHints(renamed, values, texts());
  }

  /** Texts that only the rules from before and those from now on tell: the old name or the new one. */
  private Map<ColumnName, Map<String, String>> texts() {
    Map<ColumnName, Map<String, String>> texts = new HashMap<>();
    marks.renamedTexts().forEach((column, olds) -> {
      QualifiedName table = tables.getOrDefault(column.table(), column.table());
      Name old = columns.getOrDefault(column, column.column());
      Map<String, String> valid = new HashMap<>(olds);
      valid.entrySet().removeIf(value -> {
        boolean was = allows(from, new ColumnName(table, old), value.getValue());
        boolean already = allows(from, new ColumnName(table, old), value.getKey());
        return !was || already || allows(to, column, value.getValue());
      });
      if (!valid.isEmpty()) {
        texts.put(column, valid);
      }
    });
    return texts;
  }

  /** Whether a check of the column lists the text. */
  private static boolean allows(Schema schema, ColumnName column, String text) {
    String literal = "'" + text.replace("'", "''") + "'";
    return schema.table(column.table()).stream()
        .flatMap(table -> table.constraints().stream())
        .anyMatch(constraint -> constraint instanceof Constraint.Check check
            && check.mentions(column.column())
            && check.expression().contains(literal));
  }

  private boolean hasServedEnum(QualifiedName now, QualifiedName old) {
    return served(
        now,
        old,
        change -> change instanceof Change.EnumRenamed renamed
            ? Optional.of(new Rename<>(renamed.from(), renamed.to()))
            : Optional.empty());
  }

  private boolean hasServed(QualifiedName type, String now, String old) {
    return !isDropped(type + "." + now)
        && served(
            now,
            old,
            change -> change instanceof Change.EnumValueRenamed renamed
                    && renamed.type().equals(type)
                ? Optional.of(new Rename<>(renamed.from(), renamed.to()))
                : Optional.empty());
  }

  private boolean hasServed(ObjectId now, QualifiedName old) {
    return served(
        now,
        ObjectId.of(now.kind(), old),
        change -> change instanceof Change.ObjectRenamed renamed && renamed.kind() == now.kind()
            ? Optional.of(new Rename<>(
                ObjectId.of(now.kind(), renamed.from()), ObjectId.of(now.kind(), renamed.to())))
            : Optional.empty());
  }

  /**
   * Whether the last migration that gave something this name took it from the old one. Where two
   * names were exchanged, both are there before and after: only the history can tell.
   */
  private boolean hasServed(QualifiedName table, QualifiedName old) {
    return !isDropped(table.toString())
        && served(
            table,
            old,
            change -> change instanceof Change.TableRenamed renamed
                ? Optional.of(new Rename<>(renamed.from(), renamed.to()))
                : Optional.empty());
  }

  private boolean hasServed(ColumnName column, Name old) {
    return !isDropped(column.toString())
        && served(
            column.column(),
            old,
            change -> change instanceof Change.ColumnRenamed renamed
                    && renamed.table().equals(column.table())
                ? Optional.of(new Rename<>(renamed.from(), renamed.to()))
                : Optional.empty());
  }

  private record Rename<N>(N from, N to) {}

  private <N> boolean served(N now, N old, Function<Change, Optional<Rename<N>>> rename) {
    Optional<N> before = Optional.empty();
    for (History.Entry entry : history.entries()) {
      Map<N, N> firsts = new HashMap<>();
      entry.changes().stream().flatMap(change -> rename.apply(change).stream()).forEach(step -> {
        N first = firsts.remove(step.from());
        firsts.put(step.to(), first == null ? step.from() : first);
      });
      before = firsts.containsKey(now) ? Optional.of(firsts.get(now)) : before;
    }
    return before.filter(old::equals).isPresent();
  }

  private boolean isDropped(String target) {
    return marks.drops().stream().anyMatch(drop -> drop.target().equals(target));
  }

  private boolean isParked(String target) {
    return marks.drops().stream().anyMatch(d -> d.target().equals(target) && !d.purge());
  }

  private QualifiedName newName(QualifiedName old) {
    return tables.entrySet().stream()
        .filter(
            entry -> entry.getValue().equals(old) && to.table(entry.getKey()).isPresent())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(old);
  }

  /** The same name may be parked again later, so how often it was is part of the new one. */
  private QualifiedName parked(QualifiedName name) {
    return name.sibling(parked(name.toString(), name.name()));
  }

  private Name parked(String target, Name name) {
    long before = history.changes().stream()
        .filter(change -> Hinting.removed(change).equals(target))
        .count();
    return DerivedName.of("varve_parked_" + DerivedName.hash(target + "/" + before) + "_" + name);
  }

  private static String removed(Change change) {
    if (change instanceof Change.TableRemoved table) {
      return table.table().name().toString();
    }
    if (change instanceof Change.ColumnRemoved column) {
      return column.table() + "." + column.column().name();
    }
    if (change instanceof Change.PartitionRemoved partition) {
      return partition.table().sibling(partition.partition().name()).toString();
    }
    return change instanceof Change.EnumRemoved type ? type.type().name().toString() : "";
  }

  /** An enum stays, under another name, while a parked column has it. */
  private Map<QualifiedName, QualifiedName> parkedEnums(
      Map<QualifiedName, QualifiedName> parkedTables, Map<ColumnName, Name> parkedColumns) {
    boolean goes =
        from.enums().stream().anyMatch(type -> to.enumType(type.name()).isEmpty());
    if (!goes && marks.renamedEnums().isEmpty()) {
      return Map.of();
    }
    Set<QualifiedName> held = ParkedEnums.of(history);
    for (Table table : from.tables()) {
      boolean whole = parkedTables.containsKey(table.name())
          || table.partitions().stream()
              .anyMatch(
                  partition -> isParked(table.name().sibling(partition.name()).toString()));
      table.columns().stream()
          .filter(column -> whole
              || parkedColumns.containsKey(new ColumnName(newName(table.name()), column.name())))
          .flatMap(column -> ParkedEnums.of(column).stream())
          .forEach(held::add);
    }
    Map<QualifiedName, QualifiedName> parked = new HashMap<>();
    from.enums().stream()
        .map(EnumType::name)
        .filter(held::contains)
        .forEach(name -> parked.put(name, parked(name)));
    return parked;
  }
}
