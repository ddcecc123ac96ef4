package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** A table without a record was renamed, or is to go: only the user knows. */
final class TablesVanished implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      // One that is divided in another way is another rule's.
      if (change instanceof Change.TableRemoved removed && !isReplaced(situation, removed)) {
        QualifiedName table = removed.table().name();
        boolean said =
            situation.marks().drops().stream().anyMatch(d -> d.target().equals(table.toString()));
        if (!said) {
          findings.add(new Finding(
              Problem.TABLE_VANISHED,
              Subject.table(table),
              removed.table().type(),
              "the table "
                  + table
                  + " has no record any more. If another record describes it now, write"
                  + " @RenamedFrom(\""
                  + table
                  + "\") on that one; if the table is to go, write @Dropped(\""
                  + table
                  + "\") on any other table or on a package-info."));
        }
      }
    }
    return findings;
  }

  private static boolean isReplaced(Situation situation, Change.TableRemoved removed) {
    return situation.changes().stream()
        .anyMatch(change -> change instanceof Change.TableAdded added
            && added.table().name().equals(removed.table().name())
            && added.table().partitioning().isPresent()
                != removed.table().partitioning().isPresent()
            && situation.to().table(added.table().name()).isPresent());
  }
}
