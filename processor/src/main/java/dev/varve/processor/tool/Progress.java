package dev.varve.processor.tool;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Shows what the applier does: a bar on a terminal, a line for each migration elsewhere, and
 * nothing, only notes for the result, where JSON is asked for.
 */
final class Progress implements MigrationListener, AutoCloseable {
  /** Held, because a logger that nobody holds forgets its handlers. */
  private static final Logger APPLIER = Logger.getLogger("dev.varve");

  private final Terminal terminal;
  private final boolean verbose;
  private final BiConsumer<String, MigrationId> before;
  private final Bar bar;
  private final Set<String> said = new HashSet<>();
  private final List<Json> statements = new ArrayList<>();
  private final List<Json> migrations = new ArrayList<>();
  private final Listening listening = new Listening();

  /**
   * @param total how many migrations are to be run
   * @param before is called with the module and the name of each before it is run
   */
  Progress(Terminal terminal, int total, boolean verbose, BiConsumer<String, MigrationId> before) {
    this.terminal = terminal;
    this.verbose = verbose;
    this.before = before;
    this.bar = terminal.colours() ? new Bar(terminal.err(), total) : Bar.none(terminal.err());
    APPLIER.setUseParentHandlers(false);
    APPLIER.addHandler(listening);
  }

  /** What the applier logs: for whom it waits, what it tries again. */
  private final class Listening extends Handler {
    @Override
    public void publish(LogRecord line) {
      String text = line.getMessage();
      boolean ours = text.startsWith("Applied ") || text.startsWith("Undid ");
      if (line.getLevel().intValue() >= Level.INFO.intValue() && !ours) {
        note(text);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Says it once. */
  void note(String text) {
    if (said.add(text)) {
      bar.above(() -> terminal.note(text));
    }
  }

  @Override
  public void started(String module, MigrationId migration, boolean undo) {
    statements.clear();
    before.accept(module, migration);
    bar.start((undo ? "undoing " : "") + migration);
  }

  @Override
  public void statement(MigrationId migration, int line, long rows, Duration took) {
    statements.add(Json.object()
        .put("line", line)
        .put("rows", rows)
        .put("millis", took.toMillis())
        .build());
    bar.statement();
    if (verbose) {
      String changed = rows == 0 ? "" : ", " + Amounts.count(Math.toIntExact(rows), "row");
      String text = "  line " + line + ": " + Amounts.took(took) + changed;
      bar.above(() -> terminal.line(terminal.ink(Ink.DIM, text)));
    }
  }

  @Override
  public void finished(String module, MigrationId migration, boolean undo, Duration took) {
    migrations.add(Json.object()
        .put("module", module)
        .put("version", migration.version())
        .put("name", migration.name())
        .put("millis", took.toMillis())
        .put("statements", Json.array(statements))
        .build());
    String done = terminal.ink(Ink.GREEN, undo ? "Undid" : "Applied");
    bar.finish();
    bar.above(() -> terminal.line(done + " " + migration + " (" + Amounts.took(took) + ")"));
  }

  /** What has been done, for a result in JSON. */
  Json done() {
    return Json.array(migrations);
  }

  @Override
  public void close() {
    bar.close();
    APPLIER.removeHandler(listening);
  }
}
