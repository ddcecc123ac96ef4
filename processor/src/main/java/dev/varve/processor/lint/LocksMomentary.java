package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table that is in use is never locked for as long as it takes to read or write all of it. What
 * the script itself makes is in nobody's use.
 */
final class LocksMomentary implements Rule {
  private static final Set<String> QUICK_DEFAULTS =
      Set.of("now", "transaction_timestamp", "statement_timestamp", "current_setting");

  @Override
  public List<Fault> check(Reading reading) {
    List<Fault> faults = new ArrayList<>();
    Set<QualifiedName> made = reading.newTables();
    Map<String, Integer> unchecked = new HashMap<>();
    for (Command command : reading.commands()) {
      for (Phrase part : command.parts()) {
        of(part, made)
            .or(() -> validated(new Phrase(part.tokens()), command, unchecked))
            .ifPresent(text -> faults.add(new Fault(Problem.SCRIPT_LOCKS, command, text)));
      }
    }
    return faults;
  }

  private static Optional<String> of(Phrase phrase, Set<QualifiedName> made) {
    if (phrase.is("create") && !phrase.has("concurrently")) {
      boolean index = phrase.is("create", "index") || phrase.is("create", "unique", "index");
      return index ? index(phrase, made) : Optional.empty();
    }
    if (phrase.is("lock")) {
      return Optional.of("LOCK keeps others out until the step ends. The statement that needs the"
          + " lock takes it by itself.");
    }
    if (phrase.is("vacuum") && phrase.has("full") || phrase.is("cluster")) {
      return Optional.of(
          phrase.words(1) + " writes the table anew, and nobody reads it meanwhile. Do"
              + " it in a maintenance window of its own, and say so.");
    }
    if (phrase.is("reindex") && !phrase.has("concurrently")) {
      return Optional.of("REINDEX blocks writers while it reads the table. Write REINDEX …"
          + " CONCURRENTLY in a step outside a transaction.");
    }
    if (phrase.is("refresh") && !phrase.has("concurrently")) {
      return Optional.of("REFRESH MATERIALIZED VIEW blocks readers while it runs. Write REFRESH"
          + " MATERIALIZED VIEW CONCURRENTLY, which needs a unique index.");
    }
    return AlterTable.of(phrase)
        .filter(alter -> !made.contains(alter.table()))
        .flatMap(alter -> alter.actions().stream()
            .flatMap(action -> action(alter.table(), action).stream())
            .findFirst());
  }

  private static Optional<String> index(Phrase phrase, Set<QualifiedName> made) {
    Optional<QualifiedName> table = phrase.behind("on").flatMap(on -> {
      on.take("only");
      return on.name();
    });
    return table
        .filter(name -> !made.contains(name))
        .map(
            name -> "CREATE INDEX blocks every writer of "
                + name
                + " while it reads the table. Write CREATE INDEX CONCURRENTLY IF NOT EXISTS in a step"
                + " \"-- varve:step outside transaction\", with \"-- varve:drop-invalid-index NAME\" above it.");
  }

  private static Optional<String> action(QualifiedName table, Phrase action) {
    String who = "nobody reads or writes " + table + " while PostgreSQL ";
    if (action.is("add", "constraint")) {
      action.take("add", "constraint");
      action.name();
      return constraint(table, action);
    }
    Phrase adding = new Phrase(action.tokens());
    if (AlterTable.added(adding).isPresent()) {
      return added(table, adding);
    }
    if (action.take("add")) {
      return constraint(table, action);
    }
    Phrase altering = new Phrase(action.tokens());
    if (AlterTable.altered(altering).isPresent()) {
      if (altering.is("type") || altering.is("set", "data", "type")) {
        return Optional.of(who + "writes the table anew with another type. Add a column, fill it in"
            + " batches, and let it take the old one's place; if the change is one of those that"
            + " rewrite nothing, such as a longer varchar, say so.");
      }
      if (altering.is("set", "not", "null")) {
        return Optional.of(
            who + "looks for NULLs. Add CHECK (… IS NOT NULL) NOT VALID, validate it in"
                + " a step of its own, then set NOT NULL, which trusts it, and drop the check.");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> constraint(QualifiedName table, Phrase phrase) {
    boolean checked = phrase.is("check") || phrase.is("foreign");
    if (checked && !phrase.has("not", "valid")) {
      return Optional.of(
          "nobody writes " + table + " while PostgreSQL looks at every row of it. Add"
              + " the constraint NOT VALID, and VALIDATE it in a step of its own.");
    }
    boolean indexed = phrase.is("unique") || phrase.is("primary") || phrase.is("exclude");
    if (indexed && !phrase.has("using", "index")) {
      return Optional.of("nobody reads or writes " + table + " while PostgreSQL builds the index of"
          + " the constraint. Build a unique index CONCURRENTLY in a step outside a transaction, and"
          + " add the constraint USING INDEX.");
    }
    return Optional.empty();
  }

  private static Optional<String> added(QualifiedName table, Phrase column) {
    String type = column.token().text();
    boolean rewrites = type.endsWith("serial")
        || column.has("generated")
        || column.behind("default").filter(LocksMomentary::isSlow).isPresent();
    if (rewrites) {
      return Optional.of(
          "nobody reads or writes " + table + " while PostgreSQL writes the table anew"
              + " with a value for each row. Add the column without, give it its default for rows to"
              + " come, and fill the others in batches.");
    }
    boolean checked = column.has("references")
        || column.has("unique")
        || column.has("check")
        || column.has("primary");
    return checked
        ? Optional.of("nobody reads or writes " + table + " while PostgreSQL checks the column's"
            + " constraint, and IF NOT EXISTS would pass over the constraint. Add the column first,"
            + " and the constraint in a statement of its own.")
        : Optional.empty();
  }

  /** Whether a default calls what may give each row another value. */
  private static boolean isSlow(Phrase value) {
    String name = value.token().text();
    return value.skip().isSymbol("(") && !QUICK_DEFAULTS.contains(name);
  }

  /** Adding without a look and looking in one transaction is the same as looking at once. */
  private static Optional<String> validated(
      Phrase phrase, Command command, Map<String, Integer> unchecked) {
    Optional<AlterTable> alter = AlterTable.of(phrase);
    for (Phrase action : alter.map(AlterTable::actions).orElse(List.of())) {
      if (action.take("add", "constraint") && action.has("not", "valid")) {
        action.name().ifPresent(name -> unchecked.put(name.toString(), command.step()));
      } else if (action.take("validate", "constraint")
          && command.inTransaction()
          && action
              .name()
              .filter(name -> Optional.of(command.step())
                  .equals(Optional.ofNullable(unchecked.get(name.toString()))))
              .isPresent()) {
        return Optional.of(
            "the transaction that added the constraint still holds its lock while this"
                + " looks at every row. Begin another step above it: -- varve:step transaction.");
      }
    }
    return Optional.empty();
  }
}
