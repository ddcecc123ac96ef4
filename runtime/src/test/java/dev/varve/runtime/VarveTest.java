package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.Status;
import dev.varve.runtime.migrate.script.Checksum;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.File;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front door, with a project as the processor leaves it: compiled classes and packed files. */
class VarveTest {
  private static final MigrationId USERS = MigrationId.parse("20260101000000__create_users");
  private static final MigrationId EMAIL = MigrationId.parse("20260102000000__add_email");

  @TempDir
  Path project;

  private Path classes;
  private Path migrations;
  private Path packed;
  private final TestDatabase database = TestServer.newDatabase();

  @BeforeEach
  void makeProject() throws Exception {
    classes = Files.createDirectories(project.resolve("target/classes"));
    migrations = Files.createDirectories(project.resolve("src/main/resources/db/migration"));
    packed = Files.createDirectories(classes.resolve("META-INF/varve/shop"));
    Path source = project.resolve("ShopCatalogue.java");
    Files.writeString(source, """
        package shop;
        public final class ShopCatalogue implements dev.varve.runtime.Catalogue {
          @Override public String module() { return "shop"; }
        }
        """);
    String classPath = Path.of(
            Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", classes.toString(), source.toString()));
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("dev.varve.runtime.Catalogue"), "shop.ShopCatalogue\n");
    write(migrations, "V" + USERS.text() + ".sql", "CREATE TABLE users (id int);\n");
    write(migrations, "U" + USERS.text() + ".sql", "DROP TABLE users;\n");
    write(migrations, "V" + EMAIL.text() + ".sql", "ALTER TABLE users ADD email text;\n");
    pack();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void migrationsAreFoundInAFolder() throws Exception {
    try (URLClassLoader loader = loader(classes)) {
      Varve varve = Varve.of(database.dataSource()).classLoader(loader);

      assertEquals(List.of(USERS, EMAIL), ids(varve.migrate()));
      assertEquals(List.of(), ids(varve.migrate()));
      assertEquals(2, varve.status().in(Status.State.APPLIED).size());
      assertThrows(MigrationException.NoUndo.class, () -> varve.rollback(1));
    }
  }

  @Test
  void migrationsAreFoundInAJarWhereverTheSourcesAre() throws Exception {
    Path jar = jar();
    Files.delete(migrations.resolve("V" + EMAIL.text() + ".sql"));
    try (URLClassLoader loader = loader(jar)) {
      Thread.currentThread().setContextClassLoader(loader);

      assertEquals(List.of(USERS, EMAIL), ids(Varve.migrate(database.dataSource())));
      assertEquals(2, Varve.status(database.dataSource()).migrations().size());
      assertThrows(MigrationException.NoUndo.class, () -> Varve.rollback(database.dataSource(), 2));
    } finally {
      Thread.currentThread().setContextClassLoader(VarveTest.class.getClassLoader());
    }
  }

  @Test
  void aChangedMigrationFolderAsksForACompile() throws Exception {
    Path email = migrations.resolve("V" + EMAIL.text() + ".sql");
    Path undo = migrations.resolve("U" + USERS.text() + ".sql");

    write(migrations, "V20260103000000__new.sql", "SELECT 1");
    stale("V20260103000000__new.sql is not in the class output yet.");
    Files.delete(migrations.resolve("V20260103000000__new.sql"));

    Files.writeString(email, "ALTER TABLE users ADD email varchar(9);\n");
    stale("V20260102000000__add_email.sql differs from what was packed.");
    Files.writeString(email, "-- Reformatted.\r\nALTER TABLE users  ADD email text;\n");
    fresh();

    Files.writeString(undo, "DROP TABLE IF EXISTS users;\n");
    stale("U20260101000000__create_users.sql differs from what was packed.");
    Files.delete(undo);
    stale("U20260101000000__create_users.sql differs from what was packed.");
    Files.writeString(undo, "DROP TABLE users;\n");

    Files.delete(email);
    stale("V20260102000000__add_email.sql is in the class output, but no longer in the migration"
        + " folder.");
    assertEquals("null", database.value("SELECT to_regclass('users')"));
  }

  @Test
  void withoutAMigrationFolderTheClassOutputCounts() throws Exception {
    try (Stream<Path> files = Files.list(migrations)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(migrations);
    fresh();
  }

  @Test
  void withoutACatalogueTheMissingSettingIsNamed() throws Exception {
    try (URLClassLoader empty = loader(project)) {
      MigrationException.NoCatalogue missing = assertThrows(
          MigrationException.NoCatalogue.class,
          () -> Varve.of(database.dataSource()).classLoader(empty));
      assertEquals(
          "No migrations on the class path: no class implements dev.varve.runtime.Catalogue. The"
              + " annotation processor generates it. Check that varve-processor is in"
              + " annotationProcessorPaths of maven-compiler-plugin (on JDK 23 and newer also that"
              + " nothing sets proc to none; without annotationProcessorPaths it must be full), that"
              + " a record has @Table, and, if the application is a Java module, that"
              + " module-info.java provides dev.varve.runtime.Catalogue with the generated class.",
          missing.getMessage());
    }
  }

  @Test
  void aDamagedClassOutputIsTold() throws Exception {
    Path jar = jar();
    Path index = packed.resolve("index.json");
    String text = Files.readString(index);

    Files.delete(index);
    damaged("META-INF/varve/shop/index.json is missing. Compile the module anew.");
    Files.writeString(index, "{");
    damaged(
        "META-INF/varve/shop/index.json cannot be read: Member \"digest\" is missing in the index."
            + " Compile the module anew.");
    Files.writeString(index, text.replace("add_email", "add_emial"));
    damaged(
        "META-INF/varve/shop/index.json cannot be read: The digest is not that of the migrations."
            + " Compile the module anew.");
    assertEquals(true, Files.exists(jar));
  }

  @Test
  void migrationsCanBeGivenAsAFolder() {
    MigrationResult result = Varve.of(database.dataSource())
        .sources(List.of(MigrationSource.folder("shop", migrations)))
        .waitForLock(Duration.ofSeconds(5))
        .lockTimeout(Duration.ofSeconds(1))
        .retryFor(Duration.ofSeconds(9))
        .migrate();

    assertEquals(List.of(USERS, EMAIL), ids(result));
  }

  private void stale(String message) throws Exception {
    try (URLClassLoader loader = loader(classes)) {
      MigrationException.CompileFirst stale = assertThrows(
          MigrationException.CompileFirst.class,
          () -> Varve.of(database.dataSource()).classLoader(loader).migrate());
      assertEquals(message + " Nothing was changed. Compile first.", stale.getMessage());
      assertEquals(message.substring(0, message.indexOf(' ')), stale.file());
    }
  }

  private void fresh() throws Exception {
    try (URLClassLoader loader = loader(classes);
        TestDatabase other = TestServer.newDatabase()) {
      assertEquals(
          2,
          Varve.of(other.dataSource()).classLoader(loader).migrate().applied().size());
    }
  }

  private void damaged(String message) throws Exception {
    try (URLClassLoader loader = loader(jar())) {
      assertEquals(
          message,
          assertThrows(
                  MigrationException.Damaged.class,
                  () -> Varve.of(database.dataSource()).classLoader(loader).migrate())
              .getMessage());
    }
  }

  /** What the processor does: the scripts and their index, into the class output. */
  private void pack() throws Exception {
    List<MigrationIndex.Entry> entries = new ArrayList<>();
    for (MigrationId id : List.of(USERS, EMAIL)) {
      String sql = Files.readString(migrations.resolve(id.fileName()));
      Path undo = migrations.resolve(id.undoFileName());
      write(packed, id.fileName(), sql);
      if (Files.exists(undo)) {
        write(packed, id.undoFileName(), Files.readString(undo));
      }
      entries.add(
          new MigrationIndex.Entry(id, Checksum.of(sql), List.of(), true, Files.exists(undo)));
    }
    Optional<String> folder = Optional.of("../../src/main/resources/db/migration");
    MigrationIndex index = MigrationIndex.of("shop", folder, entries);
    write(packed, "index.json", index.toJson().pretty());
  }

  private Path jar() throws Exception {
    Path jar = Files.createTempFile(project, "shop", ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(
            new JarEntry(classes.relativize(path).toString().replace(File.separatorChar, '/')));
        Files.copy(path, out);
      }
    }
    return jar;
  }

  private static URLClassLoader loader(Path classPath) throws Exception {
    return new URLClassLoader(
        new URL[] {classPath.toUri().toURL()}, VarveTest.class.getClassLoader());
  }

  private static void write(Path folder, String file, String text) throws Exception {
    Files.writeString(folder.resolve(file), text);
  }

  private static List<MigrationId> ids(MigrationResult result) {
    return result.applied().stream().map(MigrationResult.Applied::migration).toList();
  }
}
