package dev.varve.runtime;

import dev.varve.runtime.fleet.Fleet;
import dev.varve.runtime.fleet.Member;
import dev.varve.runtime.migrate.HistoryEvent;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationListener;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.Migrator;
import dev.varve.runtime.migrate.Plan;
import dev.varve.runtime.migrate.RollbackResult;
import dev.varve.runtime.migrate.Settings;
import dev.varve.runtime.migrate.Status;
import dev.varve.runtime.verify.Drift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The front door: brings a database to the schema of the application's records.
 *
 * <p>{@code Varve.migrate(dataSource)} in {@code main} is all that most applications need. Any
 * number of instances may call it at once; a call may be killed at any moment, and the next one
 * goes on. The schema is the current one of the data source's connections. For more, {@code
 * Varve.of(dataSource).waitForLock(…).listener(…).migrate()}.
 *
 * <p>A value of this class is immutable.
 */
public final class Varve {
  private final DataSource dataSource;
  private final List<MigrationSource> sources;
  private final Settings settings;

  private Varve(DataSource dataSource, List<MigrationSource> sources, Settings settings) {
    this.dataSource = dataSource;
    this.sources = sources;
    this.settings = settings;
  }

  /**
   * Applies the migrations on the class path that the database does not have, each step in a
   * transaction with its row of the table {@code varve_history}. One statement if there is nothing
   * to do.
   *
   * @throws MigrationException if anything is not as it must be; its message says which migration,
   *     which line, what the server said, and what state the database is in
   */
  public static MigrationResult migrate(DataSource dataSource) {
    return of(dataSource).migrate();
  }

  /** Compares the migrations on the class path with the database; changes nothing. */
  public static Status status(DataSource dataSource) {
    return of(dataSource).status();
  }

  /**
   * Compares the database with what its migrations make, each object with what PostgreSQL itself
   * makes of it in schemas that are rolled back; changes nothing. The role needs the privilege
   * CREATE on the database, or TEMPORARY if the migrations make only what can be temporary.
   *
   * @throws MigrationException if a migration is half done, is not known here, or the role may not
   */
  public static Drift verify(DataSource dataSource) {
    return of(dataSource).verify();
  }

  /**
   * Undoes the newest migrations, with the undo scripts that the database keeps, so that it does
   * not matter whether this application still has them.
   *
   * @param count how many, at least 1
   * @throws MigrationException if one of them has no undo script, or would lose rows; nothing is
   *     undone then
   */
  public static RollbackResult rollback(DataSource dataSource, int count) {
    return of(dataSource).rollback(count);
  }

  /**
   * The same over many databases or schemas, each with the migrations on the class path; see {@link
   * Fleet}.
   */
  public static Fleet fleet(Collection<Member> members) {
    return Fleet.of(members, Varve::migrate);
  }

  /** Starts from the migrations on the class path and the default settings. */
  public static Varve of(DataSource dataSource) {
    return new Varve(dataSource, List.of(), Settings.DEFAULT);
  }

  /** Takes the migrations that this class loader finds. */
  public Varve classLoader(ClassLoader loader) {
    return new Varve(dataSource, found(loader, dataSource), settings);
  }

  /** Takes these migrations and does not look at the class path. */
  public Varve sources(List<? extends MigrationSource> given) {
    return new Varve(dataSource, List.copyOf(given), settings);
  }

  /** How long to wait while another process migrates the same schema; ten minutes if not given. */
  public Varve waitForLock(Duration limit) {
    return new Varve(dataSource, sources, settings.waitForLock(limit));
  }

  /**
   * How long a step may wait at a time for a table's lock, with every other session queueing behind
   * it; two seconds if not given. It is then rolled back and tried again.
   */
  public Varve lockTimeout(Duration limit) {
    return new Varve(dataSource, sources, settings.lockTimeout(limit));
  }

  /** How long a step is tried again while its locks are not granted; ten minutes if not given. */
  public Varve retryFor(Duration limit) {
    return new Varve(dataSource, sources, settings.retryFor(limit));
  }

  /**
   * How long a statement may take that changes only the catalog, while everybody waits behind it;
   * half a minute if not given. A statement that reads or writes rows, validates, or builds an
   * index concurrently has no limit.
   */
  public Varve statementTimeout(Duration limit) {
    return new Varve(dataSource, sources, settings.statementTimeout(limit));
  }

  /**
   * Whether {@link #migrate()}, when it creates the history, marks the database as one for
   * development, so that {@link #reset} may empty it. The mark is never set or taken away later.
   */
  public Varve development(boolean marked) {
    return new Varve(dataSource, sources, settings.development(marked));
  }

  /**
   * Lets a rollback lose the rows of these tables ({@code users}) and the values of these columns
   * ({@code users.email}); any other loss refuses it.
   */
  public Varve allowLoss(Collection<String> names) {
    return new Varve(dataSource, sources, settings.allowLoss(names));
  }

  /**
   * Applies these migrations ({@code 20261120153045__create_users}) even after newer ones with
   * which, as far as the history says, they do not commute.
   */
  public Varve outOfOrder(Collection<String> migrations) {
    return new Varve(dataSource, sources, settings.outOfOrder(migrations));
  }

