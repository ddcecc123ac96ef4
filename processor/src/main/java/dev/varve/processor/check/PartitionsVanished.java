package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** A partition without an annotation was renamed, or is to go with its rows. */
final class PartitionsVanished implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.PartitionRemoved removed) {
        QualifiedName table = Targets.nameBefore(situation, removed.table());
        QualifiedName name = table.sibling(removed.partition().name());
        boolean said =
            situation.marks().drops().stream().anyMatch(d -> d.target().equals(name.toString()));
        if (!said) {
          findings.add(new Finding(
              Problem.PARTITION_VANISHED,
              Subject.table(removed.table()),
              situation
                  .to()
                  .table(removed.table())
                  .map(now -> now.type())
                  .orElse(removed.table().toString()),
              "the partition "
                  + name
                  + " has no @Partition any more. If another one is that partition now, write"
                  + " renamedFrom = \""
                  + name.name()
                  + "\" in it; if it is to go with its rows, write @Dropped(\""
                  + name
                  + "\") on the record."));
        }
      }
    }
    return findings;
  }
}
