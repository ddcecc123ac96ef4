package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Rules that are not enforced, and keys over time, are new in PostgreSQL 18. */
final class ServerKnowsKeys implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : situation.to().tables()) {
      for (Constraint constraint : table.constraints()) {
        Subject subject = Subject.part(table.name(), constraint.name());
        if (!constraint.enforced()) {
          situation
              .server()
              .needs(18, "enforced = false", subject, table.type())
              .ifPresent(findings::add);
        }
        temporal(constraint)
            .forEach(feature -> situation
                .server()
                .needs(18, feature, subject, table.type())
                .ifPresent(findings::add));
      }
    }
    return findings;
  }

  private static List<String> temporal(Constraint constraint) {
    boolean withoutOverlaps =
        (constraint instanceof Constraint.PrimaryKey key && key.withoutOverlaps())
            || (constraint instanceof Constraint.Unique unique && unique.withoutOverlaps());
    if (withoutOverlaps) {
      return List.of("withoutOverlaps = true");
    }
    return constraint instanceof Constraint.ForeignKey key && key.traits().period()
        ? List.of("period = true")
        : List.of();
  }
}
