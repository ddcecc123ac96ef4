package dev.varve.processor.tool;

import dev.varve.processor.file.DataNotice;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationSource;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The command of {@code --before}: runs once, before the first migration of a run whose header says
 * that data is lost or rewritten. By then the lock is held, so that nobody else changes the schema.
 */
final class Backup {
  private final String command;
  private final List<MigrationSource> sources;
  private final Map<String, String> variables;
  private final Terminal terminal;
  private boolean done;

  /**
   * @param variables that the command gets besides those of this process
   */
  Backup(
      String command,
      List<MigrationSource> sources,
      Map<String, String> variables,
      Terminal terminal) {
    this.command = command;
    this.sources = sources;
    this.variables = variables;
    this.terminal = terminal;
  }

  /**
   * Runs the command if it must before this migration.
   *
   * @throws Failure if the command fails
   */
  void before(String module, MigrationId migration) {
    DataNotice notice = notice(module, migration);
    if (done || notice.isHarmless()) {
      return;
    }
    terminal.note("Before " + migration + " (" + notice + ") runs: " + command);
    int exitCode = run(migration);
    if (exitCode != 0) {
      throw Failure.of("--before: the command ended with " + exitCode + ": " + command
          + "\n" + migration + " was not applied; its header says: " + notice
          + " What was applied before stays. Put the command right, and run it again.");
    }
    done = true;
  }

  private DataNotice notice(String module, MigrationId migration) {
    for (MigrationSource source : sources) {
      if (source.module().equals(module)) {
        boolean generated = source.index().migrations().stream()
            .anyMatch(entry -> entry.id().equals(migration) && entry.generated());
        return DataNotice.read(source.script(migration), generated);
      }
    }
    throw new IllegalStateException("No migrations of module " + module);
  }

  /** Its output goes to standard error: standard output is the result's. */
  private int run(MigrationId migration) {
    boolean windows = File.separatorChar == '\\';
    ProcessBuilder builder = windows
        ? new ProcessBuilder("cmd.exe", "/c", command)
        : new ProcessBuilder("/bin/sh", "-c", command);
    builder.environment().putAll(variables);
    builder.environment().put("VARVE_MIGRATION", migration.toString());
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      process.getInputStream().transferTo(terminal.err());
      return process.waitFor();
    } catch (IOException e) {
      throw Failure.of("--before: the command cannot be started: " + e + ". Nothing was changed by"
          + " " + migration + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of("--before: interrupted. " + migration + " was not applied.");
    }
  }
}
