package dev.varve.processor;

import dev.varve.processor.ddl.Labels;
import dev.varve.processor.ddl.Script;
import dev.varve.processor.file.EarlierForms;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.Packing;
import dev.varve.processor.file.SoftWays;
import dev.varve.processor.file.VersionControl;
import dev.varve.processor.read.Model;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Filer;

/** Packs what lies in the migration folder now into the class output. */
final class PackingOut {
  private final Filer filer;
  private final Diagnostics diagnostics;
  private final Optional<Path> output;
  private final String module;
  private final MigrationFolder folder;
  private final Model model;
  private final Labels labels;
  private final boolean frozen;

  PackingOut(
      Filer filer,
      Diagnostics diagnostics,
      Optional<Path> output,
      String module,
      MigrationFolder folder,
      Model model,
      Labels labels,
      boolean frozen) {
    this.filer = filer;
    this.diagnostics = diagnostics;
    this.output = output;
    this.module = module;
    this.folder = folder;
    this.model = model;
    this.labels = labels;
    this.frozen = frozen;
  }

  void pack(List<MigrationFile> migrations) {
    Optional<String> source = output
        .filter(classes -> Objects.equals(classes.getRoot(), folder.path().getRoot()))
        .map(classes -> classes.relativize(folder.path()).toString().replace('\\', '/'));
    VersionControl git = VersionControl.of(folder.path());
    SoftMigrations soft = new SoftMigrations(migrations, model.marks(), labels);
    SoftWays ways =
        new SoftWays(soft.asides(git), soft.bridges(EarlierForms.read(folder.path(), diagnostics)));
    try {
      new Packing(
              module,
              source,
              migrations,
              model.schema(),
              creation(migrations),
              ways.asides(),
              ways.bridges())
          .write(filer, output);
      if (!frozen) {
        ways.write(folder.path(), migrations);
      }
    } catch (IOException failed) {
      reportNotWritten(diagnostics, "META-INF/varve/" + module, failed);
    }
  }

  private String creation(List<MigrationFile> migrations) {
    return Draft.creation(model.schema(), labels)
        + Script.marks(migrations.stream().map(MigrationFile::sql).toList());
  }

  static void reportNotWritten(Diagnostics diagnostics, String where, IOException failed) {
    diagnostics.report(
        Problem.FILE_NOT_WRITTEN,
        Origin.of(where),
        "could not be written: " + failed
            + ". Nothing was left half done. Put it right, and compile again.");
  }
}
