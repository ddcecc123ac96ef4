package dev.varve.processor;

import dev.varve.processor.file.DataNotice;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.VersionControl;
import dev.varve.processor.lint.Fault;
import dev.varve.processor.lint.Linter;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.migrate.script.SqlScriptException;
import dev.varve.runtime.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports what is dangerous about the migrations that were written by hand. */
final class Linting {
  private final Diagnostics diagnostics;
  private final MigrationFolder folder;
  private final VersionControl git;

  Linting(Diagnostics diagnostics, MigrationFolder folder, VersionControl git) {
    this.diagnostics = diagnostics;
    this.folder = folder;
    this.git = git;
  }

  /** Checks the scripts, whose history holds together. */
  void lint(List<MigrationFile> migrations, History history) {
    List<MigrationFile> byHand = migrations.stream()
        .filter(file -> !file.isGenerated() && isReadable(file))
        .toList();
    if (byHand.isEmpty()) {
      return;
    }
    Map<String, Schema> before =
        history.before(byHand.stream().map(file -> file.id().text()).collect(Collectors.toSet()));
    Linter linter = new Linter();
    boolean there = git.isThere();
    for (MigrationFile file : byHand) {
      Path path = folder.path().resolve(file.id().fileName());
      List<Fault> faults = linter.lint(
          file.sql(),
          file.undo(),
          lost(file.sql()),
          before.getOrDefault(file.id().text(), Schema.EMPTY),
          isOld(file, migrations, there));
      for (Fault fault : faults) {
        diagnostics.report(
            fault.problem(),
            fault.kind(),
            Origin.of(path + (fault.line() == 0 ? "" : ":" + fault.line())),
            fault.text());
      }
    }
  }

  /** What cannot be cut into statements is reported as that. */
  private static boolean isReadable(MigrationFile file) {
    try {
      SqlScript.parse(file.sql());
      file.undo().ifPresent(SqlScript::parse);
      return true;
    } catch (SqlScriptException e) {
      return false;
    }
  }

  /**
   * Whether it is too late to change the script. Where git does not look after it, that is so as
   * soon as another migration was generated behind it.
   */
  private boolean isOld(MigrationFile script, List<MigrationFile> migrations, boolean there) {
    return there
        ? !git.isSoft(script)
        : migrations.stream()
            .anyMatch(other -> other.isGenerated() && other.id().compareTo(script.id()) > 0);
  }

  /** What the header says is lost; the word that nothing was said is no word. */
  private static Optional<String> lost(String sql) {
    return DataNotice.read(sql, true).lost().filter(text -> !text.startsWith("not said"));
  }
}
