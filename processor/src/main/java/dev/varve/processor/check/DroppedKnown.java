package dev.varve.processor.check;

import dev.varve.processor.read.Marks;
import dev.varve.processor.read.Suggestion;
import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is dropped was there, and the model has it no more. */
final class DroppedKnown implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Marks.Drop drop : situation.marks().drops()) {
      String target = drop.target();
      Subject subject = Subject.mark("Dropped", target);
      if (Targets.isIn(situation.to(), target) && !gaveWay(situation, target)) {
        findings.add(new Finding(
            Problem.DROPPED_PRESENT,
            subject,
            target,
            "\""
                + target
                + "\" is to go, but a record still describes it. Remove the component, constant"
                + " or record, or remove @Dropped."));
      } else if (!Targets.isIn(situation.from(), target)
          && !Targets.isIn(situation.to(), target)
          && !Targets.isIn(situation.soft(), target)
          && !Targets.wasRemoved(situation.past(), target)) {
        findings.add(new Finding(
            Problem.DROPPED_UNKNOWN,
            subject,
            target,
            "there never was \"" + target + "\". " + suggestion(situation.from(), target)));
      }
    }
    return findings;
  }

  /** Whether a column went so that a computed one could take its name, now or before. */
  private static boolean gaveWay(Situation situation, String target) {
    if (changedHands(situation, target)) {
      return true;
    }
    boolean computed = situation.to().tables().stream()
        .anyMatch(table -> table.columns().stream()
            .anyMatch(column ->
                column.isGenerated() && (table.name() + "." + column.name()).equals(target)));
    return computed
        && (Targets.wasRemoved(situation.past(), target)
            || Targets.wasRemoved(situation.changes(), target));
  }

  /**
   * Whether what had the name went, now or before, and what has it was something else then. The
   * history tells; the name does not.
   */
  private static boolean changedHands(Situation situation, String target) {
    return Stream.of(situation.past(), situation.changes()).anyMatch(changes -> {
      boolean free = false;
      for (Change change : changes) {
        free |= Targets.wasRemoved(List.of(change), target) || Targets.vacates(change, target);
        if (free && Targets.takes(change, target)) {
          return true;
        }
      }
      return false;
    });
  }

  private static String suggestion(Schema from, String target) {
    List<QualifiedName> tables = from.tables().stream()
        .flatMap(table -> Stream.concat(
            Stream.of(table.name()),
            table.partitions().stream().map(p -> table.name().sibling(p.name()))))
        .toList();
    int dot = target.lastIndexOf('.');
    Optional<String> nearest = dot < 0
        ? Suggestion.nearest(target, tables).map(QualifiedName::toString)
        : from.tables().stream()
            .filter(table -> table.name().toString().equals(target.substring(0, dot)))
            .findFirst()
            .flatMap(table -> Suggestion.nearest(
                    target.substring(dot + 1),
                    table.columns().stream().map(Column::name).toList())
                .map(column -> table.name() + "." + column));
    return nearest
        .map(name -> "Did you mean \"" + name + "\"?")
        .orElse("Write table, table.column or enum.VALUE as the database names them, or remove"
            + " @Dropped.");
  }
}
