package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Casts;
import dev.varve.runtime.diff.Change;
import java.util.ArrayList;
import java.util.List;

/** Another type keeps every value as it is, or the user says what becomes of it. */
final class TypeChangesCast implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.ColumnTypeChanged changed
          && changed.using().isEmpty()
          && !Casts.isLossless(changed.from(), changed.to())) {
        findings.add(new Finding(
            Problem.TYPE_CHANGE,
            Subject.column(changed.column()),
            changed.column().toString(),
            "the column "
                + changed.column()
                + " becomes "
                + changed.to().sql()
                + ", and not every "
                + changed.from().sql()
                + " is one. Say what becomes of the values: @Using(\""
                + changed.column().column().quoted()
                + "::"
                + changed.to().sql()
                + "\") or another expression."));
      }
    }
    return findings;
  }
}
