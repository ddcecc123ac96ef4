package dev.varve.processor.check;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a {@code @Dropped} may name: a table, a column of one, an attribute of a type or a value of an enum. */
final class Targets {
  private Targets() {}

  static boolean isIn(Schema schema, String target) {
    return schema.tables().stream()
            .anyMatch(table -> table.name().toString().equals(target)
                || table.partitions().stream()
                    .anyMatch(p -> table.name().sibling(p.name()).toString().equals(target))
                || table.columns().stream()
                    .anyMatch(c -> (table.name() + "." + c.name()).equals(target)))
        || schema.objects().stream()
            .anyMatch(object -> object instanceof CompositeType type
                && type.attributes().stream()
                    .anyMatch(a -> (type.name() + "." + a.name()).equals(target)))
        || schema.enums().stream()
            .anyMatch(type ->
                type.values().stream().anyMatch(v -> (type.name() + "." + v).equals(target)));
  }

  /** Whether a rename gives the name to something else. */
  static boolean takes(Change change, String target) {
    return (change instanceof Change.TableRenamed table && table.to().toString().equals(target))
        || (change instanceof Change.ColumnRenamed column
            && (column.table() + "." + column.to()).equals(target))
        || (change instanceof Change.PartitionRenamed partition
            && partition.table().sibling(partition.to()).toString().equals(target))
        || (change instanceof Change.EnumValueRenamed value
            && (value.type() + "." + value.to()).equals(target))
        || (change instanceof Change.AttributeRenamed attribute
            && (attribute.type() + "." + attribute.to()).equals(target));
  }

  /** Whether a value of an enum gives up its name, to go under another one. */
  static boolean vacates(Change change, String target) {
    return change instanceof Change.EnumValueRenamed value
        && (value.type() + "." + value.from()).equals(target);
  }

  /** The name of a table before the changes, which is the one that users know. */
  static QualifiedName nameBefore(Situation situation, QualifiedName table) {
    for (Change change : situation.changes()) {
      if (change instanceof Change.ObjectRenamed renamed
          && renamed.kind().isType()
          && renamed.to().equals(table)) {
        return renamed.from();
      }
      if (change instanceof Change.TableRenamed renamed && renamed.to().equals(table)) {
        return renamed.from();
      }
    }
    return table;
  }

  /**
   * A value of an enum as users know it: by the name of the enum before the changes, and its own
   * before it made room for another one.
   */
  static String valueBefore(Situation situation, Change.EnumValueRemoved removed) {
    String value = removed.value();
    for (Change change : situation.changes()) {
      if (change instanceof Change.EnumValueRenamed renamed
          && renamed.type().equals(removed.type())
          && renamed.to().equals(removed.value())) {
        value = renamed.from();
      }
    }
    return enumBefore(situation, removed.type()) + "." + value;
  }

  /** The name of an enum before the changes. */
  static QualifiedName enumBefore(Situation situation, QualifiedName type) {
    for (Change change : situation.changes()) {
      if (change instanceof Change.EnumRenamed renamed && renamed.to().equals(type)) {
        return renamed.from();
      }
    }
    return type;
  }

  /**
   * Whether the history took it away, or took away the table that had it. A table may have been
   * renamed by the same migration.
   */
  static boolean wasRemoved(List<Change> past, String target) {
    Map<QualifiedName, QualifiedName> before = new HashMap<>();
    Map<QualifiedName, QualifiedName> enums = new HashMap<>();
    Map<String, String> values = new HashMap<>();
    Map<String, Name> attributes = new HashMap<>();
    for (Change change : past) {
      if (change instanceof Change.TableRenamed renamed) {
        before.put(renamed.to(), renamed.from());
      } else if (change instanceof Change.ObjectRenamed renamed
          && renamed.kind().isType()) {
        before.put(renamed.to(), renamed.from());
      } else if (change instanceof Change.EnumRenamed renamed) {
        enums.put(renamed.to(), renamed.from());
      } else if (change instanceof Change.EnumValueRenamed renamed) {
        values.put(renamed.type() + "." + renamed.to(), renamed.from());
      } else if (change instanceof Change.AttributeRenamed renamed) {
        attributes.put(renamed.type() + "." + renamed.to(), renamed.from());
      }
      boolean removed = (change instanceof Change.TableRemoved table
              && (target + ".").startsWith(table.table().name() + "."))
          || (change instanceof Change.PartitionRemoved partition
              && Stream.of(
                      partition.table(), before.getOrDefault(partition.table(), partition.table()))
                  .anyMatch(name ->
                      target.equals(name.sibling(partition.partition().name()).toString())))
          || (change instanceof Change.ColumnRemoved column
              && Stream.of(column.table(), before.getOrDefault(column.table(), column.table()))
                  .anyMatch(name -> target.equals(name + "." + column.column().name())))
          || (change instanceof Change.EnumValueRemoved value
              && Stream.of(value.type(), enums.getOrDefault(value.type(), value.type()))
                  .anyMatch(type -> target.equals(type + "."
                      + values.getOrDefault(value.type() + "." + value.value(), value.value()))))
          || (change instanceof Change.ObjectChanged changed
              && changed.from() instanceof CompositeType from
              && changed.to() instanceof CompositeType to
              && from.attributes().stream()
                  .map(CompositeType.Attribute::name)
                  .filter(name -> to.attribute(name).isEmpty())
                  .map(name -> attributes.getOrDefault(from.name() + "." + name, name))
                  .flatMap(name -> Stream.of(
                      from.name() + "." + name,
                      before.getOrDefault(from.name(), from.name()) + "." + name))
                  .anyMatch(target::equals));
      if (removed) {
        return true;
      }
    }
    return false;
  }
}
