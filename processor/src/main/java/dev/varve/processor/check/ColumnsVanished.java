package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A column without a component was renamed, or is to go: only the user knows. */
final class ColumnsVanished implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.ColumnRemoved removed && !isMadeAgain(removed, situation)) {
        ColumnName column = new ColumnName(
            Targets.nameBefore(situation, removed.table()), removed.column().name());
        boolean said =
            situation.marks().drops().stream().anyMatch(d -> d.target().equals(column.toString()));
        if (!said) {
          String type =
              situation.to().table(removed.table()).map(Table::type).orElse(column.toString());
          findings.add(
              isThere(removed, situation)
                  ? computed(removed, type, column)
                  : new Finding(
                      Problem.COLUMN_VANISHED,
                      Subject.table(removed.table()),
                      type,
                      "the column "
                          + column
                          + " has no component any more. If another component is that column now, write"
                          + " @RenamedFrom(\""
                          + column.column()
                          + "\") on it; if the column is to go, write @Dropped(\""
                          + column
                          + "\") on the record."));
        }
      }
    }
    return findings;
  }

  /** What is computed anew loses nothing. */
  private static boolean isMadeAgain(Change.ColumnRemoved removed, Situation situation) {
    return removed.column().isGenerated() && isThere(removed, situation);
  }

  private static boolean isThere(Change.ColumnRemoved removed, Situation situation) {
    return situation.changes().stream()
        .anyMatch(change -> change instanceof Change.ColumnAdded added
            && added.table().equals(removed.table())
            && added.column().name().equals(removed.column().name()));
  }

  private static Finding computed(Change.ColumnRemoved removed, String type, ColumnName column) {
    return new Finding(
        Problem.COLUMN_VANISHED,
        Subject.column(new ColumnName(removed.table(), removed.column().name())),
        type,
        "the column "
            + column
            + " is to be computed, and PostgreSQL computes only new columns: the values that are"
            + " there go. Park them with @Dropped(\""
            + column
            + "\") on the record, or give the computed column another name.");
  }
}
