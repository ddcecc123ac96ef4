package dev.varve.processor;

import dev.varve.processor.ddl.Labels;
import dev.varve.processor.ddl.Script;
import dev.varve.processor.ddl.Words;
import dev.varve.processor.file.EarlierForms;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.VersionControl;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a comparison: one more migration, or the soft one written anew. It is drafted
 * here, and written by what is handed back.
 */
final class NextMigration {
  private final Diagnostics diagnostics;
  private final Options options;
  private final String module;
  private final MigrationFolder folder;
  private final Labels labels;
  private final List<String> otherVersions;

  /**
   * @param otherVersions those of other modules' migrations, which a new one has to follow
   */
  NextMigration(
      Diagnostics diagnostics,
      Options options,
      String module,
      MigrationFolder folder,
      Labels labels,
      List<String> otherVersions) {
    this.diagnostics = diagnostics;
    this.options = options;
    this.module = module;
    this.folder = folder;
    this.labels = labels;
    this.otherVersions = otherVersions;
  }

  /**
   * What is to be written.
   *
   * @param now the migration; empty if one is taken away
   */
  record Draught(Optional<MigrationFile> now, Writing writing) {}

  /** Writes a migration to the disk. */
  interface Writing {
    void write() throws IOException;
  }

  /**
   * The migration that this compilation may still rewrite: the newest generated one, if no commit
   * has it and nothing was built on it, by hand or otherwise. One that replaces others is what it
   * is.
   */
  static Optional<MigrationFile> amendable(List<MigrationFile> migrations, VersionControl git) {
    for (int i = migrations.size() - 1; i >= 0; i--) {
      MigrationFile file = migrations.get(i);
      if (!file.isGenerated() && git.isSoft(file)) {
        return Optional.empty();
      }
      boolean builtOn = migrations.stream()
          .flatMap(other -> other.record().stream())
          .anyMatch(record -> record.after().contains(file.id().text()));
      if (file.isGenerated() && !file.isSquash() && git.isSoft(file) && !builtOn) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** One more; empty in a frozen build, where it is an error that one is missing. */
  Optional<Draught> draft(Comparison today, EarlierForms forms) {
    MigrationFile migration = new Draft(today.from(), today.changes(), labels, options.atomic())
        .write(module, today.history(), otherVersions, options.name(), Clock.systemUTC());
    if (options.frozen()) {
      diagnostics.report(
          Problem.FROZEN,
          Origin.of(module),
          "the records differ from their migrations, and this build is frozen. Compile with"
              + " -Avarve.frozen=false, review and commit the migration. Missing is:\n\n"
              + migration.sql());
      return Optional.empty();
    }
    return Optional.of(new Draught(Optional.of(migration), () -> {
      if (!forms.forms().isEmpty()) {
        forms.adoptedBy(migration.id()).write(folder.path());
      }
      folder.write(migration);
      diagnostics.report(
          Problem.MIGRATION_WRITTEN,
          Origin.of(module),
          "wrote " + folder.path().resolve(migration.id().fileName()) + ". Review and commit it.");
    }));
  }

  /** The soft one, written anew from what is firm. */
  Draught amend(
      List<MigrationFile> migrations, MigrationFile soft, Comparison firm, EarlierForms forms) {
    boolean newest = migrations.get(migrations.size() - 1).equals(soft);
    Optional<MigrationFile> now = firm.isSilent()
        ? Optional.empty()
        : Optional.of(new Draft(firm.from(), firm.changes(), labels, options.atomic())
            .write(
                module,
                firm.history(),
                otherVersions,
                newest ? Optional.of(soft.id().version()) : Optional.empty(),
                options.name().or(() -> givenName(soft)),
                Clock.systemUTC()));
    return new Draught(now, () -> {
      forms
          .with(soft, soft.record().orElseThrow(), Script.marks(soft.sql()), now)
          .write(folder.path());
      folder.replace(soft, now);
      diagnostics.report(
          Problem.MIGRATION_WRITTEN,
          Origin.of(module),
          now.map(file -> "rewrote " + folder.path().resolve(file.id().fileName())
                  + ", which no commit has yet. Review and commit it.")
              .orElse("took away " + folder.path().resolve(soft.id().fileName())
                  + ": the records are as the committed migrations make them."));
    });
  }

  /** A name that somebody chose outlives the next compilation. */
  private static Optional<String> givenName(MigrationFile soft) {
    String name = soft.id().name();
    return soft.record()
        .filter(record -> !Words.name(record.changes()).equals(name))
        .map(record -> name);
  }
}
