package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.Status;
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

  @Override
  public Integer call() {
    Terminal terminal = output.terminal();
    DatabaseAddress address = connection.address();
    List<MigrationSource> sources = migrations.sources();
    Varve varve = applier.on(Varve.of(address.dataSource()).sources(sources));
    int pending = terminal.colours() ? varve.status().in(Status.State.PENDING).size() : 0;
    Optional<Backup> backup =
        before.map(command -> new Backup(command, sources, address.variables(), terminal));
    try (Progress progress = new Progress(
        terminal,
        pending,
        applier.verbose(),
        (module, migration) -> backup.ifPresent(b -> b.before(module, migration)))) {
      MigrationResult result = varve.listener(progress).migrate();
      result.notes().forEach(progress::note);
      terminal.line(summary(result));
      terminal.result(Json.object()
          .put("command", "migrate")
          .put("outcome", "done")
          .put("database", address.name())
          .put("applied", progress.done())
          .put("notes", Json.array(result.notes().stream().map(Json::of).toList()))
          .build());
    }
    return ExitCode.DONE;
  }

  private static String summary(MigrationResult result) {
    return result.applied().isEmpty()
        ? "Up to date: nothing was to be applied."
        : "Applied " + Amounts.count(result.applied().size(), "migration") + ".";
  }
}
