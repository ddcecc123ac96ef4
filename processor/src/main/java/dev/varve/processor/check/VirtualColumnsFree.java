package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL has no key, no reference and no index on what is computed only when it is read. */
final class VirtualColumnsFree implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : situation.to().tables()) {
      for (Column column : table.columns()) {
        if (column.defaultValue() instanceof Default.Generated generated && !generated.stored()) {
          table.constraints().stream()
              .filter(c -> !(c instanceof Constraint.Check) && c.mentions(column.name()))
              .forEach(c -> findings.add(finding(table, column, c.name())));
          table.indexes().stream()
              .filter(index -> index.mentions(column.name()))
              .forEach(index -> findings.add(finding(table, column, index.name())));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Table table, Column column, Name part) {
    return new Finding(
        Problem.ANNOTATION_VALUE,
        Subject.part(table.name(), part),
        table.type(),
        "the column "
            + table.name()
            + "."
            + column.name()
            + " is virtual, and PostgreSQL has no key or index on such a column. Remove virtual ="
            + " true, or the key or index.");
  }
}
