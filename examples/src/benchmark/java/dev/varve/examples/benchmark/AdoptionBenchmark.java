package dev.varve.examples.benchmark;

import dev.varve.processor.pull.Pull;
import dev.varve.processor.pull.Pulled;
import dev.varve.runtime.Varve;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.testing.CountingDataSource;
import dev.varve.runtime.testing.LargeSchema;
import dev.varve.runtime.verify.Drift;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Adopting a large database: it is pulled, its history begins, and it is verified; beside a small one,
 * for which as many queries are sent.
 */
public final class AdoptionBenchmark {
  private static final String PACKAGE = "app";
  private static final int SMALL = 50;

  private AdoptionBenchmark() {}

  /** How long both took, in nanoseconds, and how many queries both sent. */
  private record Pass(long pull, long verify, int pullQueries, int verifyQueries) {}

  /** How many passes of ten, whether to run at all, and the number of tables. */
  public static void main(String[] args) throws Exception {
    if (args.length > 1 && !Boolean.parseBoolean(args[1])) {
      return; // Left out of this run.
    }
    int passes = Math.max(1, (args.length == 0 ? 10 : Integer.parseInt(args[0])) / 3);
    int tables = args.length > 2 ? Integer.parseInt(args[2]) : 5_000;
    try (EmbeddedPostgres server = EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(1))
        .setLocaleConfig("locale", "C")
        .start()) {
      // The large one first: whoever types the command has a JVM that has just started, too.
      List<Pass> large = measure(server, "large", tables, passes);
      List<Pass> small = measure(server, "small", SMALL, 1);
      Page.write(section(tables, large, small.get(0)));
    }
  }

  private static List<Pass> measure(EmbeddedPostgres server, String name, int tables, int passes)
      throws Exception {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    DataSource database = server.getDatabase("postgres", name);
    LargeSchema.create(database, tables);
    List<Pass> measured = new ArrayList<>();
    for (int pass = 0; pass < passes; pass++) {
      measured.add(pass(database, tables));
    }
    return measured;
  }

  private static Pass pass(DataSource database, int tables) throws Exception {
    Path project = Files.createTempDirectory("varve-adoption");
    try {
      Path migrations = project.resolve("migration");
      CountingDataSource pulling = new CountingDataSource(database);
      long start = System.nanoTime();
      Pulled pulled;
      try (Connection connection = pulling.dataSource().getConnection()) {
        pulled = new Pull(PACKAGE, Map.of(), List.of(), project.resolve("java"), migrations)
            .run(connection);
      }
      long pull = System.nanoTime() - start;
      expect(pulled.tables() == tables, "pulled " + pulled.tables() + " tables");
      CountingDataSource verifying = new CountingDataSource(database);
      Varve varve = varve(verifying.dataSource(), migrations);
      varve(database, migrations).baseline();
      start = System.nanoTime();
      Drift drift = varve.verify();
      long verify = System.nanoTime() - start;
      expect(drift.isEmpty(), "found drift: " + drift.lines());
      return new Pass(pull, verify, pulling.queries(), verifying.queries());
    } finally {
      delete(project);
      forget(database);
    }
  }

  private static Varve varve(DataSource database, Path migrations) {
    return Varve.of(database).sources(List.of(MigrationSource.folder(PACKAGE, migrations)));
  }

  /** The next pass begins a history of its own. */
  private static void forget(DataSource database) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS varve_history, varve_marks");
    }
  }

  private static void expect(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String section(int tables, List<Pass> large, Pass small) {
    Pass first = large.get(0);
    return """
        ## Adoption

        A database of %,d tables with %,d columns, each table with a primary key, a foreign key, an index and a check, becomes records and a migration, and is compared with what that migration makes. A server as it comes, on the same machine; JDK %d, %d processors, which other work shares.

        | | first, in a new JVM | median of %d | limit | queries | queries for %d tables |
        | --- | --- | --- | --- | --- | --- |
        | pull | %s s | **%s s** | 30 s | %d | %d |
        | verify | %s s | **%s s** | 15 s | %d | %d |

        Queries are what asks the catalogue. `verify` builds only what is not known to be as it should; a schema of which very much must be built is built in portions, since a server has locks for so many tables, and each portion is asked the same.
        """.formatted(
            tables,
            tables * LargeSchema.COLUMNS,
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            large.size(),
            SMALL,
            seconds(first.pull()),
            seconds(median(large.stream().map(Pass::pull).toList())),
            first.pullQueries(),
            small.pullQueries(),
            seconds(first.verify()),
            seconds(median(large.stream().map(Pass::verify).toList())),
            first.verifyQueries(),
            small.verifyQueries());
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
  }
}
