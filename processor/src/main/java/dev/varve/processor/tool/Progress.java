package dev.varve.processor.tool;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.Blocker;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Shows what the applier does: a bar on a terminal, a line for each migration elsewhere, and
 * nothing, only keeps it for the result, where JSON is asked for.
 */
final class Progress implements MigrationListener, AutoCloseable {
  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger APPLIER = Logger.getLogger("dev.varve");

  private final Terminal terminal;
  private final boolean verbose;
  private final boolean creates;
  private final BiConsumer<String, MigrationId> before;
  private final Bar bar;
  private final Set<String> said = new HashSet<>();
  private final Map<MigrationId, List<Json>> statements = new TreeMap<>();

  /**
   * @param creates whether the whole schema is created at once, instead of what is reported as the
   *     newest migration
   * @param before is called with the module and the name of each migration before it is run
   */
  Progress(
      Terminal terminal, boolean verbose, boolean creates, BiConsumer<String, MigrationId> before) {
    this.terminal = terminal;
    this.verbose = verbose;
    this.creates = creates;
    this.before = before;
    this.bar = new Bar(terminal.err(), terminal.colours());
    APPLIER.setLevel(Level.OFF); // what it logs is told here
  }

  /** Says it once. */
  void note(String text) {
    if (said.add(text)) {
      bar.above(() -> terminal.note(text));
    }
  }

  @Override
  public void planned(int scripts, int count) {
    bar.open(scripts);
  }

  @Override
  public void waiting(MigrationException.Locked.Holder holder, Duration waited) {
    note("Waiting for another process that migrates: " + holder + ".");
  }

  @Override
  public void retrying(MigrationId migration, int line, List<Blocker> blockers) {
    List<String> sessions = blockers.stream().map(Blocker::toString).toList();
    note(migration + ", line " + line + ": waiting for locks"
        + (sessions.isEmpty() ? "" : " of " + String.join("; ", sessions))
        + ".");
  }

  @Override
  public void started(String module, MigrationId migration, boolean undo) {
    before.accept(module, migration);
    statements.put(migration, new ArrayList<>());
    bar.start(creates ? "the schema of " + module : (undo ? "undoing " : "") + migration);
  }

  @Override
  public void statement(MigrationId migration, int line, long rows, Duration took) {
    statements
        .computeIfAbsent(migration, id -> new ArrayList<>())
        .add(Json.object()
            .put("line", line)
            .put("rows", rows)
            .put("millis", took.toMillis())
            .build());
    bar.statement();
    if (verbose) {
      String changed = rows == 0 ? "" : ", " + Amounts.count(rows, "row");
      String text = "  line " + line + ": " + Amounts.took(took) + changed;
      bar.above(() -> terminal.line(terminal.ink(Ink.DIM, text)));
    }
  }

  @Override
  public void finished(String module, MigrationId migration, boolean undo, Duration took) {
    bar.finish();
    String what = creates ? "Created" : undo ? "Undid" : "Applied";
    String object = creates ? "the schema of " + module : migration.toString();
    bar.above(() -> terminal.line(
        terminal.ink(Ink.GREEN, what) + " " + object + " (" + Amounts.took(took) + ")"));
  }

  /** A migration that was run, for a result in JSON. */
  Json json(String module, MigrationId migration, Duration took) {
    return Json.object()
        .put("module", module)
        .put("version", migration.version())
        .put("name", migration.name())
        .put("millis", took.toMillis())
        .put("statements", Json.array(statements.getOrDefault(migration, List.of())))
        .build();
  }

  @Override
  public void close() {
    bar.close();
  }
}
