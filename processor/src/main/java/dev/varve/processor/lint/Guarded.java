package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;

/**
 * A statement can be run again. In a step outside of a transaction it will be: such a step starts
 * from its first statement when it was interrupted. In a transaction it is for those who run the
 * file by hand.
 */
final class Guarded implements Rule {
  @Override
  public List<Fault> check(Reading reading) {
    List<Fault> faults = new ArrayList<>();
    Set<String> dropped = new HashSet<>();
    for (Command command : reading.commands()) {
      learn(command.phrase(), dropped);
      Optional<String> fix = command.once() ? Optional.empty() : missing(command.phrase(), dropped);
      fix.ifPresent(text -> faults.add(
          command.inTransaction()
              ? new Fault(
                  Problem.SCRIPT_UNGUARDED,
                  Diagnostic.Kind.WARNING,
                  command.line(),
                  "run a second time, by hand or by another tool, it would fail or do its work twice. "
                      + text)
              : new Fault(
                  Problem.SCRIPT_UNGUARDED,
                  command,
                  "a step outside a transaction starts again from its first statement when it was"
                      + " interrupted, and this statement would then fail or do its work twice. "
                      + text)));
    }
    return faults;
  }

  /** What was dropped if it was there can be made without a guard. */
  private static void learn(Phrase phrase, Set<String> dropped) {
    if (phrase.is("drop") && phrase.has("if", "exists")) {
      phrase
          .behind("if", "exists")
          .flatMap(Phrase::name)
          .ifPresent(it -> dropped.add(it.toString()));
    }
    AlterTable.of(phrase)
        .ifPresent(alter -> alter.actions().stream()
            .filter(action -> action.is("drop", "constraint", "if", "exists"))
            .flatMap(action -> action.behind("exists").stream())
            .flatMap(action -> action.name().stream())
            .forEach(name -> dropped.add(name.toString())));
  }

  private static Optional<String> missing(Phrase phrase, Set<String> dropped) {
    if (phrase.is("create")) {
      return Created.of(phrase)
          .filter(
              created -> !created.guarded() && !dropped.contains(created.name().toString()))
          .map(created -> advice(created.kind()));
    }
    if (phrase.is("drop")) {
      return phrase.has("if", "exists") || phrase.is("drop", "owned")
          ? Optional.empty()
          : Optional.of("Write DROP … IF EXISTS.");
    }
    if (phrase.is("alter", "type") && phrase.has("add", "value")) {
      return phrase.has("if", "not", "exists")
          ? Optional.empty()
          : Optional.of("Write ADD VALUE IF NOT EXISTS.");
    }
    if (phrase.is("insert")) {
      return phrase.has("on", "conflict") || phrase.has("not", "exists")
          ? Optional.empty()
          : Optional.of("Write ON CONFLICT DO NOTHING, or WHERE NOT EXISTS.");
    }
    return AlterTable.of(phrase)
        .flatMap(alter -> alter.actions().stream()
            .flatMap(action -> alter(action, dropped).stream())
            .findFirst());
  }

  private static String advice(String kind) {
    return switch (kind) {
      case "VIEW", "FUNCTION", "PROCEDURE", "TRIGGER", "RULE", "AGGREGATE" ->
        "Write CREATE OR REPLACE " + kind + ".";
      case "TYPE",
          "DOMAIN",
          "POLICY",
          "ROLE",
          "CAST",
          "CONSTRAINT TRIGGER",
          "EVENT TRIGGER",
          "PUBLICATION" ->
        "Write DROP " + kind.replace("CONSTRAINT ", "")
            + " IF EXISTS before it, or put it into a DO" + " block that looks into the catalogue.";
      default -> "Write CREATE " + kind + " IF NOT EXISTS.";
    };
  }

  private static Optional<String> alter(Phrase action, Set<String> dropped) {
    if (action.is("add")) {
      boolean constraint = action.take("add", "constraint");
      if (constraint) {
        return action.name().filter(name -> dropped.contains(name.toString())).isPresent()
            ? Optional.empty()
            : Optional.of("Drop the constraint IF EXISTS before it.");
      }
      Phrase column = new Phrase(action.tokens());
      return AlterTable.added(column).isEmpty()
          ? Optional.of("Give the constraint a name, and drop it IF EXISTS before it.")
          : action.has("if", "not", "exists")
              ? Optional.empty()
              : Optional.of("Write ADD COLUMN IF NOT EXISTS.");
    }
    if (action.is("drop")) {
      return action.has("if", "exists")
          ? Optional.empty()
          : Optional.of("Write DROP " + (action.is("drop", "constraint") ? "CONSTRAINT" : "COLUMN")
              + " IF EXISTS.");
    }
    return action.is("rename")
        ? Optional.of("Put it into a DO block that looks into the catalogue.")
        : Optional.empty();
  }
}
