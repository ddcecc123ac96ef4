package dev.varve.processor.plan;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.MaterializedView;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Views of others, which PostgreSQL would not let us drop or change what is beneath. */
final class Dependents {
  private Dependents() {}

  /** The actions, with a look for such views before the first that they would stop. */
  static List<Action> refused(List<Action> actions, Schema from, Schema to) {
    List<QualifiedName> relations = new ArrayList<>();
    List<ColumnName> columns = new ArrayList<>();
    int first = actions.size();
    for (int i = 0; i < actions.size(); i++) {
      int before = relations.size() + columns.size();
      collect(actions.get(i), relations, columns);
      if (relations.size() + columns.size() > before) {
        first = Math.min(first, i);
      }
    }
    if (first == actions.size()) {
      return actions;
    }
    List<QualifiedName> known = Stream.concat(from.objects().stream(), to.objects().stream())
        .filter(Dependents::isView)
        .map(object -> ((Renameable) object).name())
        .sorted()
        .distinct()
        .toList();
    List<Action> result = new ArrayList<>(actions);
    result.add(first, new Action.RefuseDependents(relations, columns, known));
    return result;
  }

  /**
   * The actions, with room made for those that drop views: views that this migration makes, or makes
   * again, on others that it drops and makes again read them already when it runs a second time, and
   * stand in the way.
   */
  static List<Action> madeRoom(List<Action> actions, Schema from, Schema to) {
    Set<ObjectId> going = new HashSet<>();
    actions.stream()
        .flatMap(action ->
            action instanceof Action.Once once ? once.actions().stream() : Stream.of(action))
        .filter(action -> action instanceof Action.DropObject drop && isView(drop.object()))
        .forEach(action -> going.add(((Action.DropObject) action).object().id()));
    List<Action> result = new ArrayList<>();
    Set<ObjectId> gone = new HashSet<>();
    for (Action action : actions) {
      if (action instanceof Action.DropObject drop && isView(drop.object())) {
        result.addAll(restingOn(drop.object(), from, to, going, gone));
        gone.add(drop.object().id());
      }
      result.add(action);
    }
    return result;
  }

  /**
   * Not before it must be: others may read views that go anyway when it runs first, and then these do
   * not rest on the dropped one.
   */
  private static List<Action> restingOn(
      SchemaObject dropped, Schema from, Schema to, Set<ObjectId> going, Set<ObjectId> gone) {
    List<Action> drops = new ArrayList<>();
    for (SchemaObject object : to.objects()) {
      if (!isView(object)
          || !object.requires().contains(dropped.id())
          || gone.contains(object.id())) {
        continue;
      }
      if (from.object(object.id()).isEmpty()) {
        gone.add(object.id());
        drops.addAll(restingOn(object, from, to, going, gone));
        drops.add(new Action.DropObject(object, true));
      } else if (going.contains(object.id())) {
        drops.addAll(restingOn(object, from, to, going, gone));
        drops.add(new Action.DropObject(object, true, Optional.of(((Renameable) dropped).name())));
      }
    }
    return drops;
  }

  private static void collect(
      Action action, List<QualifiedName> relations, List<ColumnName> columns) {
    if (action instanceof Action.DropObject drop && isView(drop.object())) {
      relations.add(((Renameable) drop.object()).name());
    } else if (action instanceof Action.ChangeType change) {
      columns.add(new ColumnName(change.table(), change.column().name()));
    } else if (action instanceof Action.RemoveEnumValues remove) {
      for (Table table : remove.users()) {
        for (Column column : table.columns()) {
          if (column.type().holds(remove.from().name())) {
            columns.add(new ColumnName(table.name(), column.name()));
          }
        }
      }
    }
  }

  private static boolean isView(SchemaObject object) {
    return object instanceof View || object instanceof MaterializedView;
  }
}
