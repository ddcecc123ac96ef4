package dev.varve.processor.tool;

import dev.varve.processor.file.NextVersion;
import dev.varve.processor.repair.Repair;
import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Difference;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.verify.Drift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds what somebody changed without a migration. */
@Command(
    name = "verify",
    header = "compares a database with what its migrations make",
    description = {
      "Builds what the applied migrations make in schemas of its own, compares both catalogues, and"
          + " rolls back: tables, columns, defaults, constraints, indexes, types, views, functions,"
          + " triggers, policies, sequences, privileges, comments, owners. Prints what differs, each"
          + " with what is expected, and the SQL that leads back. Nothing is changed.",
      "",
      "The role needs the privilege CREATE on the database, or TEMPORARY if the migrations make"
          + " neither functions, nor materialized views, nor other schemas. The exit status is 3 if"
          + " anything differs."
    },
    footer = {
      "varve verify --url postgresql://ada@localhost/shop",
      "varve verify --migrations shop.jar --json",
      "varve verify --fix"
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private static final String NAME = "undo_drift";

  @Mixin
  private ConnectionOptions connection = new ConnectionOptions();

  @Mixin
  private MigrationsOptions migrations = new MigrationsOptions();

  @Option(
      names = "--fix",
      description = "Write the SQL that leads back as a migration into the migration folder, to be"
          + " read and applied. It changes nothing where there is no drift.")
  private boolean fix;

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    Terminal terminal = output.terminal();
    DatabaseAddress address = connection.address();
    Optional<Path> folder = fix ? Optional.of(migrations.folder()) : Optional.empty();
    List<MigrationSource> sources = migrations.sources();
    Drift drift = Varve.of(address.dataSource()).sources(sources).verify();
    drift.notes().forEach(terminal::note);
    Optional<MigrationId> id = folder.filter(any -> !drift.isEmpty()).map(any -> nextId(sources));
    String sql = drift.isEmpty() ? "" : script(drift, id);
    print(terminal, address, drift, sql);
    Optional<Path> written = id.map(next -> write(folder.orElseThrow(), next, sql));
    written.ifPresent(path -> terminal.line("Wrote " + path));
    terminal.result(json(address, drift, sql, written));
    return drift.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
  }

  private void print(Terminal terminal, DatabaseAddress address, Drift drift, String sql) {
    terminal.line(terminal.ink(Ink.BOLD, "Database " + address + ", schema " + drift.schema()));
    if (drift.isEmpty()) {
      terminal.line("No drift: it is as its migrations make it.");
      return;
    }
    drift.lines().forEach(line -> terminal.line("  " + terminal.ink(Ink.RED, line)));
    terminal.line(Amounts.count(drift.lines().size(), "difference") + "."
        + (fix ? "" : " This SQL leads back:"));
    if (!fix) {
      terminal.line("");
      terminal.line(sql.strip());
    }
  }

  private static MigrationId nextId(List<MigrationSource> sources) {
    List<String> versions = sources.stream()
        .flatMap(source -> source.index().migrations().stream())
        .map(entry -> entry.id().version())
        .toList();
    return new MigrationId(NextVersion.after(versions, Clock.systemUTC()), NAME);
  }

  private static String script(Drift drift, Optional<MigrationId> id) {
    List<String> header = new ArrayList<>();
    id.ifPresent(next -> {
      header.add("V" + next.text());
      header.add("");
      header.add("Leads back to what the migrations make:");
      drift.lines().forEach(line -> header.add("  " + line));
      header.add("");
      header.add("Data lost: not said.");
      header.add("Data rewritten: not said.");
    });
    return Repair.script(drift, header, id.map(MigrationId::version).orElse("verify"));
  }

  private static Path write(Path folder, MigrationId id, String sql) {
    Path file = folder.resolve(id.fileName());
    try {
      Files.writeString(file, sql);
      Files.writeString(
          folder.resolve(id.undoFileName()),
          "-- The way back from V" + id.text() + ": there is none to drift.\n");
    } catch (IOException e) {
      throw Failure.of(folder + " cannot be written: " + e + ".");
    }
    return file;
  }

  private static Json json(
      DatabaseAddress address, Drift drift, String sql, Optional<Path> written) {
    List<Json> differences = new ArrayList<>();
    for (Map.Entry<String, List<Difference>> entry : drift.differences().entrySet()) {
      for (Difference difference : entry.getValue()) {
        differences.add(Json.object()
            .put("schema", entry.getKey())
            .put("kind", difference.kind())
            .put("part", difference.part())
            .put("expected", difference.expected())
            .put("found", difference.found())
            .build());
      }
    }
    return Json.object()
        .put("command", "verify")
        .put("outcome", drift.isEmpty() ? "no drift" : "drift")
        .put("database", address.name())
        .put("schema", drift.schema())
        .put("differences", Json.array(differences))
        .put("sql", sql)
        .put("notes", Json.array(drift.notes().stream().map(Json::of).toList()))
        .put("written", written.map(Path::toString))
        .build();
  }
}
