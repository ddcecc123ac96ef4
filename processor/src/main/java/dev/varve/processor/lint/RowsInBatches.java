package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A change of all rows of a table is made some rows at a time. */
final class RowsInBatches implements Rule {
  @Override
  public List<Fault> check(Reading reading) {
    List<Fault> faults = new ArrayList<>();
    Set<QualifiedName> made = reading.newTables();
    for (Command command : reading.commands()) {
      Phrase phrase = command.phrase();
      if (!command.statement().repeat() && phrase.take("update")) {
        phrase.take("only");
        Optional<QualifiedName> table = phrase.name();
        if (!phrase.hasOutside("where") && table.filter(made::contains).isEmpty()) {
          faults.add(new Fault(
              Problem.SCRIPT_ROWS_AT_ONCE,
              command,
              "every row of " + table.map(QualifiedName::toString).orElse("the table")
                  + " is locked until the step ends, and rows that are right already are written"
                  + " again. Say in WHERE which rows need it; of a large table take some at a time, with"
                  + " \"-- varve:repeat\" in a step outside a transaction."));
        }
      }
    }
    return faults;
  }
}
