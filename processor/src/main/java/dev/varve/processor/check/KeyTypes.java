package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;

/** Text makes large, slow keys that change; a project may also want uuid everywhere. */
final class KeyTypes implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : situation.to().tables()) {
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Constraint.PrimaryKey
            || constraint instanceof Constraint.ForeignKey) {
          for (Name column : constraint.columns()) {
            check(situation, table, table.column(column).orElseThrow(), findings);
          }
        }
      }
    }
    return findings;
  }

  private static void check(
      Situation situation, Table table, Column column, List<Finding> findings) {
    ColumnName name = new ColumnName(table.name(), column.name());
    if (situation.uuidKeys() && column.type() != ColumnType.Scalar.UUID) {
      findings.add(new Finding(
          Problem.KEY_TYPE,
          Diagnostic.Kind.ERROR,
          Subject.column(name),
          table.type(),
          "the key "
              + name
              + " is "
              + column.type().sql()
              + ", and -Avarve.keys=uuid wants every key to be a uuid. Make it a"
              + " java.util.UUID."));
    } else if (column.type() == ColumnType.Scalar.TEXT
        || column.type() instanceof ColumnType.Varchar) {
      findings.add(new Finding(
          Problem.KEY_TYPE,
          Subject.column(name),
          table.type(),
          "the key "
              + name
              + " is text, which makes its indexes and all references to it large. Prefer a"
              + " java.util.UUID or a long, and keep the text in a unique column."));
    }
  }
}
