package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the SQL that would be run. */
@Command(
    name = "plan",
    header = "prints the exact SQL that migrate or rollback would run",
    description = {
      "Prints, and does not run, every statement that would be sent: those of the pending migrations,"
          + " with their transactions, limits, and rows of varve_history. psql runs it to the same"
          + " end, under the same lock; but unlike migrate it does not try again when a lock is not"
          + " granted, and does not go on where it was.",
      "",
      "It also is the check whether migrate would be refused: then the exit status is 1. It is 0"
          + " whether or not something is pending; that is what status tells."
    },
    footer = {
      "varve plan --url postgresql://ada@localhost/shop",
      "varve plan > next.sql && psql -v ON_ERROR_STOP=1 -f next.sql shop",
      "varve plan --rollback 1"
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  @Mixin
  private ConnectionOptions connection = new ConnectionOptions();

  @Mixin
  private MigrationsOptions migrations = new MigrationsOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @ArgGroup
  private Back back = new Back();

  @Option(
      names = "--development",
      description = "Of a database without a history: as with migrate --development.")
  private boolean development;

  @Option(
      names = "--step-by-step",
      description = "Of an empty database: as with migrate --step-by-step.")
  private boolean stepByStep;

  @Option(
      names = "--out-of-order",
      paramLabel = "MIGRATION",
      split = ",",
      description = "As with migrate --out-of-order.")
  private List<String> outOfOrder = List.of();

  @Option(
      names = "--allow-loss",
      paramLabel = "NAME",
      split = ",",
      description = "As with rollback --allow-loss.")
  private List<String> allowLoss = List.of();

  /** At most one of them. */
  static final class Back {
    @Option(
        names = "--rollback",
        paramLabel = "COUNT",
        description = "Instead, what rollback --count COUNT would run.")
    private Optional<Integer> count = Optional.empty();

    @Option(
        names = "--rollback-to",
        paramLabel = "VERSION",
        description = "Instead, what rollback --to VERSION would run.")
    private Optional<String> version = Optional.empty();
  }

  @Override
  public Integer call() {
    Terminal terminal = output.terminal();
    back.count.ifPresent(count -> RollbackCommand.checkCount("--rollback", count));
    DatabaseAddress address = connection.address();
    Varve varve = Varve.of(address.dataSource())
        .sources(
            back.count.isPresent() || back.version.isPresent()
                ? migrations.sourcesIfAny()
                : migrations.sources())
        .development(development)
        .create(!stepByStep)
        .outOfOrder(outOfOrder)
        .allowLoss(allowLoss);
    Plan plan = back.count
        .map(varve::planRollback)
        .or(() -> back.version.map(varve::planRollbackTo))
        .orElseGet(varve::plan);
    plan.notes().forEach(terminal::note);
    if (!terminal.json()) {
      terminal.out().print(plan.sql());
    }
    terminal.result(json(address, plan));
    return ExitCode.DONE;
  }

  private static Json json(DatabaseAddress address, Plan plan) {
    return Json.object()
        .put("command", "plan")
        .put("outcome", plan.isEmpty() ? "up to date" : "pending")
        .put("database", address.name())
        .put("schema", plan.schema())
        .put(
            "scripts", Json.array(plan.scripts().stream().map(PlanCommand::json).toList()))
        .put("notes", Json.array(plan.notes().stream().map(Json::of).toList()))
        .put("sql", plan.sql())
        .build();
  }

  private static Json json(Plan.Script script) {
    return Json.object()
        .put("kind", script.kind().name().toLowerCase(Locale.ROOT))
        .put("module", script.module())
        .put(
            "migrations",
            Json.array(script.migrations().stream()
                .map(MigrationId::text)
                .map(Json::of)
                .toList()))
        .put("statements", script.statements())
        .put("dataLost", script.dataLost())
        .build();
  }
}
