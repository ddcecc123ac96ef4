package dev.varve.examples.benchmark.query;

import dev.varve.examples.benchmark.Fork;
import dev.varve.examples.benchmark.Page;
import dev.varve.runtime.json.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The daily work with a database, by Varve, by its peers and by hand, on a server of its own. Its
 * commits do not wait for the disk, as that would hide what the client does.
 */
public final class QueryBenchmark {
  private static final int SLICE_MILLIS = 50;

  private QueryBenchmark() {}

  /** How many minutes it may take; ten if not given. */
  public static void main(String[] args) throws Exception {
    if (args.length > 1 && !Boolean.parseBoolean(args[1])) {
      return; // Left out of this run.
    }
    double minutes = args.length == 0 ? 10 : Double.parseDouble(args[0]);
    long seconds = Math.max(1, Math.round(minutes * 60 / Work.values().length));
    Path result = Files.createTempDirectory("varve-benchmark").resolve("queries.json");
    try (EmbeddedPostgres server = EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(1))
        .setLocaleConfig("locale", "C")
        .setServerConfig("synchronous_commit", "off")
        .setServerConfig("autovacuum", "off")
        .start()) {
      Fork.java(
          List.of(System.getProperty("java.class.path")),
          QuerySlices.class,
          server.getJdbcUrl("postgres", "postgres"),
          result.toString(),
          Integer.toString(SLICE_MILLIS),
          Long.toString(seconds));
    }
    QueryResults results = QueryResults.of(Json.parse(Files.readString(result)));
    Page.writeBeside("performance-queries.svg", new Chart(results).svg());
    Page.write(new QueriesSection(results, seconds, SLICE_MILLIS).text());
  }
}
