package dev.varve.processor.read;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a trigger does not go together, by PostgreSQL's rules. */
final class TriggerFaults {
  private final Annotated annotation;
  private final Set<String> events;
  private final boolean after;
  private final boolean eachRow;

  private TriggerFaults(Annotated annotation) {
    this.annotation = annotation;
    this.events = Set.copyOf(annotation.constants("on"));
    this.after = annotation.constant("timing").orElse("").equals("AFTER");
    this.eachRow = annotation.constant("forEach").orElse("ROW").equals("ROW");
  }

  /**
   * A rule that is broken.
   *
   * @param member where
   */
  record Fault(String member, String text) {}

  /** @param kind a table or a view */
  static Optional<Fault> of(Annotated annotation, ObjectKind kind) {
    TriggerFaults faults = new TriggerFaults(annotation);
    return faults
        .place(kind)
        .or(faults::events)
        .or(faults::tables)
        .or(faults::constraint)
        .or(faults::condition);
  }

  /** A view has no rows of its own, and a materialized one changes only as a whole. */
  private Optional<Fault> place(ObjectKind kind) {
    boolean instead = annotation.constant("timing").orElse("").equals("INSTEAD_OF");
    if (kind == ObjectKind.TABLE) {
      return instead
          ? fault("timing", "INSTEAD_OF is for views. Write BEFORE or AFTER.")
          : Optional.empty();
    }
    if (kind == ObjectKind.MATERIALIZED_VIEW) {
      return fault(
          "name",
          "nothing would fire it: only REFRESH changes a materialized view. Put it on a table.");
    }
    if (instead != eachRow) {
      return fault(
          "timing",
          "on a view it fires INSTEAD_OF each row, or BEFORE or AFTER a statement. Write timing ="
              + " Timing.INSTEAD_OF, or forEach = Level.STATEMENT.");
    }
    if (events.contains("TRUNCATE")) {
      return fault("on", "a view is not truncated. Remove TRUNCATE.");
    }
    return Stream.of("oldTable", "newTable", "constraint", "when", "columns")
        .filter(member -> annotation.value(member).isPresent())
        .filter(member -> instead || !member.equals("when") && !member.equals("columns"))
        .findFirst()
        .flatMap(member -> fault(member, "a trigger of a view has no " + member + ". Remove it."));
  }

  private Optional<Fault> events() {
    if (events.isEmpty()) {
      return fault("on", "it fires on nothing. Name INSERT, UPDATE, DELETE or TRUNCATE.");
    }
    if (has("columns") && !events.contains("UPDATE")) {
      return fault("columns", "columns are for UPDATE. Add it to on, or remove columns.");
    }
    if (events.contains("TRUNCATE") && eachRow) {
      return fault(
          "on",
          "TRUNCATE looks at no row. Write forEach = Level.STATEMENT, or remove TRUNCATE from on.");
    }
    return Optional.empty();
  }

  private Optional<Fault> tables() {
    String member = has("oldTable") ? "oldTable" : "newTable";
    if (!has(member)) {
      return Optional.empty();
    }
    for (String table : List.of("oldTable", "newTable")) {
      if (annotation.text(table).filter(name -> !Name.isValid(name)).isPresent()) {
        return fault(table, table + " is no name that PostgreSQL takes: at most 63 bytes.");
      }
    }
    if (!after) {
      return fault(
          member,
          "the rows of oldTable and newTable are there once the statement has changed them. Write"
              + " timing = Timing.AFTER, or remove " + member + ".");
    }
    if (events.size() > 1 || has("columns")) {
      return fault(
          member,
          "oldTable and newTable are for one event, without columns. Make a trigger for each event,"
              + " or remove " + member + ".");
    }
    if (has("oldTable") && events.contains("INSERT")) {
      return fault("oldTable", "INSERT has no old rows. Remove oldTable.");
    }
    if (has("newTable") && events.contains("DELETE")) {
      return fault("newTable", "DELETE has no new rows. Remove newTable.");
    }
    return events.contains("TRUNCATE")
        ? fault(member, "TRUNCATE looks at no row. Remove " + member + ".")
        : Optional.empty();
  }

  private Optional<Fault> constraint() {
    boolean stated =
        annotation.constant("constraint").filter(c -> !c.equals("NONE")).isPresent();
    if (!stated) {
      return Optional.empty();
    }
    if (!after || !eachRow) {
      return fault(
          "constraint",
          "a constraint trigger fires after each row. Write timing = Timing.AFTER and no forEach,"
              + " or remove constraint.");
    }
    return has("oldTable") || has("newTable")
        ? fault("constraint", "a constraint trigger has no oldTable and newTable. Remove them.")
        : Optional.empty();
  }

  /** Of which row the condition may speak. */
  private Optional<Fault> condition() {
    Set<String> rows =
        ParsedExpression.of(annotation.text("when").orElse("true")).references().stream()
            .map(ParsedExpression.Reference::table)
            .collect(Collectors.toSet());
    for (String row : List.of("old", "new")) {
      String without = row.equals("old") ? "INSERT" : "DELETE";
      if (rows.contains(row) && !eachRow) {
        return fault(
            "when",
            "a statement has no one row to look at. Remove " + row.toUpperCase(Locale.ROOT)
                + " from when, or forEach.");
      }
      if (rows.contains(row) && events.contains(without)) {
        return fault(
            "when",
            without + " has no " + row + " row. Make a trigger of its own for " + without
                + ", or write another condition.");
      }
    }
    return Optional.empty();
  }

  private boolean has(String member) {
    return annotation.text(member).isPresent() || !annotation.texts(member).isEmpty();
  }

  private static Optional<Fault> fault(String member, String text) {
    return Optional.of(new Fault(member, text));
  }
}
