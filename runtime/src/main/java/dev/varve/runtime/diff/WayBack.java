package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The hints that undo changes, by the names that everything had before the first of them. */
final class WayBack {
  /** The first name by the present one, of all that was renamed. */
  private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();

  /** The same for columns; the table is the present one. */
  private final Map<ColumnName, Name> columns = new HashMap<>();

  private record Renamed(ObjectKind kind, QualifiedName name) {}

  private final Map<QualifiedName, QualifiedName> parkedTables = new HashMap<>();
  private final Map<ColumnName, Name> parkedColumns = new HashMap<>();
  private final Map<QualifiedName, QualifiedName> parkedEnums = new HashMap<>();
  private final Map<Renamed, QualifiedName> objects = new HashMap<>();
  private final Map<QualifiedName, QualifiedName> enums = new HashMap<>();

  /** The first name of each renamed attribute by the present one; the type is the present one. */
  private final Map<ColumnName, Name> attributes = new HashMap<>();

  /** The first name of each renamed value by the present one; the enum is the present one. */
  private final Map<QualifiedName, Map<String, String>> enumValues = new HashMap<>();

  private final PartitionsBack partitions = new PartitionsBack();
  private final Map<ColumnName, String> usings = new HashMap<>();
  private final Map<ColumnName, Map<String, String>> texts = new HashMap<>();

  WayBack(List<Change> changes) {
    changes.forEach(this::follow);
  }

  private void follow(Change change) {
    partitions.follow(change);
    if (change instanceof Change.TableRenamed renamed) {
      QualifiedName first = first(renamed.from());
      tables.remove(renamed.from());
      tables.put(renamed.to(), first);
      move(columns, renamed.from(), renamed.to());
    } else if (change instanceof Change.ColumnRenamed renamed) {
      Name first = first(new ColumnName(renamed.table(), renamed.from())).column();
      columns.remove(new ColumnName(renamed.table(), renamed.from()));
      columns.put(new ColumnName(renamed.table(), renamed.to()), first);
    } else if (change instanceof Change.TableRemoved removed) {
      removed.parkedAs().ifPresent(as -> parkedTables.put(first(removed.table().name()), as));
      tables.remove(removed.table().name());
      columns.keySet().removeIf(name -> name.table().equals(removed.table().name()));
    } else if (change instanceof Change.ColumnRemoved removed) {
      ColumnName name = new ColumnName(removed.table(), removed.column().name());
      removed.parkedAs().ifPresent(as -> parkedColumns.put(first(name), as));
      columns.remove(name);
    } else if (change instanceof Change.ObjectRenamed renamed) {
      QualifiedName first = objects.remove(new Renamed(renamed.kind(), renamed.from()));
      objects.put(
          new Renamed(renamed.kind(), renamed.to()), first == null ? renamed.from() : first);
      if (renamed.kind() == ObjectKind.COMPOSITE_TYPE) {
        move(attributes, renamed.from(), renamed.to());
      }
    } else if (change instanceof Change.AttributeRenamed renamed) {
      Name first = attributes.remove(new ColumnName(renamed.type(), renamed.from()));
      attributes.put(
          new ColumnName(renamed.type(), renamed.to()), first == null ? renamed.from() : first);
    } else if (change instanceof Change.ObjectChanged changed
        && changed.to() instanceof CompositeType type) {
      attributes
          .keySet()
          .removeIf(name ->
              name.table().equals(type.name()) && type.attribute(name.column()).isEmpty());
    } else if (change instanceof Change.EnumRenamed renamed) {
      QualifiedName first = firstEnum(renamed.from());
      enums.remove(renamed.from());
      enums.put(renamed.to(), first);
      Map<String, String> values = enumValues.remove(renamed.from());
      if (values != null) {
        enumValues.put(renamed.to(), values);
      }
    } else if (change instanceof Change.EnumValueRenamed renamed) {
      Map<String, String> values =
          enumValues.computeIfAbsent(renamed.type(), type -> new HashMap<>());
      String first = values.remove(renamed.from());
      values.put(renamed.to(), first == null ? renamed.from() : first);
    } else if (change instanceof Change.EnumValueRemoved removed) {
      enumValues.getOrDefault(removed.type(), new HashMap<>()).remove(removed.value());
    } else if (change instanceof Change.EnumRemoved removed) {
      QualifiedName name = removed.type().name();
      removed.parkedAs().ifPresent(as -> parkedEnums.put(firstEnum(name), as));
      enums.remove(name);
      enumValues.remove(name);
    } else if (change instanceof Change.ColumnValuesRenamed renamed) {
      texts.put(first(renamed.column()), renamed.values());
    } else if (change instanceof Change.ColumnTypeChanged retyped) {
      ColumnName first = first(retyped.column());
      Name now = retyped.column().column();
      retyped
          .back()
          .map(back -> Expressions.withColumnRenamed(back, now, first.column()))
          .map(back -> withFirstType(back, retyped.from()))
          .ifPresent(back -> usings.put(first, back));
    }
  }

