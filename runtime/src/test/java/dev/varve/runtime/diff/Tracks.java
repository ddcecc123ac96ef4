package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Where the tables and columns of the first schema went, for the marks that say so. */
final class Tracks {
  private final Random random;

  /** The first name of each table that is still there, by its present one. */
  private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();

  private final Map<ColumnName, ColumnName> columns = new HashMap<>();
  private final Set<QualifiedName> droppedTables = new HashSet<>();
  private final Set<ColumnName> droppedColumns = new HashSet<>();
  private final Map<QualifiedName, QualifiedName> enums = new HashMap<>();

  /** The first name of each value that is still there, by its present one, by its enum. */
  private final Map<QualifiedName, Map<String, String>> values = new HashMap<>();

  private final Map<QualifiedName, QualifiedName> parkedEnums = new HashMap<>();
  /** The first table and name of each partition that is still there, by the present ones. */
  private final Map<ColumnName, ColumnName> partitions = new HashMap<>();

  /** The same of those that went, by the present table and the first name. */
  private final Map<ColumnName, ColumnName> droppedPartitions = new HashMap<>();

  /** The first names of objects that have others now. */
  private final Map<ObjectId, QualifiedName> objects = new HashMap<>();

  /** The first name of each attribute that has another one now, by type and present name. */
  private final Map<ColumnName, Name> attributes = new HashMap<>();

  /** The old names of texts by the new ones, by the present column. */
  private final Map<ColumnName, Map<String, String>> texts = new HashMap<>();

  private final Map<ColumnName, String> backfills = new HashMap<>();
  private final Map<ColumnName, String> usings = new HashMap<>();

  Tracks(Schema from, Random random) {
    this.random = random;
    from.enums().forEach(type -> {
      enums.put(type.name(), type.name());
      Map<String, String> own = new HashMap<>();
      type.values().forEach(value -> own.put(value, value));
      values.put(type.name(), own);
    });
    from.tables().forEach(table -> {
      tables.put(table.name(), table.name());
      table.partitions().forEach(partition -> {
        ColumnName name = new ColumnName(table.name(), partition.name());
        partitions.put(name, name);
      });
      table.columns().forEach(column -> {
        ColumnName name = new ColumnName(table.name(), column.name());
        columns.put(name, name);
      });
    });
  }

  void tableRenamed(QualifiedName from, QualifiedName to) {
    QualifiedName first = tables.remove(from);
    if (first != null) {
      tables.put(to, first);
    }
    moved(columns, from, to);
    moved(partitions, from, to);
    moved(droppedPartitions, from, to);
    moved(backfills, from, to);
    moved(usings, from, to);
  }

  private static <T> void moved(Map<ColumnName, T> map, QualifiedName from, QualifiedName to) {
    Map<ColumnName, T> moved = new HashMap<>();
    map.forEach((name, value) ->
        moved.put(name.table().equals(from) ? new ColumnName(to, name.column()) : name, value));
    map.clear();
    map.putAll(moved);
  }

  void tableDropped(QualifiedName table) {
    QualifiedName first = tables.remove(table);
    if (first != null) {
      droppedTables.add(first);
    }
    columns.keySet().removeIf(name -> name.table().equals(table));
    partitions.keySet().removeIf(name -> name.table().equals(table));
    droppedPartitions.keySet().removeIf(name -> name.table().equals(table));
    backfills.keySet().removeIf(name -> name.table().equals(table));
    usings.keySet().removeIf(name -> name.table().equals(table));
  }

  void partitionDropped(QualifiedName table, Name name) {
    ColumnName first = partitions.remove(new ColumnName(table, name));
    if (first != null) {
      droppedPartitions.put(new ColumnName(table, first.column()), first);
    }
  }

  void partitionRenamed(QualifiedName table, Name from, Name to) {
    moved(partitions, new ColumnName(table, from), new ColumnName(table, to));
  }

