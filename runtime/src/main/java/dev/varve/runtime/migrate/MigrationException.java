package dev.varve.runtime.migrate;

import dev.varve.runtime.verify.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Migrating, undoing or looking did not succeed. Each subclass is one reason, with its facts; the
 * message says what state was left and what to do.
 */
@SuppressWarnings("serial") // facts that need not be serializable: nobody sends these anywhere
public abstract sealed class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private MigrationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** No generated catalogue was found: the annotation processor did not run. */
  public static final class NoCatalogue extends MigrationException {
    private static final long serialVersionUID = 1;

    public NoCatalogue() {
      super(
          "No migrations on the class path: no class implements dev.varve.runtime.Catalogue. The"
              + " annotation processor generates it. Check that varve-processor is in"
              + " annotationProcessorPaths of maven-compiler-plugin (on JDK 23 and newer also that"
              + " nothing sets proc to none; without annotationProcessorPaths it must be full), that"
              + " a record has @Table, and, if the application is a Java module, that"
              + " module-info.java provides dev.varve.runtime.Catalogue with the generated class.",
          null);
    }
  }

  /** The packed files are incomplete or unreadable. */
  public static final class Damaged extends MigrationException {
    private static final long serialVersionUID = 1;

    Damaged(String module, String file) {
      super(message(module, file, "is missing"), null);
    }

    Damaged(String module, String file, Throwable cause) {
      super(
          message(
              module,
              file,
              "cannot be read: " + Texts.withoutStop(String.valueOf(cause.getMessage()))),
          cause);
    }

    private static String message(String module, String file, String problem) {
      return "META-INF/varve/" + module + "/" + file + " " + problem + ". Compile the module anew.";
    }
  }

  /** In development: the migration folder has changed since the last compilation. */
  public static final class CompileFirst extends MigrationException {
    private static final long serialVersionUID = 1;
    private final String file;

    CompileFirst(String file, String difference) {
      super(file + " " + difference + ". Nothing was changed. Compile first.", null);
      this.file = file;
    }

    /** The file's name, without its folder. */
    public String file() {
      return file;
    }
  }

  /** The connection is one on which migrations cannot run. */
  public static final class Unsuitable extends MigrationException {
    private static final long serialVersionUID = 1;

    Unsuitable(String message) {
      super(message, null);
    }
  }

  /** Another process held the lock for longer than the wait limit. */
  public static final class Locked extends MigrationException {
    private static final long serialVersionUID = 1;
    private final Optional<Holder> holder;

    Locked(String schema, Duration waited, Optional<Holder> holder) {
      super(
          "Another process is migrating schema \""
              + schema
              + "\""
              + holder.map(h -> ": " + h).orElse("")
              + ". Waited "
              + Texts.seconds(waited)
              + ". Nothing was changed. Start again when it is done, or end it.",
          null);
      this.holder = holder;
    }

    /** Who has the lock; empty if it was released while this was found out. */
    public Optional<Holder> holder() {
      return holder;
    }

    /**
     * A server process that has the lock.
     *
     * @param connected when its connection was made; empty if the role may not see it
     */
    public record Holder(int pid, String application, Optional<Instant> connected) {
      @Override
      public String toString() {
        return "process "
            + pid
            + ", application \""
            + application
            + "\""
            + connected.map(c -> ", connected since " + c).orElse("");
      }
    }
  }

  /** A migration's file has changed since it was applied. */
  public static final class Edited extends MigrationException {
    private static final long serialVersionUID = 1;
    private final List<MigrationId> migrations;

    Edited(List<MigrationId> migrations, String checksum, String applied) {
      super(
          "Migration "
              + migrations.get(0)
              + " was edited after it was applied: its checksum is "
              + Texts.shortened(checksum)
              + ", the history has "
              + Texts.shortened(applied)
              + "."
              + Texts.andMore(migrations)
              + " Nothing was changed. Restore the file from version control and write the change as"
              + " a new migration.",
          null);
      this.migrations = List.copyOf(migrations);
    }

    public List<MigrationId> migrations() {
      return migrations;
    }
  }

  /** The database has migrations, between those of this application, that it does not have. */
  public static final class Missing extends MigrationException {
    private static final long serialVersionUID = 1;
    private final List<MigrationId> migrations;

    Missing(List<MigrationId> migrations) {
      super(
          "Migration "
              + migrations.get(0)
              + " is applied in the database, but this application does not have it, although it has"
              + " later ones."
              + Texts.andMore(migrations)
              + " Nothing was changed. Restore its file, or undo it with the application that has"
              + " it.",
          null);
      this.migrations = List.copyOf(migrations);
    }

    public List<MigrationId> migrations() {
      return migrations;
    }
  }

  /**
   * The database has some of the migrations that others were made into one of, and those it lacks
   * are not kept any more.
   */
  public static final class Replaced extends MigrationException {
    private static final long serialVersionUID = 1;
    private final MigrationId migration;
    private final List<MigrationId> missing;

    Replaced(MigrationId migration, List<MigrationId> missing) {
      super(
          migration
              + " stands for migrations of which this database has only some. It lacks "
              + missing.get(0)
              + ", which this application does not keep any more."
              + Texts.andMore(missing)
              + " Nothing was changed. Migrate it first with a version of the application that has"
              + " them, or bring their files back into the folder \"replaced\".",
          null);
      this.migration = migration;
      this.missing = List.copyOf(missing);
    }

    public MigrationId migration() {
      return migration;
    }

    /** What the database lacks. */
    public List<MigrationId> missing() {
      return missing;
    }
  }

  /** A script cannot be run at all; nothing of it was. */
  public static final class Refused extends MigrationException {
    private static final long serialVersionUID = 1;
    private final MigrationId migration;
    private final int line;

    Refused(String subject, MigrationId migration, int line, String problem) {
      super(subject + ", line " + line + ": " + problem + " Nothing was changed.", null);
      this.migration = migration;
      this.line = line;
    }

    Refused(String subject, MigrationId migration, int line, String problem, Throwable cause) {
      super(subject + ", line " + line + ": " + problem + " Nothing was changed.", cause);
      this.migration = migration;
      this.line = line;
    }

    public MigrationId migration() {
      return migration;
    }

    /** The line in the migration's file, from 1. */
    public int line() {
      return line;
    }
  }

  /** The server refused a statement of a script, or the connection was lost. */
  public static final class Failed extends MigrationException {
    private static final long serialVersionUID = 1;
    private final MigrationId migration;
    private final int line;
    private final String sqlState;
    private final String state;
    private final List<Blocker> blockers;

    Failed(
        String subject,
        MigrationId migration,
        int line,
        ServerError error,
        List<Blocker> blockers,
        String state,
        Throwable cause) {
      super(
          subject + ", line " + line + ": " + error + Blocker.sentence(blockers) + " " + state,
          cause);
      this.blockers = List.copyOf(blockers);
      this.migration = migration;
      this.line = line;
      this.sqlState = error.sqlState();
      this.state = state;
    }

    public MigrationId migration() {
      return migration;
    }

    /** The line in the script's file, from 1. */
    public int line() {
      return line;
    }

    /** PostgreSQL's code of five characters. */
    public String sqlState() {
      return sqlState;
    }

    /** The sessions that held the locks which were not granted, as far as that could be seen. */
    public List<Blocker> blockers() {
      return blockers;
    }

    /** Whether the connection was lost, rather than a statement refused. */
    boolean isConnectionLost() {
      return ServerError.isDisconnect(sqlState);
    }

    /** What state the database is in, as the message's end says it. */
    public String state() {
      return state;
    }
  }

  /**
   * The server refused what Varve itself sent: a right is missing, the history was tampered with.
   */
  public static final class Server extends MigrationException {
    private static final long serialVersionUID = 1;
    private final String sqlState;

    Server(String doing, ServerError error, Throwable cause) {
      super(doing + " failed: " + error, cause);
      this.sqlState = error.sqlState();
    }

    /** PostgreSQL's code of five characters. */
    public String sqlState() {
      return sqlState;
    }
  }

  /** The thread was interrupted while it waited for a lock; it still is. */
  public static final class Interrupted extends MigrationException {
    private static final long serialVersionUID = 1;

    Interrupted(InterruptedException cause) {
      super("Interrupted while waiting for a lock. What was finished before stays.", cause);
    }
  }

  /** There is no undo script for a migration that was to be undone. */
  public static final class NoUndo extends MigrationException {
    private static final long serialVersionUID = 1;
    private final MigrationId migration;

    NoUndo(MigrationId migration) {
      super(
          "Migration "
              + migration
              + " has no undo script in the history: it never had one, or the database was created"
              + " at once, without what this migration would have parked. Nothing was undone. Write"
              + " a new migration that takes its changes back.",
          null);
      this.migration = migration;
    }

    public MigrationId migration() {
      return migration;
    }
  }

  /** An undo would lose rows or values, and was not told that it may. */
  public static final class LosesData extends MigrationException {
    private static final long serialVersionUID = 1;
    private final MigrationId migration;
    private final List<String> losses;

    LosesData(MigrationId migration, List<String> losses, String state) {
      super(
          "Undoing "
              + migration
              + " would lose what is in "
              + String.join(", ", losses)
              + ". "
              + state
              + " Save it, or allow the loss by name.",
          null);
      this.migration = migration;
      this.losses = List.copyOf(losses);
    }

    /** The first migration whose undo would lose something. */
    public MigrationId migration() {
      return migration;
    }

    /** The tables ({@code users}) and columns ({@code users.email}), as they are to be allowed. */
    public List<String> losses() {
      return losses;
    }
  }

  /** What was asked for does not fit the state of the database. */
  public static final class NotPossible extends MigrationException {
    private static final long serialVersionUID = 1;

    NotPossible(String message) {
      super(message, null);
    }
  }

  /** A migration is older than one that is applied already, and may not follow it. */
  public static final class NotInOrder extends MigrationException {
    private static final long serialVersionUID = 1;
    private final MigrationId migration;
    private final MigrationId newer;

    NotInOrder(MigrationId migration, MigrationId newer, String reason) {
      super(
          "Migration "
              + migration
              + " is older than "
              + newer
              + ", which is applied already, and the history does not say that it may follow: "
              + reason
              + ". Nothing was changed. Give it a newer version, if no other database has it; or"
              + " allow "
              + migration.text()
              + " by name to be applied out of order.",
          null);
      this.migration = migration;
      this.newer = newer;
    }

    public MigrationId migration() {
      return migration;
    }

    /** The first applied migration with which it does not commute. */
    public MigrationId newer() {
      return newer;
    }
  }

  /** The database is not as its migrations make it, and {@code migrate} was told to stop at that. */
  public static final class Drifted extends MigrationException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 10;
    private final Drift drift;

    Drifted(String what, Drift drift, String state) {
      super(
          what
              + ":\n  "
              + String.join("\n  ", drift.lines().stream().limit(SHOWN).toList())
              + (drift.lines().size() > SHOWN
                  ? "\n  and " + (drift.lines().size() - SHOWN) + " more"
                  : "")
              + "\n"
              + state
              + " varve verify shows the SQL that leads back.",
          null);
      this.drift = drift;
    }

    public Drift drift() {
      return drift;
    }
  }
}
