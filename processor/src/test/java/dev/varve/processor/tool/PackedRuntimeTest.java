package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.annotations.Projection;
import dev.varve.processor.VarveProcessor;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import jakarta.persistence.Table;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/** The two jars of the runtime as they were packed; runs in the build's phase after that. */
class PackedRuntimeTest {
  private static final Path QUERIES = Path.of(System.getProperty("varve.runtime.jar", ""));
  private static final Path MIGRATIONS =
      Path.of(QUERIES.toString().replaceFirst("\\.jar$", "-migrations.jar"));

  /** In bytes: it is part of every application. */
  private static final long BUDGET = 400_000;

  @TempDir
  private Path project;

  @BeforeAll
  static void theJarsAreThere() {
    assumeTrue(
        Files.isRegularFile(QUERIES),
        "varve.runtime.jar names no jar: Maven packs it, then tests it");
  }

  @Test
  void queriesAreASmallJar() throws IOException {
    assertTrue(Files.size(QUERIES) < BUDGET, () -> QUERIES.toFile().length() + " bytes");
  }

  @Test
  void noPackageIsInBothAndEachIsAModule() {
    Map<String, Set<String>> packages = ModuleFinder.of(QUERIES, MIGRATIONS).findAll().stream()
        .map(ModuleReference::descriptor)
        .collect(Collectors.toMap(module -> module.name(), module -> module.packages()));

    assertEquals(Set.of("dev.varve.runtime", "dev.varve.runtime.query"), packages.keySet());
    Set<String> both = new TreeSet<>(packages.get("dev.varve.runtime"));
    both.retainAll(packages.get("dev.varve.runtime.query"));
    assertEquals(Set.of(), both);
  }

  @Test
  void theManifestsTellTheVersion() throws IOException {
    for (Path jar : List.of(QUERIES, MIGRATIONS)) {
      try (JarFile file = new JarFile(jar.toFile())) {
        String version =
            file.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        assertTrue(QUERIES.getFileName().toString().contains("-" + version), version);
      }
    }
  }

  @Test
  void anApplicationThatOthersMigrateNeedsTheFirstAlone() throws IOException {
    Files.createFile(project.resolve("pom.xml"));
    List<Path> classPath = new ArrayList<>(Stream.of(Driver.class, Table.class, Projection.class)
        .map(PackedRuntimeTest::home)
        .toList());
    classPath.add(QUERIES);
    Path classes = compile(classPath);
    assertFalse(Files.exists(classes.resolve("META-INF/services")));
    classPath.add(classes);

    try (TestDatabase database = TestServer.newDatabase()) {
      Shell shell = new Shell(project).on(database);
      assertEquals(0, shell.varve("migrate").exitCode());
      List<String> command = new ArrayList<>(Shell.java());
      command.addAll(List.of("-cp", path(classPath), "shop.Shop", database.url()));
      Shell.Run run = shell.run(command);

      assertEquals("", run.err());
      assertEquals("User[id=1, email=ada@example.org]\n", run.out());
    }
  }

  /** Compiles a project by the processor; where its classes are. */
  private Path compile(List<Path> classPath) throws IOException {
    Path classes = Files.createDirectories(project.resolve("target/classes"));
    Path sources = Files.createDirectories(project.resolve("src/main/java/shop"));
    Path user = Files.writeString(sources.resolve("User.java"), """
        package shop;

        import jakarta.persistence.GeneratedValue;
        import jakarta.persistence.Id;
        import jakarta.persistence.Table;

        @Table(name = "users")
        public record User(@Id @GeneratedValue long id, String email) {}
        """);
    Path shop = Files.writeString(sources.resolve("Shop.java"), """
        package shop;

        import static shop.UserTable.USERS;

        import dev.varve.runtime.query.Database;
        import org.postgresql.ds.PGSimpleDataSource;

        public final class Shop {
          public static void main(String[] args) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(args[0]);
            Database db = Database.of(dataSource);
            db.insert(USERS).values(UserInsert.of("ada@example.org")).execute();
            System.out.println(db.from(USERS).where(USERS.email.like("ada%")).one());
          }
        }
        """);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task = javac.getTask(
          said,
          files,
          null,
          List.of(
              "-Avarve.frozen=false",
              "--release",
              "17",
              "-cp",
              path(classPath),
              "-d",
              classes.toString()),
          null,
          files.getJavaFileObjects(user, shop));
      task.setProcessors(List.of(new VarveProcessor()));
      assertTrue(task.call(), said::toString);
    }
    return classes;
  }

  private static String path(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path home(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
