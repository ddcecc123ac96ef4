package dev.varve.runtime.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The migration files of a folder, read when the source is made. */
final class FolderSource implements MigrationSource {
  private static final String SUFFIX = ".sql";
  private static final String REPLACED = "replaced";

  private final ScriptSource scripts;

  FolderSource(String module, Path folder) {
    Path replaced = folder.resolve(REPLACED);
    scripts = new ScriptSource(
        module,
        read(folder, migrations(folder)),
        Files.isDirectory(replaced) ? read(replaced, migrations(replaced)) : List.of(),
        Optional.empty());
  }

  private static List<Script> read(Path folder, List<MigrationId> migrations) {
    List<Script> found = new ArrayList<>();
    for (MigrationId id : migrations) {
      found.add(new Script(
          id,
          read(folder.resolve(id.fileName())),
          readIfThere(folder.resolve(id.undoFileName())),
          readIfThere(folder.resolve(id.recordFileName()))));
    }
    return found;
  }

  /** The migrations whose {@code V….sql} lies in the folder, in no order. */
  static List<MigrationId> migrations(Path folder) {
    List<MigrationId> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "V*" + SUFFIX)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        found.add(MigrationId.parse(name.substring(1, name.length() - SUFFIX.length())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static Optional<String> readIfThere(Path file) {
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String module() {
    return scripts.module();
  }

  @Override
  public String digest() {
    return scripts.digest();
  }

  @Override
  public MigrationIndex index() {
    return scripts.index();
  }

  @Override
  public String script(MigrationId id) {
    return scripts.script(id);
  }

  @Override
  public Optional<String> undo(MigrationId id) {
    return scripts.undo(id);
  }

  @Override
  public Optional<String> record(MigrationId id) {
    return scripts.record(id);
  }
}
