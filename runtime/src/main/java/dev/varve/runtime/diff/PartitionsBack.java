package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What partitions were called before the first change, and where those are that went. */
final class PartitionsBack {
  /** The first name by the present one and the present table. */
  private final Map<ColumnName, Name> names = new HashMap<>();

  /** Where they are parked, by the first name and the present table. */
  private final Map<ColumnName, Name> parked = new HashMap<>();

  void follow(Change change) {
    if (change instanceof Change.TableRenamed renamed) {
      move(names, renamed);
      move(parked, renamed);
    } else if (change instanceof Change.PartitionRenamed renamed) {
      Name first = names.remove(new ColumnName(renamed.table(), renamed.from()));
      names.put(
          new ColumnName(renamed.table(), renamed.to()), first == null ? renamed.from() : first);
    } else if (change instanceof Change.PartitionRemoved removed) {
      Name now = removed.partition().name();
      Name first = names.remove(new ColumnName(removed.table(), now));
      removed
          .parkedAs()
          .ifPresent(
              as -> parked.put(new ColumnName(removed.table(), first == null ? now : first), as));
    }
  }

  private static void move(Map<ColumnName, Name> map, Change.TableRenamed renamed) {
    Map<ColumnName, Name> moved = new HashMap<>();
    map.forEach((name, value) -> moved.put(
        name.table().equals(renamed.from()) ? new ColumnName(renamed.to(), name.column()) : name,
        value));
    map.clear();
    map.putAll(moved);
  }

  /**
   * The hints of the way back.
   *
   * @param attributes those of composite types
   * @param first the first name of each table
   */
  ObjectHints hints(
      Map<ObjectId, QualifiedName> objects,
      Map<ColumnName, Name> attributes,
      UnaryOperator<QualifiedName> first) {
    Map<ObjectId, QualifiedName> renamed = new HashMap<>(objects);
    names.forEach((now, old) -> renamed.put(
        PartitionDiff.id(first.apply(now.table()), old), now.table().sibling(now.column())));
    Map<ObjectId, Name> back = new HashMap<>();
    parked.forEach(
        (old, as) -> back.put(PartitionDiff.id(first.apply(old.table()), old.column()), as));
    return new ObjectHints(renamed, back, attributes);
  }
}
