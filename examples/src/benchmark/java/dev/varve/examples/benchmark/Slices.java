package dev.varve.examples.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.varve.runtime.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * All tools in one JVM, in slices one after another, in alternating order: the machine's speed may
 * change within minutes, so a slice is compared with those of the same pass only.
 */
final class Slices {
  private static final long SLICE_NANOS = 60_000_000;

  private final String url;
  private final Map<String, List<Double>> measured = new LinkedHashMap<>();

  private Slices(String url) {
    this.url = url;
  }

  /** The URL, whose last part is the database postgres; the file to write; passes. */
  public static void main(String[] args) throws Exception {
    // What the tools say of each migration is not measured; the peers are told so by SLF4J.
    Logger.getLogger("").setLevel(Level.OFF);
    Slices slices = new Slices(args[0]);
    int passes = Integer.parseInt(args[2]);
    slices.apply(500, passes, List.of("loop", "varve"));
    slices.apply(500, Math.max(1, passes / 3), List.of("loop", "flyway", "liquibase"));
    slices.apply(5_000, Math.max(1, passes / 3), List.of("loop", "varve"));
    slices.check(500, 3 * passes, List.of("loop", "varve"));
    slices.check(500, passes, List.of("loop", "flyway", "liquibase"));
    slices.check(5_000, 3 * passes, List.of("loop", "varve"));
    slices.sizes(3 * passes);
    Json.ObjectBuilder result = Json.object();
    slices.measured.forEach((name, values) -> result.put(
        name, Json.array(values.stream().map(v -> Json.of(Math.round(v))).toList())));
    Files.writeString(Path.of(args[1]), result.build().pretty());
  }

  /** Each tool applies everything to a new database. */
  private void apply(int migrations, int passes, List<String> tools) throws SQLException {
    String of = String.join("+", tools);
    int warmUps = migrations == 500 ? 1 : 0;
    for (int pass = -warmUps; pass < passes; pass++) {
      for (String tool : order(tools, pass)) {
        String database = tool + "_" + migrations;
        create(database);
        try (HikariDataSource pool = pool(database)) {
          long start = System.nanoTime();
          Tool.of(tool).migrate(pool, migrations);
          if (pass >= 0) {
            add("apply " + migrations + " " + tool + " of " + of, System.nanoTime() - start);
          }
        }
      }
    }
  }

  /** Each tool finds that there is nothing to do, with a pool that has its connections already. */
  private void check(int migrations, int passes, List<String> tools) throws SQLException {
    String of = String.join("+", tools);
    Map<String, HikariDataSource> pools = new LinkedHashMap<>();
    for (String tool : tools) {
      pools.put(tool, pool(tool + "_" + migrations));
    }
    for (int pass = -3; pass < passes; pass++) {
      for (String tool : order(tools, pass)) {
        double took = slice(tool, pools.get(tool), migrations);
        if (pass >= 0) {
          add("check " + migrations + " " + tool + " of " + of, took);
        }
      }
    }
    pools.values().forEach(HikariDataSource::close);
  }

  /** Varve's check of one history beside its check of the other, ten times as long. */
  private void sizes(int passes) throws SQLException {
    try (HikariDataSource small = pool("varve_500");
        HikariDataSource large = pool("varve_5000")) {
      for (int pass = -3; pass < passes; pass++) {
        boolean smallFirst = pass % 2 == 0;
        double first = slice("varve", smallFirst ? small : large, smallFirst ? 500 : 5_000);
        double second = slice("varve", smallFirst ? large : small, smallFirst ? 5_000 : 500);
        if (pass >= 0) {
          add("size 500", smallFirst ? first : second);
          add("size 5000", smallFirst ? second : first);
        }
      }
    }
  }

  private static double slice(String tool, HikariDataSource pool, int migrations)
      throws SQLException {
    Tool called = Tool.of(tool);
    long start = System.nanoTime();
    int calls = 0;
    do {
      called.migrate(pool, migrations);
      calls++;
    } while (System.nanoTime() - start < SLICE_NANOS);
    return (System.nanoTime() - start) / (double) calls;
  }

  private static List<String> order(List<String> tools, int pass) {
    List<String> order = new ArrayList<>(tools);
    if (pass % 2 != 0) {
      Collections.reverse(order);
    }
    return order;
  }

  private void add(String name, double nanos) {
    measured.computeIfAbsent(name, n -> new ArrayList<>()).add(nanos);
  }

  private void create(String database) throws SQLException {
    try (HikariDataSource pool = pool("postgres");
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + database);
      statement.execute("CHECKPOINT");
    }
  }

  private HikariDataSource pool(String database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url.replace("/postgres?", "/" + database + "?"));
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }
}
