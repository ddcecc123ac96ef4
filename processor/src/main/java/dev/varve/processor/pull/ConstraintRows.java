package dev.varve.processor.pull;

import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Timing;
import java.util.List;
import java.util.Optional;

/** Rows about constraints to the model's. */
final class ConstraintRows {
  private ConstraintRows() {}

  static Optional<Constraint> constraint(Row row, Things things) {
    Name name = new Name(row.text("name"));
    if (!row.is("is_plain")) {
      return Optional.empty();
    }
    List<Name> columns = row.names("columns");
    List<Name> include = row.names("include");
    Timing timing = Timing.valueOf(row.text("timing"));
    return switch (row.text("kind")) {
      case "p" ->
        Optional.of(new Constraint.PrimaryKey(name, columns, include, row.is("period"), timing));
      case "u" ->
        Optional.of(new Constraint.Unique(
            name, columns, include, row.is("nulls_not_distinct"), row.is("period"), timing));
      case "c" ->
        Optional.of(new Constraint.Check(
            name,
            Pretty.condition(row.text("short_expression")),
            row.is("no_inherit"),
            row.is("enforced")));
      case "x" -> exclusion(name, row);
      case "f" ->
        // A partition of a record's table has no name there: only SQL says a key to it alone.
        things
            .exact("pg_class:" + row.text("target"))
            .filter(target -> target.kind() == Thing.Kind.TABLE)
            .map(target -> new Constraint.ForeignKey(
                name,
                columns,
                target.name(),
                row.names("target_columns"),
                action(row, "on_delete"),
                action(row, "on_update"),
                new Constraint.ForeignKey.Traits(
                    row.names("on_delete_columns"),
                    row.is("match_full"),
                    timing,
                    row.is("enforced"),
                    row.is("period"))));
      default -> Optional.empty();
    };
  }

  private static Optional<Constraint> exclusion(Name name, Row row) {
    try {
      return Optional.of(Constraint.Exclusion.parse(name, row.text("definition")));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static Constraint.Action action(Row row, String column) {
    return Constraint.Action.valueOf(row.text(column).replace(' ', '_'));
  }
}
