package dev.varve.processor.check;

import dev.varve.processor.read.ExpressionFaults;
import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that make values of old rows name columns that are there when they run: those of
 * the table as it becomes, by their new names.
 */
final class ExpressionsKnown implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.ColumnNullabilityChanged filled) {
        fault(
                situation,
                "Backfill",
                filled.column(),
                situation.marks().backfills().get(filled.column()))
            .ifPresent(findings::add);
      } else if (change instanceof Change.ColumnTypeChanged changed) {
        fault(
                situation,
                "Using",
                changed.column(),
                situation.marks().usings().get(changed.column()))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> fault(
      Situation situation, String mark, ColumnName column, @Nullable String sql) {
    if (sql == null) {
      return Optional.empty();
    }
    List<Name> known =
        situation.to().table(column.table()).map(Table::columns).orElse(List.of()).stream()
            .map(Column::name)
            .toList();
    return ExpressionFaults.of(sql, column.table(), known)
        .map(fault -> new Finding(
            fault.problem(),
            Subject.mark(mark, column.toString()),
            column.toString(),
            fault.text()));
  }
}
