package dev.varve.examples.learningcards;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.varve.runtime.Varve;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.query.Database;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Migrates a database and does in it what such a service does.
 *
 * <p>The database is the one of the JDBC URL given as the first argument, or as the environment
 * variable {@code DATABASE_URL}; without either, a PostgreSQL server is started for this run.
 */
public final class LearningCards {
  private LearningCards() {}

  public static void main(String[] args) {
    Optional<String> url = Stream.concat(
            Arrays.stream(args), Stream.ofNullable(System.getenv("DATABASE_URL")))
        .findFirst();
    if (url.isPresent()) {
      run(url.get());
    } else {
      try (LocalPostgres server = LocalPostgres.start()) {
        run(server.url());
      }
    }
  }

  private static void run(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(4);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      run(pool, Clock.systemUTC(), System.out);
    }
  }

  /** The application, with what it takes from outside. */
  static void run(DataSource dataSource, Clock clock, PrintStream out) {
    Report report = new Report(out);
    migrate(dataSource, report);
    new Tour(Database.of(dataSource), clock.instant(), report).run();
  }

  private static void migrate(DataSource dataSource, Report report) {
    MigrationResult result = Varve.migrate(dataSource);
    report.topic("migrations");
    if (result.applied().isEmpty()) {
      report.say("nothing to do, all are applied");
    }
    for (MigrationResult.Applied applied : result.applied()) {
      report.say(
          "%s  %-40s %4d ms",
          applied.migration().version(),
          applied.migration().name().replace('_', ' '),
          applied.took().toMillis());
    }
    result.notes().forEach(note -> report.say("%s", note));
  }
}
