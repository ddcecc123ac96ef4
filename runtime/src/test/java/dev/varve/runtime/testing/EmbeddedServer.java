package dev.varve.runtime.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
<<<<<<< HEAD
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
=======
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
>>>>>>> catalog
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * A server from the binaries of {@code io.zonky.test}: the version on the class path, or the one in
<<<<<<< HEAD
 * {@code target/servers/N} (system property {@code varve.test.servers}), where the Maven profile
 * {@code full} puts the older versions.
=======
 * {@code target/servers/N} of this module or of a directory above it, where the Maven profile {@code
 * full} puts the jars of the older versions.
>>>>>>> catalog
 */
final class EmbeddedServer {
  private EmbeddedServer() {}

  /** Starts the bundled version if empty, else this major version, and returns the URL. */
  static String start(String version) {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(1))
        .setLocaleConfig("locale", "C")
        .setServerConfig("max_connections", "300")
        .setServerConfig("fsync", "off");
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
<<<<<<< HEAD
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
=======
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      Path folder = at.resolve("target").resolve("servers").resolve(version);
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new IllegalStateException(
        "No target/servers/" + version + " here or above. Run Maven with -Pfull once.");
  }

  /** The archive for this system, in the folder itself or in one of its jars. */
  private static InputStream archive(Path folder, String system, String machine)
      throws IOException {
    String processor = machine.equals("aarch64") ? "arm_64" : machine;
    String name = ("postgres-" + system + "-" + processor + ".txz").toLowerCase(Locale.ROOT);
    if (Files.exists(folder.resolve(name))) {
      return Files.newInputStream(folder.resolve(name));
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : jars) {
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
          Path archive = content.getPath(name);
          if (Files.exists(archive)) {
            return new ByteArrayInputStream(Files.readAllBytes(archive));
          }
        }
      }
    }
    throw new IllegalStateException("No " + name + " in " + folder.getFileName());
>>>>>>> catalog
  }
}
