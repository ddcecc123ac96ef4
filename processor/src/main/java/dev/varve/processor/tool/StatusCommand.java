package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.Status;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares the migrations with a database. */
@Command(
    name = "status",
    header = "compares the migrations with a database",
    description = {
      "Lists every migration with its state: applied, pending, half applied or half undone (a run was"
          + " interrupted; the next goes on), edited (applied, but its file has changed since), or"
          + " unknown (the database has it, and these migrations do not). Then what is parked: the"
          + " columns and tables that were dropped from sight and are still on disk, with their size.",
      "",
      "Nothing is changed, no lock is taken. The exit status is 3 unless every migration is applied"
          + " and none is edited or unknown, so that a deployment can ask."
    },
    footer = {
      "varve status --url postgresql://ada@localhost/shop",
      "varve status --migrations shop.jar --json"
    },
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Mixin
  private ConnectionOptions connection = new ConnectionOptions();

  @Mixin
  private MigrationsOptions migrations = new MigrationsOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    Terminal terminal = output.terminal();
    DatabaseAddress address = connection.address();
    Status status =
        Varve.of(address.dataSource()).sources(migrations.sourcesIfAny()).status();
    boolean upToDate =
        status.in(Status.State.APPLIED).size() == status.migrations().size();
    print(terminal, address, status, upToDate);
    terminal.result(json(address, status, upToDate));
    return upToDate ? ExitCode.DONE : ExitCode.DIFFERENT;
  }

  private static void print(
      Terminal terminal, DatabaseAddress address, Status status, boolean upToDate) {
    terminal.line(terminal.ink(
        Ink.BOLD,
        "Database " + address + ", schema " + status.schema()
            + (status.development() ? ", for development" : "")));
    long modules =
        status.migrations().stream().map(Status.Migration::module).distinct().count();
    for (Status.Migration migration : status.migrations()) {
      terminal.line("  " + row(terminal, modules, migration));
    }
    for (Status.Parked parked : status.parked()) {
      terminal.line(
          "  parked        " + parkedName(parked) + " (" + Amounts.size(parked.bytes()) + ")");
    }
    terminal.line(summary(status, upToDate));
  }

  private static String row(Terminal terminal, long modules, Status.Migration migration) {
    String state = String.format(Locale.ROOT, "%-12s", words(migration.state()));
    return terminal.ink(ink(migration.state()), state)
        + "  "
        + migration.id()
        + (modules > 1 ? "  " + migration.module() : "")
        + migration
            .appliedAt()
            .map(at -> terminal.ink(
                Ink.DIM,
                "  " + Amounts.time(at)
                    + migration.appliedBy().map(by -> " by " + by).orElse("")))
            .orElse("");
  }

  private static String summary(Status status, boolean upToDate) {
    int all = status.migrations().size();
    if (upToDate) {
      return "Up to date: " + Amounts.count(all, "migration") + ".";
    }
    List<String> counts = java.util.Arrays.stream(Status.State.values())
        .filter(state -> state != Status.State.APPLIED && !status.in(state).isEmpty())
        .map(state -> status.in(state).size() + " " + words(state))
        .toList();
    return "Of " + Amounts.count(all, "migration") + ": " + String.join(", ", counts) + ".";
  }

  private static String words(Status.State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Ink ink(Status.State state) {
    return switch (state) {
      case APPLIED -> Ink.GREEN;
      case PENDING, REWRITTEN -> Ink.YELLOW;
      case HALF_APPLIED, HALF_UNDONE, EDITED, UNKNOWN -> Ink.RED;
    };
  }

  private static String parkedName(Status.Parked parked) {
    return parked.table() + parked.column().map(column -> "." + column).orElse("");
  }

  private static Json json(DatabaseAddress address, Status status, boolean upToDate) {
    return Json.object()
        .put("command", "status")
        .put("outcome", upToDate ? "up to date" : "different")
        .put("database", address.name())
        .put("schema", status.schema())
        .put("development", status.development())
        .put(
            "migrations",
            Json.array(status.migrations().stream().map(StatusCommand::json).toList()))
        .put(
            "parked",
            Json.array(status.parked().stream()
                .map(parked -> Json.object()
                    .put("table", parked.table())
                    .put("column", parked.column())
                    .put("bytes", parked.bytes())
                    .build())
                .toList()))
        .build();
  }

  private static Json json(Status.Migration migration) {
    return Json.object()
        .put("module", migration.module())
        .put("version", migration.id().version())
        .put("name", migration.id().name())
        .put("state", words(migration.state()))
        .put("appliedAt", migration.appliedAt().map(Object::toString))
        .put("appliedBy", migration.appliedBy())
        .build();
  }
}
