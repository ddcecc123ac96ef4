package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.Plan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Applies what is pending. */
@Command(
    name = "migrate",
    header = "applies the migrations that a database does not have",
    description = {
      "Applies what is pending in the order of versions, each step in a transaction with its row of"
          + " varve_history, under a lock: other processes that migrate the same schema wait. If"
          + " nothing is pending, nothing is changed.",
      "",
      "It may be killed at any moment; the next run goes on where it was. If a migration fails, its"
          + " step is rolled back, what was applied before it stays, and the message says where the"
          + " database is."
    },
    footer = {
      "varve migrate --url postgresql://ada@localhost/shop",
      "varve migrate --migrations shop.jar --verbose",
      "varve migrate --before 'pg_dump -Fc -f before.dump'"
    },
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
  @Mixin
  private ConnectionOptions connection = new ConnectionOptions();

  @Mixin
  private MigrationsOptions migrations = new MigrationsOptions();

  @Mixin
  private ApplierOptions applier = new ApplierOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Option(
      names = "--before",
      paramLabel = "COMMAND",
      description = "A command for the shell, such as a backup, which runs once, before the first"
          + " migration whose header says that data is lost or rewritten (or, if it was written by"
          + " hand, does not say that there is none). If it fails, that migration is not applied. It"
          + " finds the database in PGHOST, PGPORT, PGDATABASE, PGUSER and PGPASSWORD, and the"
          + " migration in VARVE_MIGRATION.")
  private Optional<String> before = Optional.empty();

  @Option(
      names = "--development",
      description = "When this run creates the history, mark the database as one for development,"
          + " which reset may empty. A history that is there is never marked.")
  private boolean development;

  @Option(
      names = "--step-by-step",
      description = "Run every migration also on an empty database. Without it the whole schema is"
          + " created at once where all migrations are generated; the result is the same.")
  private boolean stepByStep;

  @Option(
      names = "--out-of-order",
      paramLabel = "MIGRATION",
      split = ",",
      description = "Apply this one (VERSION__NAME) although newer ones are applied with which, as"
          + " far as the history says, it does not commute. May be given several times.")
  private List<String> outOfOrder = List.of();

  @Option(
      names = "--refuse-drift",
      description = "First compare the database with what its migrations make, as verify does, and"
          + " stop if it differs: in the transaction of the first step, if it is one.")
  private boolean refuseDrift;

  @Option(
      names = "--verify",
      description = "At the end compare the database with what its migrations make, as verify does,"
          + " and fail if it differs: in the transaction of the last step, if it is one, which is"
          + " then rolled back. The exit status of drift is 3.")
  private boolean verify;

  @Override
  public Integer call() {
    Terminal terminal = output.terminal();
    DatabaseAddress address = connection.address();
    List<MigrationSource> sources = migrations.sources();
    Varve varve = applier
        .on(Varve.of(address.dataSource()).sources(sources))
        .development(development)
        .refuseDrift(refuseDrift)
        .verifyAfterwards(verify)
        .outOfOrder(outOfOrder)
        .create(!stepByStep);
    boolean creates = !stepByStep && createsAtOnce(sources, varve);
    Optional<Backup> backup = before
        .filter(command -> !creates)
        .map(command -> new Backup(command, sources, address.variables(), terminal));
    try (Progress progress = new Progress(
        terminal,
        applier.verbose(),
        creates,
        (module, migration) -> backup.ifPresent(b -> b.before(module, migration)))) {
      MigrationResult result = varve.listener(progress).migrate();
      result.notes().forEach(progress::note);
      terminal.line(summary(result));
      terminal.result(json(address, creates, result, progress));
    }
    return ExitCode.DONE;
  }

  /** Asks the database only if the migrations do not rule it out. */
  private static boolean createsAtOnce(List<MigrationSource> sources, Varve varve) {
    boolean possible = sources.stream()
        .allMatch(source -> source.creation().isPresent()
            && source.index().migrations().stream().allMatch(MigrationIndex.Entry::generated));
    return possible
        && varve.plan().scripts().stream().anyMatch(script -> script.kind() == Plan.Kind.CREATE);
  }

  private static String summary(MigrationResult result) {
    String count = Amounts.count(result.applied().size(), "migration");
    if (result.applied().isEmpty()) {
      return "Up to date: nothing was to be applied.";
    }
    return result.applied().stream().allMatch(applied -> applied.steps() == 0)
        ? count + " now count as applied: the schema was created as they make it."
        : "Applied " + count + ".";
  }

  private static Json json(
      DatabaseAddress address, boolean created, MigrationResult result, Progress progress) {
    return Json.object()
        .put("command", "migrate")
        .put("outcome", "done")
        .put("database", address.name())
        .put("created", created)
        .put(
            "applied",
            Json.array(result.applied().stream()
                .map(
                    applied -> progress.json(applied.module(), applied.migration(), applied.took()))
                .toList()))
        .put("notes", Json.array(result.notes().stream().map(Json::of).toList()))
        .build();
  }
}
