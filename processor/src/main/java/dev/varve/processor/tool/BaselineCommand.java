package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Begins the history of a database that has the schema already. */
@Command(
    name = "baseline",
    header = "begins the history of a database that has its schema",
    description = {
      "Writes into varve_history, which it creates, that the migrations are applied, all or those up"
          + " to a version; runs nothing of them. For a database whose schema was made in another"
          + " way. It does not compare: whether the schema is the one that the migrations make is"
          + " for you to know: ask varve verify.",
      "",
      "Where Flyway or Liquibase has run files of these migrations until now, only those count as"
          + " applied. The other tool's history is read, and left as it is; verify does not see it."
          + " If that tool has failed or is at work, nothing is written.",
      "",
      "It refuses if there is a history already; varve stamp says of single migrations that they are"
          + " applied."
    },
    footer = {"varve baseline", "varve baseline 20261120153045 --migrations shop.jar"},
    mixinStandardHelpOptions = true)
final class BaselineCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "VERSION",
      arity = "0..1",
      description = "The last migration that the database has, as VERSION or VERSION__NAME; later"
          + " ones stay pending. Default: all are there.")
  private Optional<String> version = Optional.empty();

  @Mixin
  private ConnectionOptions connection = new ConnectionOptions();

  @Mixin
  private MigrationsOptions migrations = new MigrationsOptions();

  @Mixin
  private LockOptions lock = new LockOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    DatabaseAddress address = connection.address();
    Varve varve = lock.on(Varve.of(address.dataSource()).sources(migrations.sources()));
    Stamped.print(
        output.terminal(),
        "baseline",
        address,
        version.map(varve::baseline).orElseGet(varve::baseline));
    return ExitCode.DONE;
  }
}
