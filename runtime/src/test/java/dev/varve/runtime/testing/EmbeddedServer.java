package dev.varve.runtime.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * A server from the binaries of {@code io.zonky.test}: the version on the class path, or the one in
 * {@code target/servers/N} (system property {@code varve.test.servers}), where the Maven profile
 * {@code full} puts the older versions.
 */
final class EmbeddedServer {
  private EmbeddedServer() {}

  /** Starts the bundled version if empty, else this major version, and returns the URL. */
  static String start(String version) {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(1))
        .setLocaleConfig("locale", "C")
        .setServerConfig("max_connections", "300")
        .setServerConfig("fsync", "off")
        .setServerConfig("shared_preload_libraries", "pg_stat_statements");
    if (!version.isEmpty()) {
      Path folder = folder(version);
      builder.setPgBinaryResolver((system, machine) -> archive(folder, system, machine));
    }
    try {
      // Its shutdown hook stops the server and removes its data.
      EmbeddedPostgres server = builder.start();
      return server.getJdbcUrl("postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
    }
  }

  private static Path folder(String version) {
    String servers = System.getProperty("varve.test.servers", "");
    Path folder =
        servers.isEmpty() ? Path.of("..", "target", "servers", version) : Path.of(servers, version);
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "PostgreSQL " + version + " is not in target/servers. Run Maven with -Pfull once.");
    }
    return folder;
  }

  private static InputStream archive(Path folder, String system, String machine)
      throws IOException {
    String processor = machine.equals("aarch64") ? "arm_64" : machine;
    String name = "postgres-" + system + "-" + processor + ".txz";
    return Files.newInputStream(folder.resolve(name.toLowerCase(Locale.ROOT)));
  }
}
