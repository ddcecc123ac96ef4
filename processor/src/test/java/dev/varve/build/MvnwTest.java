package dev.varve.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mvnw} on a machine of our making: a PATH of a few tools, and a loopback archive. */
@DisabledOnOs(OS.WINDOWS)
class MvnwTest {
  private static final String VERSION = "3.9.0";

  private static final String PATH_IN_REPOSITORY =
      "/org/apache/maven/apache-maven/" + VERSION + "/apache-maven-" + VERSION + "-bin.tar.gz";

  private final List<String> requests = new CopyOnWriteArrayList<>();

  @TempDir
  private Path folder;

  private Path tools;
  private Path store;
  private byte[] archive;
  private HttpServer server;

  @BeforeEach
  void aMachineWithoutMavenAndAnArchive() throws Exception {
    tools = Files.createDirectory(folder.resolve("tools"));
    store = folder.resolve("store");
    for (String tool :
        "sed head mkdir mktemp mv rm tar gzip sha512sum shasum perl curl".split(" ")) {
      provide(tool);
    }
    archive = archiveOf("echo Maven from the archive: \"$@\"");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      requests.add(exchange.getRequestURI().getPath());
      if (exchange.getRequestURI().getPath().equals(PATH_IN_REPOSITORY)) {
        exchange.sendResponseHeaders(200, archive.length);
        exchange.getResponseBody().write(archive);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"curl", "wget"})
  void fetchesChecksKeepsAndRunsThePinnedVersion(String downloader) throws Exception {
    Files.deleteIfExists(tools.resolve("curl"));
    assumeTrue(provide(downloader), downloader + " is not on this machine");

    Run first = mvnw(sha512(archive), "verify", "-Dname=a b");
    Run second = mvnw(sha512(archive), "verify");

    assertEquals(0, first.status(), first.output());
    assertTrue(
        first.output().endsWith("Maven from the archive: verify -Dname=a b\n"), first.output());
    assertEquals("Maven from the archive: verify\n", second.output());
    assertEquals(List.of(PATH_IN_REPOSITORY), requests);
    assertEquals(List.of("apache-maven-" + VERSION), kept());
  }

  @Test
  void refusesAnArchiveWithAnotherChecksumAndKeepsNothing() throws Exception {
    String expected = sha512("another archive".getBytes());

    Run run = mvnw(expected, "verify");

    assertEquals(1, run.status(), run.output());
    assertTrue(
        run.output()
            .endsWith("-bin.tar.gz is\n  " + sha512(archive) + ", but\n  " + expected
                + " is expected. Nothing was kept and nothing was run.\n"),
        run.output());
    assertEquals(List.of(), kept());
  }

  @Test
  void saysWhatItCouldNotFetch() throws Exception {
    Run run = mvnw(Map.of("MVNW_REPOURL", url() + "/nowhere/"), sha512(archive), "verify");

    assertEquals(1, run.status(), run.output());
    String address = url() + "/nowhere" + PATH_IN_REPOSITORY;
    assertTrue(run.output().endsWith("mvnw: could not fetch " + address + "\n"), run.output());
    assertEquals(List.of(), kept());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.8.1", "3.10.0", "4.0.0-rc-4"})
  void usesAMavenOnThePathThatIsNewEnough(String version) throws Exception {
    mavenOnThePath(version);

    Run run = mvnw(sha512(archive), "verify");

    assertEquals("Maven from the PATH: verify\n", run.output());
    assertEquals(List.of(), requests);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.2.1", "3.6.3"})
  void passesOverAMavenOnThePathThatIsTooOld(String version) throws Exception {
    mavenOnThePath(version);

    Run run = mvnw(sha512(archive), "verify");

    assertTrue(run.output().endsWith("Maven from the archive: verify\n"), run.output());
  }

  private record Run(int status, String output) {}

  private Run mvnw(String sha512, String... arguments) throws Exception {
    return mvnw(Map.of("MVNW_REPOURL", url()), sha512, arguments);
  }

  /** Runs from a folder that is not the project's. */
  private Run mvnw(Map<String, String> environment, String sha512, String... arguments)
      throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(Stream.concat(
            Stream.of(Path.of("..", "mvnw").toAbsolutePath().normalize().toString()),
            Stream.of(arguments))
        .toList());
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(Map.of(
            "PATH", tools.toString(),
            "HOME", folder.toString(),
            "JAVA_HOME", System.getProperty("java.home"),
            "MVNW_HOME", store.toString(),
            "MVNW_VERSION", VERSION,
            "MVNW_SHA512", sha512));
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "mvnw does not end");
    return new Run(process.exitValue(), Files.readString(output));
  }

  private String url() {
    return "http://" + server.getAddress().getHostString() + ":"
        + server.getAddress().getPort();
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(store)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private boolean provide(String tool) throws IOException {
    Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
        .map(entry -> Path.of(entry, tool))
        .filter(Files::isExecutable)
        .findFirst();
    if (found.isPresent()) {
      script(tools.resolve(tool), "exec '" + found.get() + "' \"$@\"");
    }
    return found.isPresent();
  }

  private void mavenOnThePath(String version) throws IOException {
    script(tools.resolve("mvn"), """
        case "$*" in
          *--version*) printf '\\033[1mApache Maven %s (abc)\\033[m\\nJava version: 17.0.1\\n' ;;
          *) echo Maven from the PATH: "$@" ;;
        esac
        """.formatted(version));
  }

  private byte[] archiveOf(String body) throws Exception {
    String name = "apache-maven-" + VERSION;
    Path source = folder.resolve("source");
    script(Files.createDirectories(source.resolve(name).resolve("bin")).resolve("mvn"), body);
    Path file = folder.resolve("archive.tar.gz");
    Process tar = new ProcessBuilder("tar", "-czf", file.toString(), "-C", source.toString(), name)
        .inheritIO()
        .start();
    assertEquals(0, tar.waitFor());
    return Files.readAllBytes(file);
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private static String sha512(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
  }
}