  /** What is in a table, or in a type, is in the one of the new name. */
  private static void move(Map<ColumnName, Name> names, QualifiedName from, QualifiedName to) {
    Map<ColumnName, Name> moved = new HashMap<>();
    names.forEach((name, old) ->
        moved.put(name.table().equals(from) ? new ColumnName(to, name.column()) : name, old));
    names.clear();
    names.putAll(moved);
  }

  private QualifiedName first(QualifiedName table) {
    return tables.getOrDefault(table, table);
  }

  private QualifiedName firstEnum(QualifiedName type) {
    return enums.getOrDefault(type, type);
  }

  /** A cast names its type, which has its first name again by then. */
  private String withFirstType(String back, ColumnType type) {
    String cast = "::" + type.sql();
    return back.endsWith(cast)
        ? back.substring(0, back.length() - cast.length()) + "::" + first(type).sql()
        : back;
  }

  private ColumnType first(ColumnType type) {
    Stream<ColumnType> byEnum = enums.entrySet().stream()
        .filter(entry -> type.holds(entry.getKey()))
        .map(entry -> type.withEnumRenamed(entry.getKey(), entry.getValue()));
    Stream<ColumnType> byObject = objects.entrySet().stream()
        .filter(entry -> type.declared()
            .contains(ObjectId.of(entry.getKey().kind(), entry.getKey().name())))
        .map(entry -> type.withNameChanged(entry.getKey().name(), entry.getValue()));
    return Stream.concat(byEnum, byObject).findFirst().orElse(type);
  }

  private Map<ColumnName, Name> oldAttributes() {
    Map<ColumnName, Name> olds = new HashMap<>();
    attributes.forEach((now, first) -> {
      QualifiedName type =
          objects.getOrDefault(new Renamed(ObjectKind.COMPOSITE_TYPE, now.table()), now.table());
      olds.put(new ColumnName(type, first), now.column());
    });
    return olds;
  }

  private ColumnName first(ColumnName name) {
    return new ColumnName(first(name.table()), columns.getOrDefault(name, name.column()));
  }

  /** What was the present name is the old one on the way back. */
  Hints hints() {
    Map<QualifiedName, QualifiedName> oldTables = new HashMap<>();
    tables.forEach((now, first) -> oldTables.put(first, now));
    Map<ColumnName, Name> oldColumns = new HashMap<>();
    columns.forEach((now, first) -> oldColumns.put(first(now), now.column()));
    Map<ObjectId, QualifiedName> oldObjects = new HashMap<>();
    objects.forEach((now, first) -> oldObjects.put(ObjectId.of(now.kind(), first), now.name()));
    Map<QualifiedName, QualifiedName> oldEnums = new HashMap<>();
    enums.forEach((now, first) -> oldEnums.put(first, now));
    Map<QualifiedName, Map<String, String>> oldValues = new HashMap<>();
    enumValues.forEach((type, values) -> {
      Map<String, String> old = oldValues.computeIfAbsent(firstEnum(type), t -> new HashMap<>());
      values.forEach((now, first) -> old.put(first, now));
    });
    return new Hints(
        oldTables,
        oldColumns,
        parkedTables,
        parkedColumns,
        parkedEnums,
        Map.of(),
        usings,
        partitions.hints(oldObjects, oldAttributes(), this::first),
        new EnumHints(oldEnums, oldValues, texts),
        true);
  }
}
