package dev.varve.processor.tool;

import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.VersionControl;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.squash.Squash;
import dev.varve.processor.squash.SquashRefused;
import dev.varve.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes old migrations into one. */
@Command(
    name = "squash",
    header = "makes all migrations up to a version into one",
    description = {
      "Writes one migration in the place of all those up to a version, and moves their files into the"
          + " folder \"replaced\" beside it. A database that has all of them has the new one; one that"
          + " has some gets the rest first, as long as their files are kept; an empty one gets the new"
          + " one alone. Nothing rolls back beyond it.",
      "",
      "What generated migrations made until the first one that was written by hand becomes one script"
          + " that creates it; from that one on the scripts are kept as they are, in their order.",
      "",
      "Both ways are tried first, in two databases that are made for it on the server that is named,"
          + " and dropped: nothing is written unless they lead to equal schemas. The role needs"
          + " CREATEDB; roles that migrations make stay. Commit the outcome by itself."
    },
    footer = {
      "varve squash --to 20261120153045 --url postgresql://localhost/postgres",
      "varve squash --to 20261120153045 --unproven"
    },
    mixinStandardHelpOptions = true)
final class SquashCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      paramLabel = "VERSION",
      required = true,
      description = "The last of the migrations: a version, or VERSION__NAME.")
  private String version = "";

  @Option(
      names = "--migrations",
      paramLabel = "FOLDER",
      description = "The folder of the SQL files. Default: src/main/resources/db/migration.")
  private Path folder = MigrationsOptions.DEFAULT;

  @Option(
      names = "--unproven",
      description = "Ask no server. The next tests on an empty database have to find out.")
  private boolean unproven;

  @Mixin
  private ConnectionOptions connection = new ConnectionOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    Terminal terminal = output.terminal();
    if (!Files.isDirectory(folder)) {
      throw Failure.ofUsage(
          "--migrations: " + folder + " is not a folder. Name the folder of the SQL files.");
    }
    Diagnostics diagnostics = new Diagnostics();
    MigrationFolder migrations =
        new MigrationFolder(folder.toAbsolutePath().normalize(), diagnostics);
    List<MigrationFile> all = migrations.read();
    if (diagnostics.hasErrors()) {
      throw Failure.of(String.join("\n", diagnostics.texts()) + "\nNothing was changed.");
    }
    Squash squash = squash(all, VersionControl.of(migrations.path()));
    if (!unproven) {
      prove(squash);
    }
    try {
      migrations.squash(squash.migration(), squash.replaced());
    } catch (IOException e) {
      throw Failure.of(folder + " cannot be written: " + e + ". Nothing was changed.");
    }
    report(terminal, squash);
    return ExitCode.DONE;
  }

  private Squash squash(List<MigrationFile> all, VersionControl git) {
    try {
      return Squash.of(all, version, FolderMigrations.module(all, Optional.empty()), git);
    } catch (SquashRefused refused) {
      throw Failure.of(refused.getMessage() + " Nothing was changed.");
    }
  }

  private void prove(Squash squash) {
    List<String> differences = new SquashProof(connection.address()).differences(squash);
    if (!differences.isEmpty()) {
      throw Failure.of(
          "The new migration does not make what the old ones make. Nothing was changed."
              + " Please report it with this text, and squash up to an older one meanwhile:\n"
              + String.join("\n", differences));
    }
  }

  private void report(Terminal terminal, Squash squash) {
    Path script = folder.resolve(squash.migration().id().fileName());
    int count = squash.replaced().size();
    terminal.line("Wrote " + script);
    terminal.line("  which stands for " + Amounts.count(count, "migration")
        + (squash.kept() == 0 ? "" : ", the last " + squash.kept() + " as they were")
        + (unproven ? "." : "; both make the same."));
    terminal.line("  Their files are in " + folder.resolve("replaced")
        + ". Delete them when no database is older.");
    terminal.result(Json.object()
        .put("command", "squash")
        .put("outcome", "done")
        .put("version", squash.migration().id().version())
        .put("name", squash.migration().id().name())
        .put("script", script.toString())
        .put("kept", squash.kept())
        .put("proven", !unproven)
        .put(
            "replaced",
            Json.array(squash.replaced().stream()
                .map(file -> Json.of(file.id().text()))
                .toList()))
        .build());
  }
}
