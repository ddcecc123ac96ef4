package dev.varve.runtime.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL's official image, through Testcontainers, which also removes it at the end. */
final class DockerServer {
  private static final String DEFAULT_VERSION = "18";
  private static final int PORT = 5432;

  private DockerServer() {}

  /**
   * Whether a Docker can be used. On Linux it is asked only if there is a trace of one: asking
   * loads some hundred classes and tries several addresses.
   */
  static boolean answers() {
    if (System.getProperty("os.name").startsWith("Linux")
        && !System.getenv().containsKey("DOCKER_HOST")
        && !Files.exists(Path.of("/var/run/docker.sock"))
        && !Files.exists(home(".testcontainers.properties"))
        && !Files.exists(home(".docker", "run", "docker.sock"))
        && !Files.exists(home(".docker", "desktop", "docker.sock"))
        && !Files.exists(
            Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/"), "docker.sock"))) {
      return false;
    }
    return DockerClientFactory.instance().isDockerAvailable();
  }

  /** Starts the image of this major version, or of the newest if empty, and returns its URL. */
  @SuppressWarnings("resource") // lives until the JVM ends
  static String start(String version) {
    String image = "postgres:" + (version.isEmpty() ? DEFAULT_VERSION : version);
    GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
        .withEnv("POSTGRES_PASSWORD", "varve")
        .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300")
        .withExposedPorts(PORT)
        // The image starts its server twice: once to initialise, then to serve.
        .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*", 2)
            .withStartupTimeout(Duration.ofMinutes(2)));
    container.start();
    return "jdbc:postgresql://"
        + container.getHost()
        + ":"
        + container.getMappedPort(PORT)
        + "/postgres?user=postgres&password=varve";
  }

  private static Path home(String first, String... more) {
    return Path.of(System.getProperty("user.home"), first).resolve(Path.of("", more));
  }
}