  /**
   * Whether an empty schema is created at once from the folded one, if all migrations are
   * generated; true if not given. The result is the same, and so is the history, but for its events
   * being stamps.
   */
  public Varve create(boolean may) {
    return new Varve(dataSource, sources, settings.create(may));
  }

  /**
   * Whether {@link #migrate()} compares the database with what its migrations make before it changes
   * anything, and refuses it if that differs. Within the transaction of the first step, if it is
   * one.
   */
  public Varve refuseDrift(boolean refuse) {
    return verifying(Settings.Verify.BEFORE, refuse);
  }

  /**
   * Whether {@link #migrate()} compares the database with what its migrations make when all are
   * applied, and fails if that differs. Within the transaction of the last step, which is then
   * rolled back, if it is one.
   */
  public Varve verifyAfterwards(boolean verify) {
    return verifying(Settings.Verify.AFTER, verify);
  }

  private Varve verifying(Settings.Verify when, boolean wanted) {
    Set<Settings.Verify> times = new HashSet<>(settings.verify());
    if (wanted) {
      times.add(when);
    } else {
      times.remove(when);
    }
    return new Varve(dataSource, sources, settings.verify(times));
  }

  /** Hears of each migration and statement. */
  public Varve listener(MigrationListener listener) {
    return new Varve(dataSource, sources, settings.listener(listener));
  }

  /** See {@link #migrate(DataSource)}. */
  public MigrationResult migrate() {
    return migrator().migrate();
  }

  /** See {@link #status(DataSource)}. */
  public Status status() {
    return migrator().status();
  }

  /** See {@link #verify(DataSource)}. */
  public Drift verify() {
    return migrator().verify();
  }

  /** See {@link #rollback(DataSource, int)}. */
  public RollbackResult rollback(int count) {
    return migrator().rollback(count);
  }

  /**
   * Undoes every migration that is newer than this one.
   *
   * @param version a version, such as {@code 20261120153045}, or version and name; it must be
   *     applied
   * @throws MigrationException if one of them cannot be undone; nothing is undone then
   */
  public RollbackResult rollbackTo(String version) {
    return migrator().rollbackTo(version);
  }

  /**
   * The exact SQL that {@link #migrate()} would run; nothing of it is run.
   *
   * @throws MigrationException if {@code migrate} would be refused
   */
  public Plan plan() {
    return migrator().plan();
  }

  /** The exact SQL that {@link #rollback(int)} would run; nothing of it is run. */
  public Plan planRollback(int count) {
    return migrator().planRollback(count);
  }

  /** The exact SQL that {@link #rollbackTo} would run; nothing of it is run. */
  public Plan planRollbackTo(String version) {
    return migrator().planRollbackTo(version);
  }

  /**
   * Begins the history of a database that has the whole schema already: all migrations count as
   * applied, and nothing of them is run. Where Flyway or Liquibase has run files of these migrations
   * until now, only those count; its history is read, and left as it is.
   *
   * @return the events that were added
   * @throws MigrationException if there is a history already
   */
  public List<HistoryEvent> baseline() {
    return migrator().baseline(Optional.empty());
  }

  /** As {@link #baseline()}, but up to a version, inclusive; later migrations stay pending. */
  public List<HistoryEvent> baseline(String version) {
    return migrator().baseline(Optional.of(version));
  }

  /**
   * Says that the pending migrations up to a version, inclusive, are applied; nothing of them is
   * run. A half applied one counts as finished; the file of the very one that is named, if it was
   * edited after it was applied, counts as what was applied.
   *
   * @return the events that were added; none if nothing was pending
   * @throws MigrationException if there is no such migration
   */
  public List<HistoryEvent> stamp(String version) {
    return migrator().stamp(version);
  }

  /** Everything that ever happened to the migrations of the schema, in order; changes nothing. */
  public List<HistoryEvent> history() {
    return migrator().history();
  }

  /**
   * Drops everything in the schema but what extensions own. The history is emptied and keeps its
   * mark, so that {@link #migrate()} can begin anew.
   *
   * @param database the name of the database that is meant
   * @throws MigrationException if the connection is to another one, or if it is not marked as one
   *     for development; nothing is dropped then
   */
  public void reset(String database) {
    migrator().reset(database);
  }

  private Migrator migrator() {
    return new Migrator(
        dataSource, sources.isEmpty() ? onClassPath(dataSource) : sources, settings);
  }

  /** A server may give its threads a class loader that knows the application better than ours. */
  private static List<MigrationSource> onClassPath(DataSource dataSource) {
    ClassLoader ours = Varve.class.getClassLoader();
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return found(ofThread == null ? ours : ofThread, dataSource);
  }

  private static List<MigrationSource> found(ClassLoader loader, DataSource dataSource) {
    List<MigrationSource> found = new ArrayList<>();
    for (Catalogue catalogue : ServiceLoader.load(Catalogue.class, loader)) {
      found.add(MigrationSource.packed(
          catalogue.getClass(), catalogue.module(), new DataSteps(dataSource, catalogue)));
    }
    if (found.isEmpty()) {
      throw new MigrationException.NoCatalogue();
    }
    if (found.size() > 1) {
      found.sort((one, other) -> one.module().compareTo(other.module()));
    }
    return found;
  }
}
