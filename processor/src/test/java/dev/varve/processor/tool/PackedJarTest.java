package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar with classifier {@code cli} as it was packed; runs in the build's phase after that. */
class PackedJarTest {
  private static final Path JAR = Path.of(System.getProperty("varve.cli.jar", ""));

  @TempDir
  private Path project;

  @BeforeAll
  static void theJarIsThere() {
    assumeTrue(
        Files.isRegularFile(JAR), "varve.cli.jar names no jar: Maven packs it, then tests it");
  }

  @Test
  void startsByItselfAndMigrates() {
    new Migrations(project);
    try (TestDatabase database = TestServer.newDatabase()) {
      Shell shell = new Shell(project).on(database);

      assertEquals(3, jar(shell, "status").exitCode());
      assertEquals(0, jar(shell, "migrate").exitCode());
      Shell.Run run = jar(shell, "status", "--json");
      assertEquals(0, run.exitCode(), run.err());
      assertEquals("up to date", Json.parse(run.out()).get("outcome").text());
      assertEquals(
          version(), "varve " + database.value("SELECT DISTINCT varve FROM varve_history") + "\n");
    }
  }

  @Test
  void everyVerbHasItsHelp() {
    Shell shell = new Shell(project);
    for (String verb : VarveCommand.commandLine().getSubcommands().keySet()) {
      Shell.Run run = jar(shell, verb, "--help");
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(run.out().startsWith("NAME\n       varve " + verb + " - "), run.out());
    }
  }

  @Test
  void holdsEverythingItNeedsAndNothingElse() throws Exception {
    assertEquals(List.of(), missing());
    try (JarFile jar = new JarFile(JAR.toFile());
        URLClassLoader loader = new URLClassLoader(
            new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      assertEquals(
          List.of("org.postgresql.Driver"),
          ServiceLoader.load(Driver.class, loader).stream()
              .map(driver -> driver.type().getName())
              .toList());
      assertEquals(
          List.of("META-INF/services/java.sql.Driver"),
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
              .toList());
      assertEquals(
          List.of(
              "com/palantir",
              "dev/varve",
              "jakarta/persistence",
              "net/sf",
              "org/postgresql",
              "picocli"),
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.endsWith(".class"))
              .map(name -> name.startsWith("picocli/")
                  ? "picocli"
                  : Arrays.stream(name.split("/")).limit(2).collect(Collectors.joining("/")))
              .distinct()
              .sorted()
              .toList());
    }
    assertTrue(Files.size(JAR) < 8_000_000, () -> JAR + " has " + JAR.toFile().length() + " bytes");
  }

  /** What classes of the jar mention and no class is; the driver can do with less than it knows. */
  private static List<String> missing() {
    StringWriter out = new StringWriter();
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            new PrintWriter(out, true),
            new PrintWriter(out, true),
            "--missing-deps",
            "--multi-release",
            "base",
            JAR.toString());
    List<String> missing = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      boolean found =
          line.contains("not found") && !line.startsWith(JAR.getFileName().toString());
      if (found
          && !line.strip().startsWith("org.postgresql.")
          && !line.contains("org.jspecify.annotations.")
          && !line.contains("com.google.auto.service.")) {
        missing.add(line.strip());
      }
    }
    assertTrue(out.toString().contains("not found"), () -> "jdeps said: " + out);
    return missing;
  }

  private String version() {
    return jar(new Shell(project), "--version").out();
  }

  private static Shell.Run jar(Shell shell, String... arguments) {
    List<String> command = new ArrayList<>(Shell.java());
    command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    return shell.run(command);
  }
}
