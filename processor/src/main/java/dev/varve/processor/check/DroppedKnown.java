package dev.varve.processor.check;

import dev.varve.processor.read.Marks;
import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import java.util.ArrayList;
import java.util.List;

/** What is dropped was there, and the model has it no more. */
final class DroppedKnown implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Marks.Drop drop : situation.marks().drops()) {
      String target = drop.target();
      Subject subject = Subject.mark("Dropped", target);
      if (Targets.isIn(situation.to(), target)) {
        findings.add(new Finding(
            Problem.DROPPED_PRESENT,
            subject,
            target,
            "\""
                + target
                + "\" is to go, but a record still describes it. Remove the component, constant"
                + " or record, or remove @Dropped."));
      } else if (!Targets.isIn(situation.from(), target)
          && !Targets.wasRemoved(situation.past(), target)) {
        findings.add(new Finding(
            Problem.DROPPED_UNKNOWN,
            subject,
            target,
            "there never was \""
                + target
                + "\". Write table or table.column as the database names them, or remove"
                + " @Dropped."));
      }
    }
    return findings;
  }
}
