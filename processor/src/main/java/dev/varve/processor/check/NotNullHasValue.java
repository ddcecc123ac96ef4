package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A column that begins to refuse NULL needs a value for the rows that are there. */
final class NotNullHasValue implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.ColumnAdded added
          && !added.column().nullable()
          && added.column().defaultValue() instanceof Default.None) {
        ColumnName column = new ColumnName(added.table(), added.column().name());
        // A renaming that failed is reported as that.
        if (!situation.marks().renamedColumns().containsKey(column)) {
          findings.add(finding(situation, column, "is new"));
        }
      } else if (change instanceof Change.ColumnNullabilityChanged changed
          && !changed.nullable()
          && changed.backfill().isEmpty()
          && !isGenerated(situation, changed.column())) {
        findings.add(finding(situation, changed.column(), "took NULL until now"));
      }
    }
    return findings;
  }

  /** Nobody can give it a value; the migration stops if a row has none. */
  private static boolean isGenerated(Situation situation, ColumnName column) {
    return situation.to().column(column).filter(Column::isGenerated).isPresent();
  }

  private static Finding finding(Situation situation, ColumnName column, String why) {
    String type = situation
        .to()
        .table(column.table())
        .map(Table::type)
        .orElse(column.table().toString());
    return new Finding(
        Problem.NOT_NULL_WITHOUT_VALUE,
        Subject.column(column),
        type,
        "the column "
            + column
            + " refuses NULL and "
            + why
            + ", so the rows that are there have no value for it. Give it @Default(\"…\"), give"
            + " those rows one with @Backfill(\"…\"), or declare the component as an Optional.");
  }
}
