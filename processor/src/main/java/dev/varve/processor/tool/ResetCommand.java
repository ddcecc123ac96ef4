package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.Status;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Empties a development database. */
@Command(
    name = "reset",
    header = "drops everything in the schema of a development database",
    description = {
      "Drops all tables, views, types and functions of the schema, with their rows, but nothing that"
          + " an extension owns, and empties the history, so that migrate begins anew. There is no"
          + " way back.",
      "",
      "It refuses a database that is not marked as one for development; only migrate --development"
          + " marks one, when it creates the history, and nothing does later. It asks for the"
          + " database's name, which must be typed, or given with --confirm."
    },
    footer = {"varve reset", "varve reset --confirm shop_dev && varve migrate"},
    mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {
  @Mixin
  private ConnectionOptions connection = new ConnectionOptions();

  @Mixin
  private MigrationsOptions migrations = new MigrationsOptions();

  @Mixin
  private LockOptions lock = new LockOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The name of the database that is meant, instead of the question.")
  private Optional<String> confirmed = Optional.empty();

  @Override
  public Integer call() {
    Terminal terminal = output.terminal();
    DatabaseAddress address = connection.address();
    Varve varve = lock.on(Varve.of(address.dataSource()).sources(migrations.sourcesIfAny()));
    Status status = varve.status();
    if (!status.development()) {
      throw Failure.of("Database " + address + ", schema " + status.schema()
          + " is not marked as one for development. Nothing was dropped. Only migrate --development"
          + " marks a database, when it creates the history.");
    }
    String name = confirmed.orElseGet(() -> Prompt.line("Everything in schema " + status.schema()
        + " of database " + address + " will be dropped. Type the database's name to go on: "));
    if (!name.strip().equals(address.name())) {
      throw Failure.of(
          "The name that was typed is not " + address.name() + ". Nothing was dropped.");
    }
    varve.reset(name.strip());
    terminal.line("Dropped everything in schema " + status.schema() + " of " + address + ".");
    terminal.result(Json.object()
        .put("command", "reset")
        .put("outcome", "done")
        .put("database", address.name())
        .put("schema", status.schema())
        .build());
    return ExitCode.DONE;
  }
}
