package dev.varve.runtime.migrate;

import dev.varve.runtime.catalog.CatalogException;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.verify.Drift;
import dev.varve.runtime.verify.Expectation;
import dev.varve.runtime.verify.Verification;
import dev.varve.runtime.verify.VerificationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says what a database should be by its history, and has it compared with what it is.
 *
 * <p>Where all migrations are applied and generated, that is the folded schema, which is packed as
 * one script. Otherwise the scripts of those that are applied are replayed: a folded schema knows
 * neither an earlier state nor what was written by hand.
 */
final class Verifier {
  private final Session session;
  private final HistoryTable table;
  private final List<? extends MigrationSource> sources;

  Verifier(Session session, HistoryTable table, List<? extends MigrationSource> sources) {
    this.session = session;
    this.table = table;
    this.sources = sources;
  }

  /** In a transaction of its own, of which nothing is left. */
  Drift verify() throws SQLException {
    Expectation expectation = expectation();
    try {
      return alone(expectation, false);
    } catch (SQLException e) {
      Log.debug("Verifying once more, with care: " + e.getMessage());
      return alone(expectation, true);
    }
  }

  private Drift alone(Expectation expectation, boolean careful) throws SQLException {
    Connection connection = session.connection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      return compare(connection, expectation, careful);
    } finally {
      Session.rollBack(connection);
    }
  }

  /** In the open transaction, which goes on as if nothing had been. */
  Drift verifyWithin() throws SQLException {
    Connection connection = session.connection();
    Savepoint before = connection.setSavepoint();
    Drift drift = compare(connection, expectation(), true);
    connection.rollback(before);
    return drift;
  }

  /**
   * Whether the history says what there should be: it has begun, and nothing is half done or in an
   * earlier form, which the next run would put right.
   */
  boolean isSettled() throws SQLException {
    History history = table.history(sources);
    boolean any = false;
    for (MigrationSource source : sources) {
      for (History.Applied state : history.of(source.module()).values()) {
        any = true;
        Optional<MigrationIndex.Entry> entry = source.index().migrations().stream()
            .filter(known -> known.id().equals(state.id()))
            .findFirst();
        if (state.phase() != History.Phase.APPLIED
            || state.last().soft()
                && (entry.isEmpty() || !Outstanding.isUnchanged(source, entry.get(), state))) {
          return false;
        }
      }
    }
    return any;
  }

  private Drift compare(Connection connection, Expectation expectation, boolean careful)
      throws SQLException {
    try {
      return Verification.run(connection, session.schema(), expectation, careful);
    } catch (VerificationException | CatalogException e) {
      throw new MigrationException.Unsuitable(e.getMessage() + " Nothing was changed.");
    }
  }

  private Expectation expectation() throws SQLException {
    History history = table.history(sources);
    List<String> statements = new ArrayList<>();
    List<String> byHand = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Schema fold = Schema.EMPTY;
    boolean none = true;
    for (MigrationSource source : sources) {
      none &= history.of(source.module()).isEmpty();
    }
    for (MigrationSource source : sources) {
      List<MigrationIndex.Entry> entries = source.index().migrations();
      List<MigrationIndex.Entry> applied =
          none ? entries : applied(source, history.of(source.module()), notes);
      if (applied.size() < entries.size()) {
        notes.add("Not applied, and so not expected: " + (entries.size() - applied.size())
            + " of the migrations of " + source.module() + ".");
      }
      boolean folded = applied.size() == entries.size()
          && applied.stream().allMatch(MigrationIndex.Entry::generated);
      Optional<String> creation = folded ? source.creation() : Optional.empty();
      if (creation.isPresent()) {
        add(statements, creation.get());
      } else {
        for (MigrationIndex.Entry entry : applied) {
          add(statements, source.script(entry.id()));
          if (!isRecorded(source, entry, history.of(source.module()))) {
            add(byHand, source.script(entry.id()));
          }
        }
      }
      Optional<Schema> packed = creation.isPresent() ? source.schema() : Optional.empty();
      fold = together(fold, packed.orElseGet(() -> fold(source, applied)));
    }
    if (none) {
      notes.add("There is no history here: compared with what all migrations make.");
    }
    return new Expectation(
        statements, byHand, fold, none ? Optional.empty() : table.owner(), notes);
  }

  /** Whether what the script does is known without running it. */
  private static boolean isRecorded(
      MigrationSource source,
      MigrationIndex.Entry entry,
      Map<MigrationId, History.Applied> history) {
    History.Applied state = history.get(entry.id());
    return entry.generated()
        && source.record(entry.id()).isPresent()
        && (state == null || Outstanding.isUnchanged(source, entry, state));
  }

  private List<MigrationIndex.Entry> applied(
      MigrationSource source, Map<MigrationId, History.Applied> history, List<String> notes) {
    Map<MigrationId, History.Applied> unknown = new TreeMap<>(history);
    List<MigrationIndex.Entry> applied = new ArrayList<>();
    for (MigrationIndex.Entry entry : present(source, history, unknown, applied)) {
      History.Applied state = unknown.remove(entry.id());
      if (state == null) {
        continue;
      }
      if (state.phase() != History.Phase.APPLIED) {
        throw cannot(state.id() + " is half done", "Run migrate, which finishes it");
      }
      if (!Outstanding.isUnchanged(source, entry, state)) {
        if (state.last().soft()) {
          throw cannot("another form of " + state.id() + " is applied", "Run migrate");
        }
        notes.add("The file of " + state.id() + " was edited after it was applied; what it says now"
            + " is what is expected.");
      }
      applied.add(entry);
    }
    for (History.Applied state : unknown.values()) {
      throw cannot(
          "the database has " + state.id() + ", which these migrations do not",
          "Verify with the newest version of the application");
    }
    return applied;
  }

  /**
   * The migrations to look for: of one that replaces others, of which the database has some, these;
   * if it has all of them, it has that one.
   */
  private static List<MigrationIndex.Entry> present(
      MigrationSource source,
      Map<MigrationId, History.Applied> history,
      Map<MigrationId, History.Applied> unknown,
      List<MigrationIndex.Entry> applied) {
    List<MigrationIndex.Entry> entries = new ArrayList<>();
    for (MigrationIndex.Entry entry : source.index().migrations()) {
      if (!History.hasSome(new TreeMap<>(history), entry)) {
        entries.add(entry);
        continue;
      }
      List<MigrationIndex.Entry> parts = new ArrayList<>();
      for (MigrationIndex.Replaced replaced : entry.replaces()) {
        if (replaced.squash()) {
          unknown.remove(replaced.id());
        } else {
          parts.add(replaced.entry());
        }
      }
      if (parts.stream().allMatch(part -> isApplied(unknown.get(part.id())))) {
        parts.forEach(part -> unknown.remove(part.id()));
        applied.add(entry);
      } else {
        entries.addAll(parts);
      }
    }
    return entries;
  }

  private static boolean isApplied(History.@Nullable Applied state) {
    return state != null && state.phase() == History.Phase.APPLIED;
  }

  private MigrationException.NotPossible cannot(String reason, String remedy) {
    return new MigrationException.NotPossible("Schema " + session.schema() + " cannot be verified: "
        + reason + ". Nothing was changed. " + remedy + ".");
  }

  private static void add(List<String> statements, String script) {
    for (SqlScript.Step step : SqlScript.parse(script).steps()) {
      if (step.java().isPresent()) {
        continue; // It changes rows, and its SQL stops whoever runs it.
      }
      for (SqlScript.Statement statement : step.statements()) {
        statements.add(statement.sql());
      }
    }
  }

  private static Schema fold(MigrationSource source, List<MigrationIndex.Entry> applied) {
    Schema fold = Schema.EMPTY;
    for (MigrationIndex.Entry entry : applied) {
      for (Change change :
          source.record(entry.id()).map(RecordedChanges::changes).orElse(List.of())) {
        fold = change.apply(fold);
      }
    }
    return fold;
  }

  /** Modules may share a role, an extension or a schema. */
  private static Schema together(Schema one, Schema other) {
    Schema all = one;
    for (Table table : other.tables()) {
      all = all.table(table.name()).isPresent() ? all : all.withTable(table);
    }
    for (EnumType type : other.enums()) {
      all = all.enumType(type.name()).isPresent() ? all : all.withEnum(type);
    }
    for (var object : other.objects()) {
      all = all.object(object.id()).isPresent() ? all : all.withObject(object);
    }
    return all;
  }
}
