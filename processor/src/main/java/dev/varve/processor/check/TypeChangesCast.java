package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Casts;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.ColumnType;
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
                + cast(changed).replace("\"", "\\\"")
                + "\") or another expression."));
      }
    }
    return findings;
  }

  /** A cast to varchar(n) would cut longer values, which the name left() at least says. */
  private static String cast(Change.ColumnTypeChanged changed) {
    String column = changed.column().column().quoted();
    boolean text =
        changed.from() == ColumnType.Scalar.TEXT || changed.from() instanceof ColumnType.Varchar;
    return text && changed.to() instanceof ColumnType.Varchar varchar
        ? "left(" + column + ", " + varchar.length() + ")"
        : column + "::" + changed.to().sql();
  }
}
