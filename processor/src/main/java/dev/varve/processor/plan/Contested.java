package dev.varve.processor.plan;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that one thing gives up and another takes: two columns exchange theirs, a new table gets
 * that of a renamed one. A look at the catalogue does not tell the state before from the one after.
 */
final class Contested {
  private final Set<QualifiedName> tables = new HashSet<>();
  private final Set<ObjectId> objects = new HashSet<>();
  private final Set<ColumnName> columns = new HashSet<>();
  private final Set<QualifiedName> enums = new HashSet<>();
  private final Set<String> values = new HashSet<>();

  /**
   * The actions, those up to the last contested one put together. Renames come first of all, and
   * before them only what must make room.
   */
  List<Action> once(List<Action> actions, Schema to, Mark mark) {
    int end = 0;
    for (int i = 0; i < actions.size(); i++) {
      if (isContested(actions.get(i), to)) {
        end = i + 1;
      }
    }
    if (end == 0) {
      return actions;
    }
    List<Action> result = new ArrayList<>();
    result.add(new Action.Once(mark, actions.subList(0, end)));
    result.addAll(actions.subList(end, actions.size()));
    return result;
  }

  private boolean isContested(Action action, Schema to) {
    if (action instanceof Action.RenameTable rename) {
      tables.add(rename.from());
      return tables.contains(rename.to()) || isTaken(rename.from(), to);
    } else if (action instanceof Action.DropTable drop) {
      tables.add(drop.table().name());
      return isTaken(drop.table().name(), to);
    } else if (action instanceof Action.RenamePartition rename) {
      tables.add(rename.table().sibling(rename.from()));
      return tables.contains(rename.table().sibling(rename.to()))
          || isTaken(rename.table().sibling(rename.from()), to);
    } else if (action instanceof Action.DropPartition drop) {
      QualifiedName name = drop.table().name().sibling(drop.partition().name());
      tables.add(name);
      return isTaken(name, to);
    } else if (action instanceof Action.ParkPartition park) {
      tables.add(park.table().name().sibling(park.partition().name()));
    } else if (action instanceof Action.ParkTable park) {
      tables.add(park.table().name());
      return isTaken(park.table().name(), to);
    } else if (action instanceof Action.RenameObject rename) {
      objects.add(rename.object().id());
      return to.object(rename.object().id()).isPresent()
          || objects.stream()
              .anyMatch(id -> id.kind() == rename.object().id().kind()
                  && id.name().equals(rename.to().quoted()));
    } else if (action instanceof Action.RenameColumn rename) {
      columns.add(new ColumnName(rename.table(), rename.from()));
      return columns.contains(new ColumnName(rename.table(), rename.to()))
          || to.column(new ColumnName(rename.table(), rename.from())).isPresent();
    } else if (action instanceof Action.DropColumn drop) {
      ColumnName name = new ColumnName(drop.table(), drop.column().name());
      columns.add(name);
      return to.column(name).isPresent();
    } else if (action instanceof Action.ParkColumn park) {
      columns.add(new ColumnName(park.table(), park.column().name()));
    } else if (action instanceof Action.RenameEnum rename) {
      enums.add(rename.from());
      return enums.contains(rename.to()) || to.enumType(rename.from()).isPresent();
    } else if (action instanceof Action.RenameEnumValue rename) {
      values.add(rename.type() + "." + rename.from());
      return values.contains(rename.type() + "." + rename.to())
          || to.enumType(rename.type())
              .filter(type -> type.values().contains(rename.from()))
              .isPresent();
    } else if (action instanceof Action.RenameAttribute rename) {
      columns.add(new ColumnName(rename.type(), rename.from()));
      return columns.contains(new ColumnName(rename.type(), rename.to()))
          || isAttribute(rename.type(), rename.from(), to);
    } else if (action instanceof Action.ChangeObject change
        && change.from() instanceof CompositeType old
        && change.to() instanceof CompositeType now) {
      List<Name> gone = old.attributes().stream()
          .map(CompositeType.Attribute::name)
          .filter(name -> now.attribute(name).isEmpty())
          .toList();
      gone.forEach(name -> columns.add(new ColumnName(now.name(), name)));
      return gone.stream().anyMatch(name -> isAttribute(now.name(), name, to));
    } else if (action instanceof Action.RenameConstraint rename) {
      return to.table(rename.table()).flatMap(t -> t.constraint(rename.from())).isPresent();
    } else if (action instanceof Action.RenameIndex rename) {
      return isTaken(rename.table().sibling(rename.from()), to);
    }
    return false;
  }

  private static boolean isAttribute(QualifiedName type, Name attribute, Schema schema) {
    return schema.named(ObjectKind.COMPOSITE_TYPE, type).orElse(null)
            instanceof CompositeType composite
        && composite.attribute(attribute).isPresent();
  }

  /** Tables, views, indexes and keys share one space of names. */
  private static boolean isTaken(QualifiedName name, Schema schema) {
    return schema.tables().stream()
            .filter(table -> table.name().schema().equals(name.schema()))
            .anyMatch(table -> table.name().equals(name)
                || table.partition(name.name()).isPresent()
                || table.index(name.name()).isPresent()
                || table.constraint(name.name()).isPresent())
        || schema.named(ObjectKind.VIEW, name).isPresent()
        || schema.named(ObjectKind.MATERIALIZED_VIEW, name).isPresent();
  }
}
