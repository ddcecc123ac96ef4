package dev.varve.runtime.migrate;

import java.util.List;
import java.util.Optional;

/**
 * What a call would run, and nothing of it was.
 *
 * @param schema where it would
 * @param scripts in order; none if there is nothing to do
 * @param notes what else is worth knowing, as sentences
 * @param preamble what comes before the first script
 */
public record Plan(String schema, List<Script> scripts, List<String> notes, String preamble) {
  public Plan {
    scripts = List.copyOf(scripts);
    notes = List.copyOf(notes);
  }

  /** What is done. */
  public enum Kind {
    /** A migration, or what is left of it. */
    APPLY,
    /** An undo script, or what is left of it. */
    UNDO,
    /** The whole schema at once, on an empty database; its migrations count as applied. */
    CREATE
  }

  /**
   * A script that would be run.
   *
   * @param migrations one, or all of those that a creation stands for
   * @param statements how many the script has left to run
   * @param dataLost what its header says that is lost for ever; empty if nothing
   * @param sql each statement that would be sent, with its transaction and its row of the history
   */
  public record Script(
      Kind kind,
      String module,
      List<MigrationId> migrations,
      int statements,
      Optional<String> dataLost,
      String sql) {
    public Script {
      migrations = List.copyOf(migrations);
    }
  }

  public boolean isEmpty() {
    return scripts.isEmpty();
  }

  /** How many statements of scripts would be run. */
  public int statements() {
    return scripts.stream().mapToInt(Script::statements).sum();
  }

  /**
   * The whole as one script, which psql runs to the same end. It takes the same lock, so that it
   * cannot meet an applier.
   */
  public String sql() {
    if (isEmpty()) {
      return "-- Nothing is pending.\n";
    }
    StringBuilder sql = new StringBuilder(preamble);
    for (Script script : scripts) {
      sql.append('\n').append(script.sql());
    }
    return sql.toString();
  }
}
