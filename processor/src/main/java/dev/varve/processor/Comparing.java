package dev.varve.processor;

import dev.varve.processor.ddl.Words;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.read.Model;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.diff.InvalidChange;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds migrations and compares the outcome with the model; what does not fit is reported. */
final class Comparing {
  private final Diagnostics diagnostics;
  private final String module;
  private final Model model;

  Comparing(Diagnostics diagnostics, String module, Model model) {
    this.diagnostics = diagnostics;
    this.module = module;
    this.model = model;
  }

  /** Empty if the migrations do not go together. */
  Optional<Comparison> compare(List<MigrationFile> migrations) {
    History history = MigrationFile.history(migrations);
    if (reportConflicts(history)) {
      return Optional.empty();
    }
    Optional<Schema> from = fold(history);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    List<Change> changes =
        new ArrayList<>(SchemaDiff.between(from.get(), model.schema(), hints(history, from.get())));
    changes.addAll(purges(history));
    return Optional.of(new Comparison(history, from.get(), changes));
  }

  /** What the marks say about the way from a schema to the model. */
  Hints hints(History history, Schema from) {
    return Hinting.of(model.marks(), history, from, model.schema());
  }

  Schema modelled() {
    return model.schema();
  }

  /** The schema that migrations lead to; empty if they do not fit, which is not reported. */
  static Optional<Schema> folded(List<MigrationFile> migrations) {
    try {
      return Optional.of(MigrationFile.history(migrations).schema());
    } catch (InvalidChange conflict) {
      return Optional.empty();
    }
  }

  /** Whether the migrations go together. */
  static boolean holds(History history) {
    try {
      history.schema();
      return history.conflicts().isEmpty();
    } catch (InvalidChange conflict) {
      return false;
    }
  }

  /** Reports what was done on two branches and does not go together. */
  private boolean reportConflicts(History history) {
    List<History.Conflict> conflicts = history.conflicts();
    for (History.Conflict conflict : conflicts) {
      diagnostics.report(
          Problem.HISTORY_CONFLICT,
          Origin.of("V" + conflict.other().id() + ".sql"),
          "it " + phrase(conflict.others()) + ". V" + conflict.one().id()
              + ".sql, made on another branch, " + phrase(conflict.ones()) + "; "
              + conflict.reason()
              + ". Keep the one that other databases have. Of the other: varve rollback where it"
              + " ran, take its files out in a commit of their own, make the records what you want,"
              + " and compile: the rest is written anew.");
    }
    return !conflicts.isEmpty();
  }

  private static String phrase(List<Change> changes) {
    String words = Words.sentences(changes).stream().findFirst().orElse("changes nothing");
    String end = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    return Character.toLowerCase(end.charAt(0))
        + end.substring(1)
        + (changes.size() > 1 ? " and more" : "");
  }

  /** What was parked before and is to go now. */
  private List<Change.ParkedPurged> purges(History history) {
    return history.purgeable().stream()
        .filter(parked -> model.marks().drops().stream()
            .anyMatch(drop -> drop.purge() && drop.target().equals(parked.target())))
        .toList();
  }

  /** The schema that the migrations lead to; empty if they do not fit, which is reported. */
  Optional<Schema> fold(History history) {
    for (String id : history.missing()) {
      diagnostics.report(
          Problem.MIGRATION_MISSING,
          Origin.of(module),
          "a migration was built on V" + id
              + ".sql, which is gone. Get it back from version control.");
    }
    if (diagnostics.hasErrors() && !history.missing().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(history.schema());
    } catch (InvalidChange damaged) {
      String id = history.entries().stream()
          .filter(entry -> entry.changes().contains(damaged.change()))
          .map(History.Entry::id)
          .findFirst()
          .orElse(module);
      diagnostics.report(
          Problem.MIGRATION_UNREADABLE,
          Origin.of("V" + id + ".json"),
          "does not follow from the migrations before it: "
              + damaged.reason()
              + ". Get the files back from version control.");
      return Optional.empty();
    }
  }
}
