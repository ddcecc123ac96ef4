package dev.varve.processor.lint;

import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE}: the table, and what is done to it. */
record AlterTable(QualifiedName table, List<Phrase> actions) {
  AlterTable {
    actions = List.copyOf(actions);
  }

  /** Reads a phrase; empty if it is something else. */
  static Optional<AlterTable> of(Phrase phrase) {
    if (!phrase.take("alter", "table")) {
      return Optional.empty();
    }
    phrase.take("if", "exists");
    phrase.take("only");
    return phrase.name().map(table -> new AlterTable(table, phrase.items()));
  }

  /** The column that an action adds; the phrase then stands at its type. */
  static Optional<QualifiedName> added(Phrase action) {
    if (!action.take("add") || action.is("constraint") || isConstraint(action)) {
      return Optional.empty();
    }
    action.take("column");
    action.take("if", "not", "exists");
    return action.name();
  }

  /** Whether a constraint without a name begins here. */
  static boolean isConstraint(Phrase action) {
    return action.is("primary", "key")
        || action.is("unique")
        || action.is("check")
        || action.is("foreign", "key")
        || action.is("exclude");
  }

  /** The column that an action drops. */
  static Optional<QualifiedName> dropped(Phrase action) {
    if (!action.take("drop") || action.is("constraint")) {
      return Optional.empty();
    }
    action.take("column");
    action.take("if", "exists");
    return action.name();
  }

  /** The column that an action alters; the phrase then stands at what is altered. */
  static Optional<QualifiedName> altered(Phrase action) {
    if (!action.take("alter") || action.is("constraint")) {
      return Optional.empty();
    }
    action.take("column");
    return action.name();
  }

  /** The column that an action renames; the phrase then stands at its new name. */
  static Optional<QualifiedName> renamed(Phrase action) {
    if (!action.take("rename") || action.is("to") || action.is("constraint")) {
      return Optional.empty();
    }
    action.take("column");
    Optional<QualifiedName> column = action.name();
    return action.take("to") ? column : Optional.empty();
  }
}
