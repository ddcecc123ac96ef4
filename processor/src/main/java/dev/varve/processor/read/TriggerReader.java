package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Triggers, from their typed members. */
final class TriggerReader {
  private final Diagnostics diagnostics;
  private final Known known;

  TriggerReader(Diagnostics diagnostics, Known known) {
    this.diagnostics = diagnostics;
    this.known = known;
  }

  /**
   * @param kind a table or a view
   * @param table what the trigger is on
   * @param columns those that it has
   */
  Optional<Trigger> read(
      Annotated annotation,
      ObjectKind kind,
      QualifiedName table,
      List<Name> columns,
      String source) {
    String name = annotation.text("name").orElse("");
    String call = annotation.text("execute").orElse("").strip();
    if (!Name.isValid(name)) {
      Names.refuse(diagnostics, annotation.at("name"), "trigger", name);
      return Optional.empty();
    }
    if (!call.endsWith(")") || call.indexOf('(') < 1) {
      refuse(
          annotation.at("execute"),
          name,
          "execute is the call of a trigger function. Write it with parentheses: touch().");
      return Optional.empty();
    }
    List<Name> of = columns(annotation, table, columns);
    List<String> events = annotation.constants("on");
    Optional<TriggerFaults.Fault> fault = TriggerFaults.of(annotation, kind);
    fault.ifPresent(found -> refuse(annotation.at(found.member()), name, found.text()));
    Optional<ExpressionFaults.Fault> condition =
        annotation.text("when").flatMap(when -> ExpressionFaults.ofTrigger(when, table, columns));
    condition.ifPresent(
        found -> diagnostics.report(found.problem(), annotation.at("when"), found.text()));
    if (fault.isPresent() || condition.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new Trigger(
        new Name(name),
        table,
        kind,
        head(annotation, events, of),
        tail(annotation, call),
        deferral(annotation),
        routine(call),
        source));
  }

  private List<Name> columns(Annotated annotation, QualifiedName table, List<Name> columns) {
    List<Name> found = new ArrayList<>();
    for (String name : annotation.texts("columns")) {
      Optional<Name> column =
          columns.stream().filter(c -> c.value().equals(name)).findFirst();
      column.ifPresentOrElse(
          found::add,
          () -> diagnostics.report(
              Problem.COLUMN_UNKNOWN,
              annotation.at("columns"),
              Suggestion.unknown(table.toString(), name, columns)));
    }
    return found;
  }

  private static String head(Annotated annotation, List<String> events, List<Name> of) {
    String list = of.stream().map(Name::quoted).collect(Collectors.joining(", "));
    return annotation.constant("timing").orElse("BEFORE").replace('_', ' ')
        + " "
        + events.stream()
            .map(event -> event.equals("UPDATE") && !of.isEmpty() ? "UPDATE OF " + list : event)
            .collect(Collectors.joining(" OR "));
  }

  private static String tail(Annotated annotation, String call) {
    StringBuilder tail = new StringBuilder();
    Optional<String> old = annotation.text("oldTable");
    Optional<String> fresh = annotation.text("newTable");
    if (old.isPresent() || fresh.isPresent()) {
      tail.append("REFERENCING");
      old.ifPresent(name -> tail.append(" OLD TABLE AS ").append(new Name(name).quoted()));
      fresh.ifPresent(name -> tail.append(" NEW TABLE AS ").append(new Name(name).quoted()));
      tail.append('\n');
    }
    tail.append("FOR EACH ").append(annotation.constant("forEach").orElse("ROW"));
    annotation
        .text("when")
        .ifPresent(when -> tail.append("\nWHEN (").append(when).append(')'));
    return tail.append("\nEXECUTE FUNCTION ").append(call).toString();
  }

  private static Optional<String> deferral(Annotated annotation) {
    return annotation
        .constant("constraint")
        .filter(kind -> !kind.equals("NONE"))
        .map(kind -> kind.equals("NOT_DEFERRABLE")
            ? "NOT DEFERRABLE"
            : "DEFERRABLE " + kind.replace('_', ' '));
  }

  /** A trigger function declares no arguments, whatever it is called with. */
  private Optional<ObjectId> routine(String call) {
    ObjectId id =
        new ObjectId(ObjectKind.ROUTINE, call.substring(0, call.indexOf('(')).strip() + "()");
    return Optional.of(id).filter(known::has);
  }

  private void refuse(Origin origin, String trigger, String text) {
    diagnostics.report(
        Problem.ANNOTATION_VALUE, origin, "of the trigger \"" + trigger + "\", " + text);
  }
}
