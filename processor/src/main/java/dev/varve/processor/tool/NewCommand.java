package dev.varve.processor.tool;

import dev.varve.processor.file.NextVersion;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.MigrationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an empty migration to be written by hand. */
@Command(
    name = "new",
    header = "makes an empty migration, to be written by hand",
    description = {
      "Writes V<version>__<name>.sql and U<version>__<name>.sql into the migration folder. The version"
          + " is the present time in UTC, or a second after the newest migration of the folder if"
          + " that is later. Write what is to be done into the V file and the way back into the U"
          + " file, or delete the U file if there is none; compile; commit both.",
      "",
      "Say in the header what is lost and what is rewritten of the rows that are there, or \"none.\":"
          + " varve migrate --before asks for it.",
      "",
      "Such a migration is for what records do not say: functions, triggers, changes of data. No"
          + " database is asked."
    },
    footer = {"varve new fill_normalized_email", "varve new \"Keep updated_at\" --json"},
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
  /** What is not said counts as a loss where somebody asks for a backup before one. */
  private static final String SCRIPT = """
      -- {name}
      --
      -- Data lost: not said.
      -- Data rewritten: not said.
      """;

  private static final Pattern VERSION = Pattern.compile("V(\\d{14})__.+\\.sql");

  @Parameters(
      paramLabel = "NAME",
      description = "What the migration does, such as fill_normalized_email. Capitals become small"
          + " letters, and what is neither a letter from a to z nor a digit becomes an underscore.")
  private String name = "";

  @Option(
      names = "--migrations",
      paramLabel = "FOLDER",
      description = "The folder to write into. Default: src/main/resources/db/migration.")
  private Optional<Path> given = Optional.empty();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    Terminal terminal = output.terminal();
    Path folder = folder();
    MigrationId id =
        new MigrationId(NextVersion.after(versions(folder), Clock.systemUTC()), fileName(name));
    Path script = folder.resolve(id.fileName());
    Path undo = folder.resolve(id.undoFileName());
    try {
      Files.createDirectories(folder);
      Files.writeString(undo, "-- The way back from V" + id.text() + ".\n");
      Files.writeString(script, SCRIPT.replace("{name}", oneLine(name)));
    } catch (IOException e) {
      throw Failure.of(folder + " cannot be written: " + e + ".");
    }
    terminal.line("Wrote " + script);
    terminal.line("  and " + undo);
    terminal.result(Json.object()
        .put("command", "new")
        .put("outcome", "done")
        .put("version", id.version())
        .put("name", id.name())
        .put("script", script.toString())
        .put("undo", undo.toString())
        .build());
    return ExitCode.DONE;
  }

  /** It is made if there is a project around it. */
  private Path folder() {
    if (given.isEmpty() && !Files.isDirectory(Path.of("src", "main"))) {
      throw Failure.ofUsage("There is no project here: src/main does not exist. Start in the"
          + " project's folder, or name the folder of the SQL files with --migrations.");
    }
    Path folder = given.orElse(MigrationsOptions.DEFAULT);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw Failure.ofUsage(
          "--migrations: " + folder + " is not a folder. Name the folder of the SQL files.");
    }
    return folder;
  }

  private static List<String> versions(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> VERSION.matcher(String.valueOf(file.getFileName())))
          .filter(Matcher::matches)
          .map(name -> name.group(1))
          .toList();
    } catch (IOException e) {
      throw Failure.of(folder + " cannot be read: " + e + ".");
    }
  }

  private static String oneLine(String name) {
    return name.strip().replaceAll("\\s+", " ");
  }

  private static String fileName(String name) {
    String clean =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    if (clean.isEmpty()) {
      throw Failure.ofUsage("NAME: \"" + name
          + "\" has no letter from a to z and no digit. Say what the migration does.");
    }
    return clean;
  }
}
