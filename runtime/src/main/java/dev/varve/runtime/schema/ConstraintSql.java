package dev.varve.runtime.schema;

import java.util.List;
import java.util.stream.Collectors;

/** What stands behind a constraint's name. */
final class ConstraintSql implements Constraint.Visitor<String> {
  @Override
  public String primaryKey(Constraint.PrimaryKey key) {
    return "PRIMARY KEY "
        + keys(key.columns(), key.withoutOverlaps() ? " WITHOUT OVERLAPS" : "")
        + Names.include(key.include())
        + key.timing().sql();
  }

  @Override
  public String unique(Constraint.Unique unique) {
    return "UNIQUE "
        + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
        + keys(unique.columns(), unique.withoutOverlaps() ? " WITHOUT OVERLAPS" : "")
        + Names.include(unique.include())
        + unique.timing().sql();
  }

  private static String keys(List<Name> columns, String end) {
    String list = Names.sql(columns);
    return list.substring(0, list.length() - 1) + end + ")";
  }

  @Override
  public String check(Constraint.Check check) {
    return "CHECK ("
        + check.expression()
        + ")"
        + (check.noInherit() ? " NO INHERIT" : "")
        + (check.enforced() ? "" : " NOT ENFORCED");
  }

  @Override
  public String exclusion(Constraint.Exclusion exclusion) {
    return "EXCLUDE USING "
        + exclusion.method().quoted()
        + exclusion.elements().stream()
            .map(Constraint.Exclusion.Element::sql)
            .collect(Collectors.joining(", ", " (", ")"))
        + Names.include(exclusion.include())
        + exclusion.where().map(predicate -> " WHERE (" + predicate + ")").orElse("")
        + exclusion.timing().sql();
  }

  @Override
  public String foreignKey(Constraint.ForeignKey key) {
    return "FOREIGN KEY " + list(key.columns(), key.traits().period()) + " " + references(key);
  }

  static String references(Constraint.ForeignKey key) {
    return "REFERENCES "
        + key.target().quoted()
        + " "
        + list(key.targetColumns(), key.traits().period())
        + (key.traits().matchFull() ? " MATCH FULL" : "")
        + action("DELETE", key.onDelete(), key.traits().onDeleteColumns())
        + action("UPDATE", key.onUpdate(), List.of())
        + key.timing().sql()
        + (key.enforced() ? "" : " NOT ENFORCED");
  }

  private static String list(List<Name> columns, boolean period) {
    if (!period) {
      return Names.sql(columns);
    }
    List<Name> first = columns.subList(0, columns.size() - 1);
    return first.stream().map(Name::quoted).collect(Collectors.joining(", ", "(", ", PERIOD "))
        + columns.get(columns.size() - 1).quoted()
        + ")";
  }

  private static String action(String event, Constraint.Action action, List<Name> columns) {
    return action == Constraint.Action.NO_ACTION
        ? ""
        : " ON " + event + " " + action.sql() + (columns.isEmpty() ? "" : " " + Names.sql(columns));
  }
}
