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
      if (change instanceof Change.ColumnRemoved removed) {
        ColumnName column = new ColumnName(
            Targets.nameBefore(situation, removed.table()), removed.column().name());
        boolean said =
            situation.marks().drops().stream().anyMatch(d -> d.target().equals(column.toString()));
        if (!said) {
          String type =
              situation.to().table(removed.table()).map(Table::type).orElse(column.toString());
          findings.add(new Finding(
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
}
