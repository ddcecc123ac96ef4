package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations out of an application's jar, as the processor packed them. */
class PackedMigrationsTest {
  private static final TestProject SHOP = new TestProject(Compiler.JAVAC);

  @TempDir
  private Path folder;

  @BeforeAll
  static void compile() {
    TestProject.Result result = SHOP.withSources(Map.of("shop/User.java", """
        package shop;
        import jakarta.persistence.*;
        @Table(name = "users")
        public record User(@Id java.util.UUID id, String email) {}
        """))
        .withFile(
            "src/main/resources/db/migration/V20200101000000__first.sql",
            "CREATE TABLE one (a int);")
        .compile();
    assertTrue(result.success(), () -> result.messages().toString());
  }

  @AfterAll
  static void delete() {
    SHOP.close();
  }

  @Test
  void areAppliedFromTheApplicationsJarAndItsClassOutput() throws IOException {
    Path jar = write("shop.jar", jar(""));
    for (Path place : List.of(jar, SHOP.classes())) {
      try (TestDatabase database = TestServer.newDatabase()) {
        Shell shell = new Shell(folder).on(database);

        Shell.Run run = shell.varve("migrate", "--migrations", place.toString());

        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().endsWith("Applied 2 migrations.\n"), run.out());
        assertEquals(
            List.of("shop|first", "shop|create_users"),
            database.rows("SELECT module, name FROM varve_history ORDER BY entry"));
        Shell.Run again =
            shell.varve("status", "--migrations", SHOP.migrations().toString());
        assertEquals(0, again.exitCode(), again.out());
      }
    }
  }

  @Test
  void areFoundInAJarOfJarsAndInAWebArchive() throws IOException {
    try (TestDatabase database = TestServer.newDatabase()) {
      Shell shell = new Shell(folder).on(database);
      ByteArrayOutputStream boot = new ByteArrayOutputStream();
      try (JarOutputStream out = new JarOutputStream(boot)) {
        out.putNextEntry(new JarEntry("BOOT-INF/lib/shop.jar"));
        out.write(jar(""));
        out.closeEntry();
      }
      for (Path jar : List.of(
          write("boot.jar", boot.toByteArray()), write("shop.war", jar("WEB-INF/classes/")))) {
        Shell.Run run = shell.varve("status", "--json", "--migrations", jar.toString());
        assertEquals(3, run.exitCode(), run.err());
        assertEquals(
            List.of("first", "create_users"),
            Json.parse(run.out()).get("migrations").list().stream()
                .map(m -> m.get("name").text())
                .toList());
      }
    }
  }

  @Test
  void theApplicationsJarCarriesNoCommandLine() throws IOException {
    for (Path file : TestProject.files(SHOP.classes(), "")) {
      String name = SHOP.classes().relativize(file).toString();
      assertTrue(name.startsWith("shop") || name.startsWith("META-INF"), name);
    }
  }

  @Test
  void anythingElseIsRefused() throws IOException {
    try (TestDatabase database = TestServer.newDatabase()) {
      Shell shell = new Shell(folder).on(database);
      Path empty = folder.resolve("empty.jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(empty))) {
        out.putNextEntry(new JarEntry("a.txt"));
      }
      write("text.jar", "no jar".getBytes());
      write("shop.jar", jar(""));

      refused(
          shell,
          1,
          "empty.jar has no META-INF/varve: the annotation processor packs the migrations there."
              + " Check that it ran when this was compiled, or name another jar.",
          "empty.jar");
      refused(shell, 1, "text.jar is not a jar that can be read: ", "text.jar");
      refused(
          shell, 2, "--migrations: none.jar does not exist. Name a jar or a folder.", "none.jar");
      refused(
          shell,
          2,
          "--module: shop.jar has no module stock. It has shop.",
          "shop.jar",
          "--module",
          "stock");
      Shell.Run here = shell.varve("status");
      assertEquals(2, here.exitCode());
      assertEquals(
          "varve status: There are no migrations here: src/main/resources/db/migration does not"
              + " exist. Name the application's jar or a folder with --migrations.\n",
          here.err());
    }
  }

  @Test
  void aClassOutputThatIsBehindItsFolderAsksForACompile() throws IOException {
    try (TestDatabase database = TestServer.newDatabase()) {
      Shell shell = new Shell(SHOP.root()).on(database);
      Path added = SHOP.migrations().resolve("V20990101000000__later.sql");
      Files.writeString(added, "SELECT 1;");
      try {
        Shell.Run run = shell.varve("migrate", "--migrations", "target/classes");

        assertEquals(1, run.exitCode());
        assertEquals(
            "varve migrate: target/classes: what is packed is not what lies in"
                + " src/main/resources/db/migration. Nothing was changed. Compile first, or name the"
                + " folder with --migrations.\n",
            run.err());
      } finally {
        Files.delete(added);
      }
    }
  }

  private static void refused(Shell shell, int exitCode, String message, String... migrations) {
    List<String> arguments = new java.util.ArrayList<>(List.of("status", "--migrations"));
    arguments.addAll(List.of(migrations));
    Shell.Run run = shell.varve(arguments.toArray(String[]::new));
    assertEquals(exitCode, run.exitCode(), run.err());
    assertTrue(run.err().startsWith("varve status: " + message), run.err());
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /** The class output as Maven would pack it. */
  private static byte[] jar(String prefix) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes)) {
      for (Path file : TestProject.files(SHOP.classes(), "")) {
        put(out, prefix + SHOP.classes().relativize(file).toString().replace('\\', '/'), file);
      }
    }
    return bytes.toByteArray();
  }

  private static void put(JarOutputStream out, String name, Path file) throws IOException {
    out.putNextEntry(new JarEntry(name));
    Files.copy(file, out);
    out.closeEntry();
  }
}
