package dev.varve.processor.pull;

import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.processor.report.Diagnostics;
import dev.varve.runtime.diff.Change;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the migrations of a project's folder say. */
final class Migrations {
  private Migrations() {}

  private static List<MigrationFile> files(Path folder) {
    return new MigrationFolder(folder, new Diagnostics()).read();
  }

  /** The full names of the classes that they were made of. */
  static Set<String> types(Path folder) {
    Set<String> types = new HashSet<>();
    for (MigrationFile file : files(folder)) {
      for (Change change : file.record().map(MigrationRecord::changes).orElse(List.of())) {
        if (change instanceof Change.TableAdded added) {
          types.add(added.table().type());
        } else if (change instanceof Change.TableMoved moved) {
          types.add(moved.to());
        } else if (change instanceof Change.EnumAdded added) {
          types.add(added.type().type());
        } else if (change instanceof Change.ObjectAdded added) {
          types.add(added.object().source());
        }
      }
    }
    return types;
  }
}