  void objectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    objects.put(ObjectId.of(kind, to), from);
  }

  void textsRenamed(ColumnName column, Map<String, String> olds) {
    texts.put(column, olds);
  }

  void attributeRenamed(QualifiedName type, Name from, Name to) {
    attributes.put(new ColumnName(type, to), from);
  }

  private ObjectHints objectHints() {
    Map<ObjectId, QualifiedName> renamed = new HashMap<>(objects);
    partitions.forEach((now, first) -> {
      if (!now.column().equals(first.column())) {
        renamed.put(
            PartitionDiff.id(now.table(), now.column()), now.table().sibling(first.column()));
      }
    });
    Map<ObjectId, Name> parked = new HashMap<>();
    droppedPartitions.forEach((now, first) -> parked.put(
        PartitionDiff.id(now.table(), now.column()), new Name("varve_parked " + first.column())));
    return new ObjectHints(renamed, parked, attributes);
  }

  /** The first names of the partitions that went. */
  Set<ColumnName> droppedPartitions() {
    return Set.copyOf(droppedPartitions.values());
  }

  void columnAdded(ColumnName name, Column column) {
    if (!column.nullable() && random.nextBoolean()) {
      backfills.put(name, "default_for_" + random.nextInt(100));
    }
  }

  void columnDropped(ColumnName name) {
    ColumnName first = columns.remove(name);
    if (first != null) {
      droppedColumns.add(first);
    }
    backfills.remove(name);
    usings.remove(name);
  }

  /** What was computed for a while, and is not any more, never went: no mark says so. */
  void columnsBack(Schema schema) {
    tables.forEach((now, first) -> schema.table(now).orElseThrow().columns().stream()
        .filter(column -> !column.isGenerated())
        .map(Column::name)
        .filter(name -> !columns.containsKey(new ColumnName(now, name)))
        .filter(name -> droppedColumns.remove(new ColumnName(first, name)))
        .forEach(name -> columns.put(new ColumnName(now, name), new ColumnName(first, name))));
  }

  void columnRenamed(QualifiedName table, Name from, Name to) {
    ColumnName old = new ColumnName(table, from);
    ColumnName now = new ColumnName(table, to);
    moved(columns, old, now);
    moved(backfills, old, now);
    moved(usings, old, now);
  }

  private static <T> void moved(Map<ColumnName, T> map, ColumnName from, ColumnName to) {
    T value = map.remove(from);
    if (value != null) {
      map.put(to, value);
    }
  }

  void columnRetyped(ColumnName name) {
    usings.put(name, "using_" + random.nextInt(100));
  }

  void enumDropped(QualifiedName name) {
    QualifiedName first = enums.remove(name);
    values.remove(name);
    if (random.nextBoolean() && first != null) {
      parkedEnums.put(first, first.sibling(parked(parkedEnums.size())));
    }
  }

  void enumRenamed(QualifiedName from, QualifiedName to) {
    QualifiedName first = enums.remove(from);
    Map<String, String> own = values.remove(from);
    if (first != null && own != null) {
      enums.put(to, first);
      values.put(to, own);
    }
  }

  void valueRenamed(QualifiedName type, String from, String to) {
    Map<String, String> own = values.getOrDefault(type, new HashMap<>());
    String first = own.remove(from);
    if (first != null) {
      own.put(to, first);
    }
  }

  void valueDropped(QualifiedName type, String value) {
    values.getOrDefault(type, new HashMap<>()).remove(value);
  }

  private EnumHints enumHints() {
    Map<QualifiedName, QualifiedName> renamed = new HashMap<>();
    enums.forEach((now, first) -> {
      if (!now.equals(first)) {
        renamed.put(now, first);
      }
    });
    Map<QualifiedName, Map<String, String>> renamedValues = new HashMap<>();
    values.forEach((type, own) -> {
      Map<String, String> olds = new HashMap<>(own);
      olds.entrySet().removeIf(value -> value.getKey().equals(value.getValue()));
      renamedValues.put(type, olds);
    });
    return new EnumHints(renamed, renamedValues, texts);
  }

  /** Whether the marks can say that this one went and that one took its name. */
  boolean mayReplace(QualifiedName gone, QualifiedName heir) {
    return tables.containsKey(gone) && tables.containsKey(heir);
  }

  boolean mayReplace(ColumnName gone, ColumnName heir) {
    return columns.containsKey(gone) && columns.containsKey(heir);
  }

  Map<ColumnName, ColumnName> origins() {
    return columns;
  }

  Hints hints() {
    Map<QualifiedName, QualifiedName> renamedTables = new HashMap<>();
    tables.forEach((now, first) -> {
      if (!now.equals(first)) {
        renamedTables.put(now, first);
      }
    });
    Map<ColumnName, Name> renamedColumns = new HashMap<>();
    columns.forEach((now, first) -> {
      if (!now.column().equals(first.column())) {
        renamedColumns.put(now, first.column());
      }
    });
    Map<QualifiedName, QualifiedName> parkedTables = new HashMap<>();
    droppedTables.forEach(
        name -> parkedTables.put(name, name.sibling(parked(parkedTables.size()))));
    Map<ColumnName, Name> parkedColumns = new HashMap<>();
    Map<QualifiedName, QualifiedName> present = new HashMap<>();
    tables.forEach((now, first) -> present.put(first, now));
    droppedColumns.forEach(name -> {
      QualifiedName table = present.get(name.table());
      if (table != null) {
        parkedColumns.put(new ColumnName(table, name.column()), parked(parkedColumns.size()));
      }
    });
    return new Hints(
            renamedTables,
            renamedColumns,
            parkedTables,
            parkedColumns,
            parkedEnums,
            backfills,
            usings)
        .withObjects(objectHints())
        .withEnums(enumHints());
  }

  private static Name parked(int number) {
    return new Name("varve_parked_" + number);
  }
}
