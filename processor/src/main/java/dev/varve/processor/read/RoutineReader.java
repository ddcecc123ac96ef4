package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.Routine;
import dev.varve.runtime.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Functions and procedures. */
final class RoutineReader {
  private final Diagnostics diagnostics;

  RoutineReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The routine as far as its own text goes; what it requires is found when all is read. */
  Optional<Routine> read(Annotated annotation, String source) {
    Optional<RoutineText> text = annotation.text("value").flatMap(RoutineText::parse);
    if (text.isEmpty()) {
      diagnostics.report(
          Problem.ROUTINE_UNREADABLE,
          annotation.at("value"),
          "\""
              + beginning(annotation.text("value").orElse(""))
              + "\" is not how a routine begins. Write the whole statement, from CREATE FUNCTION"
              + " name(…) or CREATE PROCEDURE name(…) on.");
    }
    return text.map(
        t -> new Routine(t.name(), t.arguments(), t.procedure(), t.statement(), List.of(), source));
  }

  private static String beginning(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }

  /** With the objects that the annotation names. */
  SchemaObject linked(Routine routine, Annotated annotation, Known known) {
    List<ObjectId> requires = annotation.texts("requires").stream()
        .flatMap(name -> known.find(name, annotation.at("requires")).stream())
        .toList();
    return new Routine(
        routine.name(),
        routine.arguments(),
        routine.procedure(),
        routine.definition(),
        requires,
        routine.source());
  }
}
