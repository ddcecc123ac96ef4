package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A table that survives a crash cannot reference one that does not. */
final class LoggedReferences implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : situation.to().tables()) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        boolean lost = situation
            .to()
            .table(key.target())
            .filter(target -> target.options().unlogged())
            .isPresent();
        if (lost && !table.options().unlogged()) {
          findings.add(new Finding(
              Problem.ANNOTATION_VALUE,
              Subject.part(table.name(), key.name()),
              table.type(),
              "the table "
                  + key.target()
                  + " is unlogged, and only unlogged tables can reference it. Make "
                  + table.name()
                  + " @Unlogged, too, or remove that annotation from "
                  + key.target()
                  + "."));
        }
      }
    }
    return findings;
  }
}
