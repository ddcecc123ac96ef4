package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.HistoryEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the history. */
@Command(
    name = "log",
    header = "prints the history of the migrations, and of a database",
    description = {
      "Lists the migrations, the newest first, as a graph whose lines lead to those that each was built"
          + " on: version and name, whether it is a head (no other is built on it), whether it is"
          + " soft (no commit has it; of a jar: had it when it was compiled), what it changes in"
          + " words.",
      "",
      "If a database is named, also what happened to it there: applied, undone, stamped or failed,"
          + " when, by whom, and how long it took. Migrations that only the database knows are among"
          + " them.",
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
    var sources = migrations.sourcesIfAny();
    Optional<DatabaseAddress> address =
        eventsOnly || connection.isNamed() ? Optional.of(connection.address()) : Optional.empty();
    List<HistoryEvent> events = address
        .map(database -> Varve.of(database.dataSource()).sources(sources).history())
        .orElse(List.of());
    List<LogEntry> entries = LogEntry.of(sources, events);
    if (eventsOnly) {
      events.forEach(event -> terminal.line(
          event.migration() + "  " + terminal.ink(Events.ink(event), Events.line(event))));
    } else {
      print(terminal, entries, address.isPresent());
    }
    terminal.result(Json.object()
        .put("command", "log")
        .put("outcome", "done")
        .put("database", address.map(DatabaseAddress::name))
        .put("migrations", Json.array(entries.stream().map(LogEntry::json).toList()))
        .put("events", Json.array(events.stream().map(Events::json).toList()))
        .build());
    return ExitCode.DONE;
  }

  private static void print(Terminal terminal, List<LogEntry> entries, boolean database) {
    List<LogEntry> newestFirst = new ArrayList<>(entries);
    Collections.reverse(newestFirst);
    Map<String, Graph> graphs = new HashMap<>();
    for (LogEntry entry : newestFirst) {
      Graph.Margin margin = graphs
          .computeIfAbsent(entry.module(), module -> new Graph())
          .next(entry.id(), entry.after());
      margin.ending().forEach(terminal::line);
      terminal.line(margin.node()
          + terminal.ink(Ink.BOLD, entry.id().toString())
          + (entry.head() ? "  " + terminal.ink(Ink.GREEN, "head") : "")
          + (entry.soft() ? "  " + terminal.ink(Ink.YELLOW, "soft") : "")
          + (entry.known() ? "" : "  " + terminal.ink(Ink.RED, "only in the history")));
      String rest = margin.rest() + "  ";
      entry.words().forEach(sentence -> terminal.line(rest + sentence));
      for (HistoryEvent event : entry.events()) {
        terminal.line(rest + terminal.ink(Events.ink(event), Events.line(event)));
      }
      if (database && entry.events().isEmpty()) {
        terminal.line(rest + terminal.ink(Ink.YELLOW, "pending"));
      }
      margin.beginning().forEach(terminal::line);
    }
    if (newestFirst.isEmpty()) {
      terminal.line("There are no migrations.");
    }
  }
}
