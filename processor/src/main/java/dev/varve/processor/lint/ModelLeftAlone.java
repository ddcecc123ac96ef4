package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the records describe is changed by changing the records, or the script says that it does so:
 * else a fresh database is not what the queries are compiled against.
 */
final class ModelLeftAlone implements Rule {
  @Override
  public List<Fault> check(Reading reading) {
    List<Fault> faults = new ArrayList<>();
    for (Command command : reading.commands()) {
      for (Phrase part : command.parts()) {
        AlterTable.of(part).ifPresent(alter -> alter(reading, command, alter, faults));
      }
      Phrase drop = command.phrase();
      if (drop.take("drop", "table")) {
        drop.take("if", "exists");
        for (QualifiedName table : drop.names()) {
          if (reading.known().modelled(table).isPresent()
              && !reading.declares(table, Optional.empty())) {
            faults.add(fault(
                command,
                "drops the table " + table,
                "Remove its record and confirm it with @Dropped",
                table.toString()));
          }
        }
      }
    }
    return faults;
  }

  private static void alter(
      Reading reading, Command command, AlterTable alter, List<Fault> faults) {
    if (reading.known().modelled(alter.table()).isEmpty()) {
      return;
    }
    for (Phrase action : alter.actions()) {
      Optional<QualifiedName> added = AlterTable.added(new Phrase(action.tokens()));
      Optional<QualifiedName> dropped = AlterTable.dropped(new Phrase(action.tokens()));
      Optional<QualifiedName> renamed = AlterTable.renamed(new Phrase(action.tokens()));
      Phrase altering = new Phrase(action.tokens());
      Optional<QualifiedName> altered =
          AlterTable.altered(altering).filter(column -> shapes(altering));
      String what = added.isPresent()
          ? "adds the column "
          : dropped.isPresent()
              ? "drops the column "
              : renamed.isPresent() ? "renames the column " : "alters the column ";
      added
          .or(() -> dropped)
          .or(() -> renamed)
          .or(() -> altered)
          .filter(column -> !reading.declares(alter.table(), Optional.of(column)))
          .map(column -> alter.table() + "." + column.name())
          .ifPresent(column ->
              faults.add(fault(command, what + column, "Change the record instead", column)));
      if (action.is("rename", "to") && !reading.declares(alter.table(), Optional.empty())) {
        faults.add(fault(
            command,
            "renames the table " + alter.table(),
            "Rename it with @RenamedFrom instead",
            alter.table().toString()));
      }
    }
  }

  /** What is about speed or statistics changes no shape. */
  private static boolean shapes(Phrase action) {
    return action.is("type")
        || action.is("set", "data")
        || action.is("set", "not")
        || action.is("drop", "not")
        || action.is("set", "default")
        || action.is("drop", "default")
        || action.is("add", "generated")
        || action.is("drop", "identity")
        || action.is("drop", "expression");
  }

  private static Fault fault(Command command, String what, String instead, String name) {
    return new Fault(
        Problem.SCRIPT_MODEL_CHANGED,
        command,
        "it " + what + ", of which the records tell and the history does not learn. " + instead
            + ", or change the records as well and say at the top of the script that it makes the"
            + " change: -- varve:declares " + name + ".");
  }
}
