package dev.varve.processor.squash;

import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.processor.file.VersionControl;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.diff.InvalidChange;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.migrate.script.Checksum;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All migrations up to a version as one.
 *
 * <p>Its version is that of the oldest: whatever was built on one of them, on whichever branch, is
 * newer, so that version order stays a valid order.
 *
 * @param migration what stands for them
 * @param replaced the files whose place it takes
 * @param kept how many scripts it holds as they were: from the first one written by hand on
 */
public record Squash(MigrationFile migration, List<MigrationFile> replaced, int kept) {
  public Squash {
    replaced = List.copyOf(replaced);
  }

  /**
   * Makes them into one.
   *
   * @param all the migrations of a folder, in version order
   * @param to the version, or version and name, of the last one
   * @throws SquashRefused with the reason
   */
  public static Squash of(List<MigrationFile> all, String to, String module, VersionControl git) {
    List<MigrationFile> replaced = upTo(all, to);
    for (MigrationFile file : replaced) {
      if (git.isSoft(file)) {
        throw new SquashRefused(file.id() + " is not committed yet, so that it may still be"
            + " rewritten. Commit it first, or squash up to an older one.");
      }
      if (SqlScript.parse(file.sql()).steps().stream()
          .anyMatch(step -> step.java().isPresent())) {
        throw new SquashRefused(file.id() + " is a migration in Java, whose class belongs to that"
            + " very migration. Squash up to an older one.");
      }
    }
    List<MigrationFile> generated = new ArrayList<>();
    for (MigrationFile file : replaced) {
      if (!isGenerated(file)) {
        break;
      }
      generated.add(file);
    }
    List<MigrationFile> rest = replaced.subList(generated.size(), replaced.size());
    MigrationFile last = replaced.get(replaced.size() - 1);
    MigrationId id =
        new MigrationId(replaced.get(0).id().version(), "squash_to_" + last.id().version());
    String sql = new SquashScript(id, replaced).write(generated, schema(generated), rest);
    MigrationRecord record = new MigrationRecord(
        module, List.of(), Checksum.of(sql), "", changes(replaced), false, listed(replaced));
    return new Squash(
        new MigrationFile(id, sql, Optional.empty(), Optional.of(record)), replaced, rest.size());
  }

  private static List<MigrationFile> upTo(List<MigrationFile> all, String to) {
    for (int i = 0; i < all.size(); i++) {
      MigrationId id = all.get(i).id();
      if (to.equals(id.version()) || to.equals(id.text()) || to.equals(id.toString())) {
        if (i == 0) {
          throw new SquashRefused(
              id + " is the oldest migration: there is nothing to make into one.");
        }
        return all.subList(0, i + 1);
      }
    }
    throw new SquashRefused("There is no migration " + to + " in the folder.");
  }

  /** Whether nothing in it was written by hand. */
  private static boolean isGenerated(MigrationFile file) {
    return file.isGenerated()
        && file.entry().replaces().stream().allMatch(MigrationIndex.Replaced::isGenerated);
  }

  private static Schema schema(List<MigrationFile> files) {
    try {
      return MigrationFile.history(files).schema();
    } catch (InvalidChange damaged) {
      throw new SquashRefused("The migrations do not follow from each other: " + damaged.reason()
          + ". Compile, which says more.");
    }
  }

  /**
   * What it does to the schema. Where something is parked and not purged, every change that was ever
   * made: the history has to know what can be purged.
   */
  private static List<Change> changes(List<MigrationFile> replaced) {
    History history = MigrationFile.history(replaced);
    return history.purgeable().isEmpty()
        ? SchemaDiff.between(Schema.EMPTY, schema(replaced), Hints.NONE)
        : history.effective();
  }

  private static List<MigrationIndex.Replaced> listed(List<MigrationFile> replaced) {
    List<MigrationIndex.Replaced> listed = new ArrayList<>();
    for (MigrationFile file : replaced) {
      MigrationIndex.Entry entry = file.entry();
      entry.replaces().forEach(old -> listed.add(old.withKept(false)));
      listed.add(new MigrationIndex.Replaced(
          new MigrationIndex.Entry(
              entry.id(), entry.checksum(), entry.after(), entry.generated(), entry.undo()),
          file.isSquash(),
          false));
    }
    return listed;
  }
}
