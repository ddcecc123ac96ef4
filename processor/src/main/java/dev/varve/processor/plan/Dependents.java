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
   * The actions, with room made for those that drop views: views that this migration makes on others
   * that it drops and makes again are there already when it runs a second time, and stand in the way.
   */
  static List<Action> madeRoom(List<Action> actions, Schema from, Schema to) {
    Set<ObjectId> going = new HashSet<>();
    for (Action action : actions) {
      if (action instanceof Action.DropObject drop && isView(drop.object())) {
        going.add(drop.object().id());
      }
    }
    List<Action> result = new ArrayList<>();
    for (Action action : actions) {
      if (action instanceof Action.DropObject drop && isView(drop.object())) {
        result.addAll(restingOn(drop.object().id(), from, to, going));
      }
      result.add(action);
    }
    return result;
  }

  /** Not before it must be: views that go anyway, and rest on these by then, may go in between. */
  private static List<Action> restingOn(
      ObjectId dropped, Schema from, Schema to, Set<ObjectId> going) {
    List<Action> drops = new ArrayList<>();
    for (SchemaObject object : to.objects()) {
      if (isView(object)
          && from.object(object.id()).isEmpty()
          && object.requires().contains(dropped)
          && going.add(object.id())) {
        drops.addAll(restingOn(object.id(), from, to, going));
        drops.add(new Action.DropObject(object, true));
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
