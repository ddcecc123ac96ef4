package dev.varve.examples.benchmark;

import dev.varve.runtime.Catalogue;
import dev.varve.runtime.json.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applying, checking and starting with Varve, Flyway, Liquibase and a loop written by hand, on a
 * server of its own that makes its commits durable.
 */
public final class MigrationBenchmark {
  private static final List<String> COLD =
      List.of("connect", "loop", "varve-class-path", "flyway", "liquibase");

  private MigrationBenchmark() {}

  /** How many passes; ten if not given. The page is {@code docs/performance.md} from here. */
  public static void main(String[] args) throws Exception {
    if (args.length > 1 && !Boolean.parseBoolean(args[1])) {
      return; // Left out of this run.
    }
    int passes = args.length == 0 ? 10 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("varve-benchmark");
    Path jar = folder.resolve("workload.jar");
    Workload.write(jar, 500, 5_000);
    try (EmbeddedPostgres server = EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(1))
        .setLocaleConfig("locale", "C")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      Path result = folder.resolve("slices.json");
      Fork.java(
          List.of(jar.toString(), System.getProperty("java.class.path")),
          Slices.class,
          url,
          result.toString(),
          Integer.toString(passes));
      Json slices = Json.parse(Files.readString(result));
      Map<String, List<Long>> cold = cold(jar, url, passes);
      Page.write(new MigrationsSection(slices, cold).text());
    }
  }

  /** Whole processes, in turns; each has only its own tool's jars. */
  private static Map<String, List<Long>> cold(Path jar, String url, int passes) throws Exception {
    Map<String, List<Long>> millis = new LinkedHashMap<>();
    for (int pass = -1; pass < passes; pass++) {
      for (String tool : COLD) {
        String database =
            tool.startsWith("varve") ? "varve" : tool.equals("connect") ? "loop" : tool;
        long start = System.nanoTime();
        Fork.java(
            classPath(jar, tool),
            ColdStart.class,
            tool,
            url.replace("/postgres?", "/" + database + "_500?"),
            "500");
        long took = System.nanoTime() - start;
        if (pass >= 0) {
          millis.computeIfAbsent(tool, name -> new ArrayList<>()).add(took / 1_000_000);
        }
      }
    }
    return millis;
  }

  private static List<String> classPath(Path jar, String tool) {
    List<String> path = new ArrayList<>(List.of(jar.toString()));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> belongs(entry, tool) && !isApplication(entry))
        .forEach(path::add);
    return path;
  }

  /** The example is a module with a history of its own, which would be migrated, too. */
  private static boolean isApplication(String entry) {
    return Files.exists(Path.of(entry, "META-INF", "services", Catalogue.class.getName()));
  }

  /** Our own classes lie in folders; the peers bring along what their names do not tell. */
  private static boolean belongs(String entry, String tool) {
    String name = Path.of(entry).getFileName().toString();
    boolean peer =
        name.matches("(flyway|liquibase|jackson|snakeyaml|opencsv|jaxb|commons|slf4j).*");
    return switch (tool) {
      case "flyway" -> !entry.endsWith(".jar") || name.matches("(flyway|postgresql-4|jackson).*");
      case "liquibase" ->
        !entry.endsWith(".jar")
            || (peer && !name.matches("(flyway|slf4j-jdk).*"))
            || name.startsWith("postgresql-4");
      default ->
        !entry.endsWith(".jar") || name.startsWith("postgresql-4") || name.startsWith("varve-");
    };
  }
}
