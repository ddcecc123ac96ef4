package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL refuses in a transaction stands in a step outside of one.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
final class TransactionPossible implements Rule {
  @Override
  public List<Fault> check(Reading reading) {
    List<Fault> faults = new ArrayList<>();
    for (Command command : reading.commands()) {
      if (command.inTransaction() && isRefused(command.phrase())) {
        faults.add(new Fault(
            Problem.SCRIPT_NOT_IN_TRANSACTION,
            command,
            words(command)
                + " cannot run in a transaction, and this step is one. Begin a step of the other"
                + " kind above it: -- varve:step outside transaction."));
      }
    }
    return faults;
  }

  private static String words(Command command) {
    Phrase phrase = command.phrase();
    return phrase.has("concurrently") ? phrase.words(2) + " … CONCURRENTLY" : phrase.words(2);
  }

  private static boolean isRefused(Phrase phrase) {
    if (phrase.has("concurrently")) {
      return phrase.is("create", "index")
          || phrase.is("create", "unique")
          || phrase.is("drop", "index")
          || phrase.is("reindex")
          || phrase.is("alter", "table");
    }
    return phrase.is("vacuum")
        || phrase.is("alter", "system")
        || phrase.is("create", "database")
        || phrase.is("drop", "database")
        || phrase.is("create", "tablespace")
        || phrase.is("drop", "tablespace")
        || phrase.is("create", "subscription")
        || phrase.is("drop", "subscription")
        || phrase.is("reindex", "database")
        || phrase.is("reindex", "schema")
        || phrase.is("reindex", "system")
        || phrase.is("cluster") && !phrase.skip().more();
  }
}
