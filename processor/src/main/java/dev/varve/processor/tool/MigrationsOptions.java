package dev.varve.processor.tool;

import dev.varve.runtime.migrate.MigrationSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which migrations. */
final class MigrationsOptions {
  static final Path DEFAULT = Path.of("src/main/resources/db/migration");

  @Option(
      names = "--migrations",
      paramLabel = "PATH",
      description = "The application's jar, its class output (target/classes), or the folder of the"
          + " SQL files. Default: src/main/resources/db/migration.")
  private Optional<Path> path = Optional.empty();

  @Option(
      names = "--module",
      paramLabel = "NAME",
      description =
          "Of several modules in a jar, only this one. For a folder, the name of the module"
              + " whose history it is, if its files do not tell.")
  private Optional<String> module = Optional.empty();

  /**
   * The migrations, one source a module.
   *
   * @throws Failure of usage if there are none where they should be
   */
  List<MigrationSource> sources() {
    Path given = path.orElse(DEFAULT);
    if (!Files.exists(given)) {
      throw Failure.ofUsage(
          path.isPresent()
              ? "--migrations: " + given + " does not exist. Name a jar or a folder."
              : "There are no migrations here: " + given + " does not exist. Name the"
                  + " application's jar or a folder with --migrations.");
    }
    return Files.isDirectory(given) && !Files.isDirectory(given.resolve(PackedMigrations.FOLDER))
        ? List.of(FolderMigrations.read(given, module))
        : packed(given);
  }

  /**
   * The folder of the SQL files, to write into.
   *
   * @throws Failure of usage if a jar or a class output was named
   */
  Path folder() {
    Path given = path.orElse(DEFAULT);
    if (!Files.isDirectory(given) || Files.isDirectory(given.resolve(PackedMigrations.FOLDER))) {
      throw Failure.ofUsage("--migrations: " + given
          + " is not the folder of the SQL files. Name it: a migration is written into it.");
    }
    return given;
  }

  private List<MigrationSource> packed(Path place) {
    List<PackedMigrations> all = PackedMigrations.read(place);
    List<MigrationSource> found = new ArrayList<>();
    for (PackedMigrations source : all) {
      if (module.isEmpty() || module.get().equals(source.module())) {
        found.add(source);
      }
    }
    if (found.isEmpty()) {
      throw Failure.ofUsage("--module: " + place + " has no module " + module.orElse("")
          + ". It has "
          + all.stream().map(PackedMigrations::module).collect(Collectors.joining(", "))
          + ".");
    }
    return found;
  }

  /** The same, or without any migrations where the history alone will do. */
  List<MigrationSource> sourcesIfAny() {
    return module.isPresent() && path.isEmpty() && !Files.exists(DEFAULT)
        ? List.of(MigrationSource.of(module.get(), List.of()))
        : sources();
  }
}
