package dev.varve.runtime;

import dev.varve.runtime.fleet.Fleet;
import dev.varve.runtime.fleet.Member;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationListener;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.Migrator;
import dev.varve.runtime.migrate.RollbackResult;
import dev.varve.runtime.migrate.Settings;
import dev.varve.runtime.migrate.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
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
   * Undoes the newest migrations, with the undo scripts that the database keeps, so that it does
   * not matter whether this application still has them.
   *
   * @param count how many, at least 1
   * @throws MigrationException if one of them has no undo script; nothing is undone then
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
    return new Varve(dataSource, found(loader), settings);
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

  /** See {@link #rollback(DataSource, int)}. */
  public RollbackResult rollback(int count) {
    return migrator().rollback(count);
  }

  private Migrator migrator() {
    return new Migrator(dataSource, sources.isEmpty() ? onClassPath() : sources, settings);
  }

  /** A server may give its threads a class loader that knows the application better than ours. */
  private static List<MigrationSource> onClassPath() {
    ClassLoader ours = Varve.class.getClassLoader();
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return found(ofThread == null ? ours : ofThread);
  }

  private static List<MigrationSource> found(ClassLoader loader) {
    List<MigrationSource> found = new ArrayList<>();
    for (Catalogue catalogue : ServiceLoader.load(Catalogue.class, loader)) {
      found.add(MigrationSource.packed(catalogue.getClass(), catalogue.module()));
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
