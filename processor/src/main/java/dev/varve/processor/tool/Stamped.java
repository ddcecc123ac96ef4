package dev.varve.processor.tool;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.HistoryEvent;
import java.util.List;

/** What baseline and stamp have written. */
final class Stamped {
  private Stamped() {}

  static void print(
      Terminal terminal, String command, DatabaseAddress address, List<HistoryEvent> events) {
    for (HistoryEvent event : events) {
      terminal.line(terminal.ink(Ink.GREEN, "Stamped") + " " + event.migration());
    }
    terminal.line(
        events.isEmpty()
            ? "Nothing was to be stamped."
            : Amounts.count(events.size(), "migration")
                + " now "
                + (events.size() == 1 ? "counts" : "count")
                + " as applied; nothing was run.");
    terminal.result(Json.object()
        .put("command", command)
        .put("outcome", "done")
        .put("database", address.name())
        .put("stamped", Json.array(events.stream().map(Events::json).toList()))
        .build());
  }
}
