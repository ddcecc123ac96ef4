package dev.varve.processor;

import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.processor.file.VersionControl;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.diff.InvalidChange;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Scripts written by hand that say ({@code -- varve:declares users.email}) what they change of the
 * model. Of the difference between the records and the history they get what they name, as a record
 * of changes beside them; a migration is generated of the rest.
 */
final class Declaring {
  private final Diagnostics diagnostics;
  private final Comparing comparing;
  private final MigrationFolder folder;
  private final VersionControl git;
  private final String module;
  private final Map<String, MigrationFile> written = new TreeMap<>();
  private boolean refused;

  Declaring(
      Diagnostics diagnostics,
      Comparing comparing,
      MigrationFolder folder,
      VersionControl git,
      String module) {
    this.diagnostics = diagnostics;
    this.comparing = comparing;
    this.folder = folder;
    this.git = git;
    this.module = module;
  }

  /** The migrations, with what each of these scripts declares at present. */
  List<MigrationFile> settle(List<MigrationFile> migrations) {
    List<MigrationFile> open =
        migrations.stream().filter(file -> isOpen(file, migrations)).toList();
    List<MigrationFile> settled = new ArrayList<>(migrations);
    open.forEach(file -> replace(settled, file.withRecord(Optional.empty())));
    if (open.isEmpty() || !Comparing.holds(MigrationFile.history(settled))) {
      return migrations;
    }
    for (MigrationFile file : open) {
      Optional<MigrationFile> now = settle(file, settled);
      if (now.isEmpty()) {
        return migrations;
      }
      replace(settled, now.get());
      if (!now.get().record().equals(file.record())) {
        written.put(file.id().text(), now.get());
      }
    }
    return settled;
  }

  /** A script that a commit has, with its record, has said what it does, for ever. */
  private boolean isOpen(MigrationFile file, List<MigrationFile> all) {
    if (file.isGenerated() || file.declares().isEmpty()) {
      return false;
    }
    boolean builtOn = all.stream()
        .filter(MigrationFile::isGenerated)
        .flatMap(other -> other.record().stream())
        .anyMatch(record -> record.after().contains(file.id().text()));
    return file.record().isEmpty() || git.isSoft(file) && !builtOn;
  }

  private static void replace(List<MigrationFile> files, MigrationFile now) {
    files.replaceAll(file -> file.id().equals(now.id()) ? now : file);
  }

  private Optional<MigrationFile> settle(MigrationFile file, List<MigrationFile> migrations) {
    List<String> names = file.declares();
    History history = MigrationFile.history(migrations);
    Schema from = history.schema();
    Hints hints = comparing.hints(history, from).dropping();
    List<Change> own = new ArrayList<>();
    Set<String> unused = new TreeSet<>(names);
    for (Change change : SchemaDiff.between(from, comparing.modelled(), hints)) {
      Optional<String> name =
          ChangeNames.of(change).stream().filter(names::contains).findFirst();
      if (name.isPresent()) {
        own.add(change);
        unused.removeAll(ChangeNames.of(change));
      }
    }
    if (!unused.isEmpty()) {
      return refuse(
          file,
          "it declares that it changes " + String.join(", ", unused)
              + ", but there the records are as the other migrations make them. Change the records,"
              + " or take the name out of varve:declares.");
    }
    List<String> after = history.heads().stream()
        .filter(head -> head.compareTo(file.id().text()) < 0)
        .toList();
    MigrationFile now = file.withRecord(Optional.of(MigrationRecord.declared(module, after, own)));
    List<MigrationFile> all = new ArrayList<>(migrations);
    replace(all, now);
    try {
      Schema to = from;
      for (Change change : own) {
        to = change.apply(to);
      }
      if (!MigrationFile.history(all).schema().equals(to)) {
        return refuse(
            file,
            "a newer migration changes what it declares. Give it a version that is later than all"
                + " others: rename its files.");
      }
      return Optional.of(now);
    } catch (InvalidChange tied) {
      return refuse(
          file,
          "what it declares cannot be done without the rest of what the records change, or not"
              + " before newer migrations: " + tied.reason()
              + ". Declare that as well, or make the rest in an earlier migration.");
    }
  }

  private Optional<MigrationFile> refuse(MigrationFile file, String text) {
    diagnostics.report(
        Problem.SCRIPT_DECLARES,
        Origin.of(folder.path().resolve(file.id().fileName()).toString()),
        text);
    refused = true;
    return Optional.empty();
  }

  /** Whether one declares what is not so, which was reported. */
  boolean isRefused() {
    return refused;
  }

  /** Whether nothing is to be written. */
  boolean isSilent() {
    return written.isEmpty();
  }

  /** Says that a frozen build cannot write what is missing. */
  void reportFrozen() {
    written
        .values()
        .forEach(file -> diagnostics.report(
            Problem.FROZEN,
            Origin.of(folder.path().resolve(file.id().recordFileName()).toString()),
            "what V" + file.id().text()
                + ".sql declares is not recorded yet, and this build is frozen."
                + " Compile with -Avarve.frozen=false, review and commit the record. Missing is:\n\n"
                + file.record().orElseThrow().text()));
  }

  /** Writes the records that differ from what lies in the folder. */
  void write() throws IOException {
    for (MigrationFile file : written.values()) {
      folder.writeRecord(file);
      diagnostics.report(
          Problem.MIGRATION_WRITTEN,
          Origin.of(module),
          "wrote " + folder.path().resolve(file.id().recordFileName()) + ", which says what V"
              + file.id().text() + ".sql declares. Review and commit it.");
    }
  }
}
