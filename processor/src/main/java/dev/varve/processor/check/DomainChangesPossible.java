package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL gives no domain another type, and checks no values inside of arrays. */
final class DomainChangesPossible implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.ObjectChanged changed
          && changed.from() instanceof Domain from
          && changed.to() instanceof Domain to) {
        reason(situation, from, to)
            .ifPresent(reason -> findings.add(new Finding(
                Problem.TYPE_CHANGE,
                Subject.object(to.id()),
                to.source(),
                "the domain "
                    + to.name()
                    + reason
                    + " Give the new one another name, and say by @Using what becomes of the values"
                    + " of its columns.")));
      }
    }
    return findings;
  }

  private static Optional<String> reason(Situation situation, Domain from, Domain to) {
    if (!from.type().equals(to.type()) || !from.collation().equals(to.collation())) {
      return Optional.of(" is of type "
          + from.type().sql()
          + ", and PostgreSQL lets no domain change that or its collation.");
    }
    boolean checks = !from.checks().equals(to.checks()) || from.notNull() != to.notNull();
    return Stream.of(situation.to(), situation.from())
        .filter(schema -> checks)
        .flatMap(schema -> arrays(schema, to))
        .findFirst()
        .map(column -> " takes other values now, and PostgreSQL does not look into the arrays of "
            + column
            + " to check them.");
  }

  private static Stream<ColumnName> arrays(Schema schema, Domain domain) {
    return schema.tables().stream()
        .flatMap(table -> table.columns().stream()
            .filter(column -> column.type() instanceof ColumnType.ArrayOf array
                && array.element().declared().contains(domain.id()))
            .map(column -> new ColumnName(table.name(), column.name())));
  }
}
