package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.RollbackResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Undoes the newest migrations. */
@Command(
    name = "rollback",
    header = "undoes the newest migrations",
    description = {
      "Runs the undo scripts that the database has kept since the migrations were applied, the newest"
          + " first; the migrations at hand need not have them any more. Without --count or --to it"
          + " undoes one.",
      "",
      "It refuses, before anything is run, if one of them has no undo script, or if rows of a table or"
          + " values of a column that are there now would be lost, unless that table or column is"
          + " named with --allow-loss."
    },
    footer = {
      "varve rollback",
      "varve rollback --to 20261120153045",
      "varve rollback --count 2 --allow-loss users.age,sessions"
    },
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
  @Mixin
  private ConnectionOptions connection = new ConnectionOptions();

  @Mixin
  private MigrationsOptions migrations = new MigrationsOptions();

  @Mixin
  private ApplierOptions applier = new ApplierOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @ArgGroup
  private HowFar howFar = new HowFar();

  @Option(
      names = "--allow-loss",
      paramLabel = "NAME",
      split = ",",
      description =
          "A table (users) whose rows, or a column (users.email) whose values may be lost."
              + " Several are separated by commas, or the option is repeated.")
  private List<String> allowLoss = List.of();

  /** At most one of them. */
  static final class HowFar {
    @Option(names = "--count", paramLabel = "COUNT", description = "How many to undo. Default: 1.")
    private int count = 1;

    @Option(
        names = "--to",
        paramLabel = "VERSION",
        description =
            "Undo all that are newer than this one, which stays: a version, or" + " VERSION__NAME.")
    private Optional<String> version = Optional.empty();
  }

  @Override
  public Integer call() {
    Terminal terminal = output.terminal();
    checkCount("--count", howFar.count);
    DatabaseAddress address = connection.address();
    Varve varve = applier
        .on(Varve.of(address.dataSource()).sources(migrations.sourcesIfAny()))
        .allowLoss(allowLoss);
    try (Progress progress =
        new Progress(terminal, applier.verbose(), false, (module, migration) -> {})) {
      Varve heard = varve.listener(progress);
      RollbackResult result =
          howFar.version.map(heard::rollbackTo).orElseGet(() -> heard.rollback(howFar.count));
      result.notes().forEach(progress::note);
      int count = result.undone().size();
      terminal.line(
          count == 0
              ? "Nothing was to be undone."
              : "Undid " + Amounts.count(count, "migration") + ".");
      terminal.result(json(address, result, progress));
    }
    return ExitCode.DONE;
  }

  static void checkCount(String option, int count) {
    if (count < 1) {
      throw Failure.ofUsage(
          option + ": " + count + " is no number of migrations. Write 1 or more.");
    }
  }

  private static Json json(DatabaseAddress address, RollbackResult result, Progress progress) {
    return Json.object()
        .put("command", "rollback")
        .put("outcome", "done")
        .put("database", address.name())
        .put(
            "undone",
            Json.array(result.undone().stream()
                .map(undone -> progress.json(undone.module(), undone.migration(), undone.took()))
                .toList()))
        .put("notes", Json.array(result.notes().stream().map(Json::of).toList()))
        .build();
  }
}
