package dev.varve.processor.file;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.json.JsonException;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.migrate.script.Checksum;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.migrate.script.SqlScriptException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of a project's migrations: {@code V….sql}, {@code U….sql}, {@code V….json}. Those that
 * were made into one lie in {@code replaced}, for databases that have only some of them.
 */
public final class MigrationFolder {
  /** Flyway runs a file as one transaction unless told otherwise. */
  private static final String FLYWAY = "executeInTransaction=false\n";

  private static final String REPLACED = "replaced";

  private final Path path;
  private final Diagnostics diagnostics;

  public MigrationFolder(Path path, Diagnostics diagnostics) {
    this.path = path;
    this.diagnostics = diagnostics;
  }

  public Path path() {
    return path;
  }

  /** All migrations in version order; what is wrong with one is reported. */
  public List<MigrationFile> read() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(path)) {
      list.forEach(file -> files.put(file.getFileName().toString(), file));
    } catch (IOException unreadable) {
      report(Problem.MIGRATION_UNREADABLE, path, "cannot be listed: " + unreadable + ".");
      return List.of();
    }
    List<MigrationFile> migrations = new ArrayList<>();
    files.forEach((name, file) -> {
      if (name.startsWith("V") && name.endsWith(".sql")) {
        read(name, files).ifPresent(migrations::add);
      }
    });
    files.forEach((name, file) -> refuseOrphan(name, file, files));
    migrations.replaceAll(this::withReplaced);
    return migrations;
  }

  /** With the files of those that it replaces, as far as they are kept. */
  private MigrationFile withReplaced(MigrationFile migration) {
    if (!migration.isSquash()) {
      return migration;
    }
    List<MigrationIndex.Replaced> listed = migration.record().orElseThrow().replaces();
    List<MigrationFile> kept = new ArrayList<>();
    for (MigrationFile file : new MigrationFolder(path.resolve(REPLACED), diagnostics).read()) {
      for (MigrationIndex.Replaced old : listed) {
        if (old.id().equals(file.id())) {
          kept.add(file);
          if (!Checksum.matches(old.entry().checksum(), file.sql())) {
            reportEdited(path.resolve(REPLACED).resolve(file.id().fileName()));
          }
        }
      }
    }
    return new MigrationFile(
        migration.id(), migration.sql(), migration.undo(), migration.record(), kept);
  }

  private void refuseOrphan(String name, Path file, Map<String, Path> files) {
    boolean json = name.startsWith("V") && name.endsWith(".json");
    boolean undo = name.startsWith("U") && name.endsWith(".sql");
    if (!json && !undo) {
      return;
    }
    String script = "V" + name.substring(1, name.lastIndexOf('.')) + ".sql";
    if (!files.containsKey(script)) {
      report(
          Problem.MIGRATION_MISSING,
          file,
          "there is no " + script + " beside it. Get it back from version control.");
    }
  }

  private Optional<MigrationFile> read(String name, Map<String, Path> files) {
    Path file = path.resolve(name);
    String stem = name.substring(1, name.length() - ".sql".length());
    MigrationId id;
    try {
      id = MigrationId.parse(stem);
    } catch (RuntimeException invalid) {
      report(
          Problem.MIGRATION_UNREADABLE,
          file,
          "the name is not V, 14 digits of UTC time, two underscores and a name, as in"
              + " V20261120153045__create_users.sql. Rename the file.");
      return Optional.empty();
    }
    Optional<String> sql = text(file);
    Optional<String> undo = Optional.ofNullable(files.get("U" + stem + ".sql")).flatMap(this::text);
    Optional<MigrationRecord> record =
        Optional.ofNullable(files.get("V" + stem + ".json")).flatMap(this::record);
    if (sql.isEmpty()) {
      return Optional.empty();
    }
    checkScript(file, sql.get());
    undo.ifPresent(text -> checkScript(path.resolve("U" + stem + ".sql"), text));
    record.filter(r -> !r.byHand()).ifPresent(r -> refuseEdits(id, r, sql.get(), undo));
    return Optional.of(new MigrationFile(id, sql.get(), undo, record));
  }

  private void checkScript(Path file, String sql) {
    try {
      SqlScript.parse(sql);
    } catch (SqlScriptException invalid) {
      diagnostics.report(
          Problem.MIGRATION_UNREADABLE,
          Origin.of(file + ":" + invalid.line() + ":" + invalid.column()),
          invalid.problem());
    }
  }

  private void refuseEdits(
      MigrationId id, MigrationRecord record, String sql, Optional<String> undo) {
    if (!Checksum.matches(record.checksum(), sql)) {
      reportEdited(path.resolve(id.fileName()));
    }
    if (record.isSquash()) {
      return; // It has no undo.
    }
    if (undo.isEmpty()) {
      report(
          Problem.MIGRATION_MISSING,
          path.resolve(id.undoFileName()),
          "the undo script of a generated migration is gone. Get it back from version control.");
    } else if (!Checksum.matches(record.undoChecksum(), undo.get())) {
      reportEdited(path.resolve(id.undoFileName()));
    }
  }

  private void reportEdited(Path file) {
    report(
        Problem.MIGRATION_EDITED,
        file,
        "a generated file was edited by hand. Get it back from version control; what else is to"
            + " happen belongs in a migration of its own, written by hand beside it.");
  }

  private Optional<MigrationRecord> record(Path file) {
    return text(file).flatMap(text -> {
      try {
        return Optional.of(MigrationRecord.parse(text));
      } catch (JsonException invalid) {
        report(
            Problem.MIGRATION_UNREADABLE,
            file,
            "cannot be read. "
                + invalid.getMessage()
                + " Get it back from version control, or use the version of Varve that wrote it.");
        return Optional.empty();
      }
    });
  }

  private Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException notUtf8) {
      report(Problem.MIGRATION_UNREADABLE, file, "the file is not UTF-8. Save it as UTF-8.");
    } catch (IOException unreadable) {
      report(Problem.MIGRATION_UNREADABLE, file, "cannot be read: " + unreadable + ".");
    }
    return Optional.empty();
  }

  private void report(Problem problem, Path file, String text) {
    diagnostics.report(problem, Origin.of(file.toString()), text);
  }

  /**
   * Writes a generated migration. The record comes last: without it the script would count as
   * written by hand, so nothing is left if anything fails.
   */
  public void write(MigrationFile migration) throws IOException {
    Files.createDirectories(path);
    List<Path> written = new ArrayList<>();
    try {
      MigrationId id = migration.id();
      if (migration.undo().isPresent()) {
        written.add(write(id.undoFileName(), migration.undo().get()));
      }
      written.add(write(id.fileName(), migration.sql()));
      if (SqlScript.parse(migration.sql()).steps().stream().anyMatch(s -> !s.inTransaction())) {
        written.add(write(id.fileName() + ".conf", FLYWAY));
      }
      String json = "V" + id.text() + ".json";
      written.add(write(json, migration.record().map(MigrationRecord::text).orElse("")));
    } catch (IOException failed) {
      for (Path file : written) {
        Files.deleteIfExists(file);
      }
      throw failed;
    }
  }

  /** Writes the record of what a script written by hand declares. */
  public void writeRecord(MigrationFile migration) throws IOException {
    write(migration.id().recordFileName(), migration.record().orElseThrow().text());
  }

  /**
   * Writes a migration that replaces others, and moves these into a folder of their own.
   *
   * @throws IOException if a file could not be written; then all is where it was
   */
  public void squash(MigrationFile squash, List<MigrationFile> gone) throws IOException {
    Path kept = Files.createDirectories(path.resolve(REPLACED));
    List<String> moved = new ArrayList<>();
    try {
      for (MigrationFile file : gone) {
        for (String name : filesOf(file.id())) {
          if (Files.exists(path.resolve(name))) {
            Files.move(path.resolve(name), kept.resolve(name));
            moved.add(name);
          }
        }
      }
      write(squash);
    } catch (IOException failed) {
      for (String name : moved) {
        Files.move(kept.resolve(name), path.resolve(name));
      }
      throw failed;
    }
  }

  private static List<String> filesOf(MigrationId id) {
    return List.of(id.fileName(), id.fileName() + ".conf", id.undoFileName(), id.recordFileName());
  }

  /** Adds a script that is no generated migration. */
  public void add(MigrationFile script) throws IOException {
    Files.createDirectories(path);
    write(script.id().fileName(), script.sql());
  }

  /** Writes a soft migration in the place of another, or of itself. */
  public void replace(MigrationFile old, Optional<MigrationFile> now) throws IOException {
    if (now.isEmpty() || !now.get().id().equals(old.id())) {
      for (String name : filesOf(old.id())) {
        Files.deleteIfExists(path.resolve(name));
      }
    } else {
      Files.deleteIfExists(path.resolve(old.id().fileName() + ".conf"));
    }
    if (now.isPresent()) {
      write(now.get());
    }
  }

  /**
   * Refuses what was done to files that a commit has: they are what other databases have run.
   */
  public void refuseChanges(VersionControl git, List<MigrationFile> migrations) {
    Set<String> replaced = migrations.stream()
        .flatMap(migration -> migration.record().stream())
        .flatMap(record -> record.replaces().stream())
        .flatMap(old -> filesOf(old.id()).stream())
        .collect(Collectors.toSet());
    for (String name : git.gone()) {
      if (isOfMigration(name) && !replaced.contains(name)) {
        report(
            Problem.MIGRATION_MISSING,
            path.resolve(name),
            "a committed migration's file was deleted or renamed; databases may have run it. Get it"
                + " back: git checkout HEAD -- " + name
                + ". To do away with what it did, change the records, or write another migration.");
      }
    }
    for (MigrationFile migration : migrations) {
      String name = migration.id().fileName();
      if (git.changed().contains(name) && !migration.isGenerated()) {
        String committed = git.committed(name).orElse(migration.sql());
        if (!Checksum.of(migration.sql()).equals(checksum(committed))) {
          report(
              Problem.MIGRATION_EDITED,
              path.resolve(name),
              "a committed migration was edited; databases that have run it will not run it again."
                  + " Get it back: git checkout HEAD -- " + name
                  + ". What else is to happen belongs in another migration.");
        }
      }
    }
  }

  private static String checksum(String sql) {
    try {
      return Checksum.of(sql);
    } catch (SqlScriptException unreadable) {
      return "";
    }
  }

  private static boolean isOfMigration(String name) {
    return (name.startsWith("V") || name.startsWith("U")) && name.endsWith(".sql")
        || name.startsWith("V") && name.endsWith(".json");
  }

  private Path write(String name, String text) throws IOException {
    Path file = path.resolve(name);
    Path unfinished = Files.createTempFile(path, name, ".tmp");
    try {
      Files.writeString(unfinished, text);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return file;
  }
}
