package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.HistoryEvent;
import dev.varve.runtime.migrate.MigrationId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the history. */
@Command(
    name = "log",
    header = "prints the history of the migrations and of a database",
    description = {
      "Lists the migrations, the newest first: version and name, whether it is a head (no other is"
          + " built on it), what it changes in words, which others it was built on if it is not just"
          + " the one below, and what happened to it in this database: applied, undone, stamped or"
          + " failed, when, by whom, and how long it took. Migrations that only the database knows"
          + " are among them.",
      "",
      "With --events, everything that ever happened in this database, in the order in which it did."
    },
    footer = {"varve log", "varve log --events", "varve log --json"},
    mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {
  @Mixin
  private ConnectionOptions connection = new ConnectionOptions();

  @Mixin
  private MigrationsOptions migrations = new MigrationsOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Option(names = "--events", description = "The events only, the oldest first.")
  private boolean eventsOnly;

  @Override
  public Integer call() {
    Terminal terminal = output.terminal();
    DatabaseAddress address = connection.address();
    var sources = migrations.sourcesIfAny();
    List<HistoryEvent> events = Varve.of(address.dataSource()).sources(sources).history();
    List<LogEntry> entries = LogEntry.of(sources, events);
    if (eventsOnly) {
      events.forEach(event -> terminal.line(
          event.migration() + "  " + terminal.ink(Events.ink(event), Events.line(event))));
    } else {
      print(terminal, entries);
    }
    terminal.result(Json.object()
        .put("command", "log")
        .put("outcome", "done")
        .put("database", address.name())
        .put("migrations", Json.array(entries.stream().map(LogEntry::json).toList()))
        .put("events", Json.array(events.stream().map(Events::json).toList()))
        .build());
    return ExitCode.DONE;
  }

  private static void print(Terminal terminal, List<LogEntry> entries) {
    List<LogEntry> newestFirst = new ArrayList<>(entries);
    Collections.reverse(newestFirst);
    for (int i = 0; i < newestFirst.size(); i++) {
      LogEntry entry = newestFirst.get(i);
      terminal.line(terminal.ink(Ink.BOLD, entry.id().toString())
          + (entry.head() ? "  " + terminal.ink(Ink.GREEN, "head") : "")
          + (entry.known() ? "" : "  " + terminal.ink(Ink.RED, "only in the history")));
      entry.words().forEach(sentence -> terminal.line("    " + sentence));
      List<MigrationId> below =
          i + 1 < newestFirst.size() ? List.of(newestFirst.get(i + 1).id()) : List.of();
      if (!entry.after().isEmpty() && !entry.after().equals(below)) {
        terminal.line("    after "
            + String.join(
                ", ", entry.after().stream().map(MigrationId::toString).toList()));
      }
      for (HistoryEvent event : entry.events()) {
        terminal.line("    " + terminal.ink(Events.ink(event), Events.line(event)));
      }
      if (entry.events().isEmpty()) {
        terminal.line("    " + terminal.ink(Ink.YELLOW, "pending"));
      }
    }
    if (newestFirst.isEmpty()) {
      terminal.line("There are no migrations.");
    }
  }
}
