package dev.varve.processor.ddl;

import dev.varve.processor.plan.Plan;
import dev.varve.processor.plan.Step;
import java.util.List;

/** The text of a whole migration file. */
public final class Script {
  private static final String CHECK =
      "Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.";

  private Script() {}

  /**
   * A header of comment lines, then the plan step by step.
   *
   * <p>Step marks are left out where the whole file is one transaction: that is what a file without
   * them means.
   */
  public static String write(List<String> header, Plan plan, Labels labels) {
    StringBuilder out = new StringBuilder();
    header.forEach(line ->
        out.append(line.isEmpty() ? "--" : "-- " + Paragraph.oneLine(line)).append('\n'));
    boolean marked = plan.steps().size() > 1
        || plan.steps().stream().anyMatch(step -> step.mode() == Step.Mode.OUTSIDE);
    for (Step step : plan.steps()) {
      if (marked) {
        out.append("\n-- varve:step ")
            .append(step.mode() == Step.Mode.TRANSACTION ? "transaction" : "outside transaction")
            .append('\n');
      }
      DdlWriter writer = new DdlWriter(labels, step.mode());
      step.actions()
          .forEach(action -> out.append('\n').append(action.accept(writer).text()));
      ShapeCheck.of(step.actions())
          .map(check -> Paragraph.of(CHECK, check))
          .ifPresent(paragraph -> out.append('\n').append(paragraph.text()));
    }
    return out.toString();
  }
}
