package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.processor.plan.Locks;
import dev.varve.processor.plan.Plan;
import dev.varve.processor.plan.Step;
import dev.varve.runtime.schema.CarriageReturns;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.SequenceOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The text of a whole migration file. */
public final class Script {
  private static final String CHECK =
      "Check: IF NOT EXISTS sees names only. What was there before must be what this step makes."
          + " Locks no table.";

  private Script() {}

  /**
   * The marks that these scripts leave, for a database that is created at once: the way back from
   * them asks for their marks. Empty if they leave none.
   */
  public static String marks(List<String> scripts) {
    List<String> marks = scripts.stream()
        .flatMap(script -> OnceDdl.marks(script).stream())
        .distinct()
        .toList();
    return marks.isEmpty()
        ? ""
        : "\n"
            + new Paragraph(
                    "What migrations leave where names changed hands, for the way back.",
                    OnceDdl.leave(marks))
                .text();
  }

  /** The marks that a script leaves. */
  public static List<String> marks(String script) {
    return OnceDdl.marks(script);
  }

  /**
   * A header of comment lines, then the plan step by step.
   *
   * <p>Step marks are left out where the whole file is one transaction: that is what a file without
   * them means.
   */
  public static String write(List<String> header, Plan plan, Labels labels) {
    return write(header, plan, labels, step -> List.of());
  }

  /**
   * A way between forms of a soft migration, which a database may go more than once: what it parks
   * may have been parked before.
   *
   * @param gone the marks of the form that is left
   * @param come the marks of the form that is led to
   */
  public static String between(
      List<String> header, Plan plan, Labels labels, List<String> gone, List<String> come) {
    List<Paragraph> marks = new ArrayList<>();
    if (!gone.isEmpty()) {
      marks.add(new Paragraph("What the form that is left had marked.", OnceDdl.take(gone)));
    }
    if (!come.isEmpty()) {
      marks.add(new Paragraph("What the new form marks.", OnceDdl.leave(come)));
    }
    Optional<Step> first = plan.steps().stream()
        .filter(step -> step.mode() == Step.Mode.TRANSACTION)
        .findFirst();
    return write(
        header,
        plan,
        labels,
        step -> Stream.concat(
                ParkedAgain.of(step.actions()).stream(),
                Optional.of(step).equals(first) ? marks.stream() : Stream.of())
            .toList());
  }

  private static String write(
      List<String> header, Plan plan, Labels labels, Function<Step, List<Paragraph>> opening) {
    StringBuilder out = new StringBuilder();
    header.forEach(line ->
        out.append(line.isEmpty() ? "--" : "-- " + Paragraph.oneLine(line)).append('\n'));
    boolean marked = plan.steps().size() > 1
        || plan.steps().stream().anyMatch(step -> step.mode() == Step.Mode.OUTSIDE);
    Locks locks = new Locks(plan);
    for (Step step : plan.steps()) {
      if (marked) {
        out.append("\n-- varve:step ")
            .append(step.mode() == Step.Mode.TRANSACTION ? "transaction" : "outside transaction")
            .append('\n');
      }
      opening.apply(step).forEach(paragraph -> out.append('\n').append(paragraph.text()));
      DdlWriter writer = new DdlWriter(labels, step.mode());
      for (Action action : step.actions()) {
        Optional<String> words = locks.of(action, step.mode()).map(LockWords::line);
        out.append('\n').append(action.accept(writer).withLocks(words).text());
      }
      ShapeCheck.of(step.actions(), owned(plan))
          .map(check -> Paragraph.of(CHECK, check))
          .ifPresent(paragraph -> out.append('\n').append(paragraph.text()));
    }
    return CarriageReturns.escaped(out.toString());
  }

  /** The sequences that the script gives to columns, which are no parts of these all the same. */
  private static List<QualifiedName> owned(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.actions().stream())
        .flatMap(action -> action instanceof Action.CreateObject create
                && create.object() instanceof SequenceOwner owner
            ? Stream.of(owner.sequence())
            : Stream.<QualifiedName>empty())
        .toList();
  }
}
