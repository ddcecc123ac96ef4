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
    Set<ObjectId> moving = new HashSet<>();
    int first = -1;
    for (Action action : actions) {
      if (action instanceof Action.DropObject drop && isView(drop.object())) {
        moving.add(drop.object().id());
        first = first < 0 ? actions.indexOf(action) : first;
      }
    }
    List<Action> drops = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (SchemaObject object : to.objects()) {
        if (isView(object)
            && from.object(object.id()).isEmpty()
            && !moving.contains(object.id())
            && object.requires().stream().anyMatch(moving::contains)) {
          // What rests on the others is found after them, and goes before.
          drops.add(0, new Action.DropObject(object, true));
          more |= moving.add(object.id());
        }
      }
    }
    if (drops.isEmpty()) {
      return actions;
    }
    List<Action> result = new ArrayList<>(actions);
    result.addAll(first, drops);
    return result;
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
          if (Planner.uses(column.type(), remove.from().name())) {
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
