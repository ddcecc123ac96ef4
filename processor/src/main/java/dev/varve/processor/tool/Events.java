package dev.varve.processor.tool;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.HistoryEvent;
import java.util.Locale;

/** One event of a history, for people and for programs. */
final class Events {
  private Events() {}

  /** {@code applied 2026-11-21 03:20:11 UTC by ada (12 ms)}. */
  static String line(HistoryEvent event) {
    return kind(event)
        + (event.steps() == 1 ? "" : " step " + event.step() + " of " + event.steps())
        + " "
        + Amounts.time(event.at())
        + " by "
        + event.by()
        + (event.kind() == HistoryEvent.Kind.STAMPED ? "" : " (" + Amounts.took(event.took()) + ")")
        + (event.allowedLoss().isEmpty()
            ? ""
            : ", with what was in " + String.join(", ", event.allowedLoss()))
        + event.message().map(said -> ": " + said).orElse("");
  }

  static Ink ink(HistoryEvent event) {
    return switch (event.kind()) {
      case APPLIED, STAMPED -> Ink.GREEN;
      case UNDONE -> Ink.YELLOW;
      case FAILED -> Ink.RED;
    };
  }

  private static String kind(HistoryEvent event) {
    return event.kind().name().toLowerCase(Locale.ROOT);
  }

  static Json json(HistoryEvent event) {
    return Json.object()
        .put("module", event.module())
        .put("version", event.migration().version())
        .put("name", event.migration().name())
        .put("event", kind(event))
        .put("step", event.step())
        .put("steps", event.steps())
        .put("at", event.at().toString())
        .put("millis", event.took().toMillis())
        .put("by", event.by())
        .put("application", event.application())
        .put("varve", event.varve())
        .put(
            "allowedLoss", Json.array(event.allowedLoss().stream().map(Json::of).toList()))
        .put("message", event.message())
        .build();
  }
}
