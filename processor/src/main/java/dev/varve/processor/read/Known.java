package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables, views and routines of the model, by the names that annotations and SQL use. */
final class Known {
  private final Diagnostics diagnostics;
  private final Map<String, ObjectId> ids = new TreeMap<>();
  private final Map<ObjectId, Name> names = new TreeMap<>();

  Known(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** @param own its name without a schema and without arguments */
  void add(ObjectId id, Name own) {
    ids.put(id.name().replace(" ", ""), id);
    names.put(id, own);
  }

  boolean has(ObjectId id) {
    return names.containsKey(id);
  }

  /** What has that name; reported if nothing has. */
  Optional<ObjectId> find(String name, Origin origin) {
    Optional<ObjectId> id = Optional.ofNullable(ids.get(name.replace(" ", "")));
    if (id.isEmpty()) {
      diagnostics.report(
          Problem.OBJECT_UNKNOWN,
          origin,
          "the model has no table, view or routine \"" + name + "\". "
              + Suggestion.nearest(name, List.copyOf(ids.keySet()))
                  .map(near -> "Did you mean \"" + near + "\"?")
                  .orElse("Name one that it has, a routine with its arguments: f(integer)."));
    }
    return id;
  }

  /** The routines that an SQL text may call. */
  List<ObjectId> routines(String sql) {
    return mentioned(sql).stream().filter(id -> id.kind() == ObjectKind.ROUTINE).toList();
  }

  /** All that an SQL text may mean: too many do no harm. */
  List<ObjectId> mentioned(String sql) {
    return names.entrySet().stream()
        .filter(entry -> Expressions.contains(sql, entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
