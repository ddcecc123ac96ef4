package dev.varve.processor.check;

import dev.varve.processor.read.Marks;
import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A mark that no change needs has served: it can go. */
final class MarksServed implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    Marks marks = situation.marks();
    List<Change> changes = situation.changes();
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<QualifiedName, String> mark : marks.renamedTables().entrySet()) {
      if (situation.from().table(mark.getKey()).isPresent()) {
        findings.add(served("RenamedFrom", mark.getKey().toString(), mark.getValue()));
      }
    }
    for (Map.Entry<ColumnName, String> mark : marks.renamedColumns().entrySet()) {
      if (situation.from().column(mark.getKey()).isPresent()) {
        findings.add(served("RenamedFrom", mark.getKey().toString(), mark.getValue()));
      }
    }
    marks.renamedEnums().forEach((type, old) -> {
      if (situation.from().enumType(type).isPresent()
          && changes.stream()
              .noneMatch(change ->
                  change instanceof Change.EnumRenamed renamed && renamed.to().equals(type))) {
        findings.add(served("RenamedFrom", type.toString(), old));
      }
    });
    marks
        .renamedValues()
        .forEach((type, values) -> values.forEach((value, old) -> {
          if (changes.stream().noneMatch(change -> isAbout(change, type, value))) {
            findings.add(served("RenamedFrom", type + "." + value, old));
          }
        }));
    marks
        .renamedTexts()
        .forEach((column, texts) -> texts.forEach((text, old) -> {
          if (changes.stream()
              .noneMatch(change -> change instanceof Change.ColumnValuesRenamed renamed
                  && renamed.column().equals(column)
                  && text.equals(renamed.values().get(old)))) {
            findings.add(served("RenamedFrom", column + "." + text, old));
          }
        }));
    marks.renamedObjects().forEach((id, old) -> {
      if (situation.from().object(id).isPresent()
          || situation.from().tables().stream()
              .anyMatch(table -> table.partitions().stream()
                  .anyMatch(
                      partition -> ObjectId.on(ObjectKind.PARTITION, partition.name(), table.name())
                          .equals(id)))) {
        findings.add(served("RenamedFrom", id.toString(), old));
      }
    });
    marks.renamedAttributes().forEach((attribute, old) -> {
      if (Targets.isIn(situation.from(), attribute.toString())) {
        findings.add(served("RenamedFrom", attribute.toString(), old));
      }
    });
    for (Marks.Drop drop : marks.drops()) {
      if (!Targets.isIn(situation.from(), drop.target())
          && !Targets.isIn(situation.to(), drop.target())
          && Targets.wasRemoved(situation.past(), drop.target())
          && changes.stream().noneMatch(change -> purges(change, drop))) {
        findings.add(served("Dropped", drop.target(), drop.target()));
      }
    }
    for (Map.Entry<ColumnName, String> mark : marks.backfills().entrySet()) {
      boolean needed = changes.stream()
          .anyMatch(change -> change instanceof Change.ColumnNullabilityChanged changed
              && changed.column().equals(mark.getKey()));
      if (!needed) {
        findings.add(served("Backfill", mark.getKey().toString(), mark.getValue()));
      }
    }
    for (Map.Entry<ColumnName, String> mark : marks.usings().entrySet()) {
      boolean needed = changes.stream()
          .anyMatch(change -> change instanceof Change.ColumnTypeChanged changed
              && changed.column().equals(mark.getKey()));
      if (!needed) {
        findings.add(served("Using", mark.getKey().toString(), mark.getValue()));
      }
    }
    for (Map.Entry<String, String> mark : marks.rewrites().entrySet()) {
      boolean needed =
          Rewrite.all(situation).stream().anyMatch(rewrite -> rewrite.isConfirmedBy(mark.getKey()));
      if (!needed) {
        findings.add(served("AllowRewrite", mark.getKey(), mark.getValue()));
      }
    }
    return findings;
  }

  /** Whether the value gets this name now, or is new, which another rule looks at. */
  private static boolean isAbout(Change change, QualifiedName type, String value) {
    return (change instanceof Change.EnumValueRenamed renamed
            && renamed.type().equals(type)
            && renamed.to().equals(value))
        || (change instanceof Change.EnumValueAdded added
            && added.type().equals(type)
            && added.value().equals(value))
        || (change instanceof Change.EnumAdded added && added.type().name().equals(type));
  }

  private static boolean purges(Change change, Marks.Drop drop) {
    return change instanceof Change.ParkedPurged purged && purged.target().equals(drop.target());
  }

  private static Finding served(String annotation, String target, String value) {
    return new Finding(
        Problem.MARK_SERVED,
        Subject.mark(annotation, target),
        target,
        "@" + annotation + "(\"" + value + "\") has served: no change needs it. Remove it.");
  }
}
