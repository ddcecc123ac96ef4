package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says that migrations are applied which were not run. */
@Command(
    name = "stamp",
    header = "says that migrations are applied, without running them",
    description = {
      "Writes into varve_history that the pending migrations up to a version are applied; runs nothing"
          + " of them. For what was done by hand, or is not wanted on this database. A half applied"
          + " migration counts as finished afterwards. If the file of the very migration that is"
          + " named was edited after it was applied, the edited form counts as what was applied."
    },
    footer = {"varve stamp 20261120153045", "varve stamp 20261120153045__create_users"},
    mixinStandardHelpOptions = true)
final class StampCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "VERSION",
      description = "The last migration that is to count as applied: VERSION or VERSION__NAME.")
  private String version = "";

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
    Stamped.print(output.terminal(), "stamp", address, varve.stamp(version));
    return ExitCode.DONE;
  }
}
