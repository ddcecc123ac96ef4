package dev.varve.processor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.testing.NoDrift;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A user's project under git, with the records that are compiled and the databases that follow. */
public final class GitProject implements AutoCloseable {
  private static final String HEAD = """
      package shop;
      import dev.varve.annotations.*;
      import jakarta.persistence.*;
      import java.time.*;
      import java.util.*;
      """;

  private final TestProject project = new TestProject(Compiler.JAVAC);
  private final List<URLClassLoader> loaders = new ArrayList<>();
  private final Map<String, String> sources = new TreeMap<>();

  /** A project in an empty repository. */
  public GitProject() {
    git("init", "-q", "-b", "main");
    project.withFile(".gitignore", "target/\n");
  }

  public TestProject project() {
    return project;
  }

  /** Runs git in the project, and returns what it printed. */
  public String git(String... arguments) {
    return Git.run(project.root(), arguments);
  }

  public GitProject commit(String message) {
    git("add", "-A");
    git("commit", "-q", "-m", message);
    return this;
  }

  /** A record, or another type, of the package {@code shop}; its text without package and imports. */
  public GitProject type(String name, String text) {
    sources.put("shop/" + name + ".java", HEAD + text);
    project.withSources(sources);
    return this;
  }

  /** Takes a type of the package {@code shop} away. */
  public GitProject remove(String name) {
    sources.remove("shop/" + name + ".java");
    project.withSources(sources);
    return this;
  }

  /** A record {@code users} with a key and these components. */
  public GitProject users(String components) {
    return type(
        "User", "@Table(name = \"users\") public record User(@Id long id" + components + ") {}");
  }

  /** Takes over what lies in the folder, after git has changed it. */
  public GitProject reload() {
    sources.clear();
    try {
      for (var file : TestProject.files(project.sources(), ".java")) {
        sources.put(project.sources().relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Compiles, which must succeed, and returns what Varve said. */
  public List<String> compile(String... options) {
    TestProject.Result result = project.compile(options);
    assertTrue(result.success(), result.messages().toString());
    return result.ours();
  }

  /** The names of the migrations, without their versions. */
  public List<String> migrations() {
    return scripts().stream().map(name -> name.substring(17, name.length() - 4)).toList();
  }

  /** The names of the scripts in order. */
  public List<String> scripts() {
    return project.migrationFiles().keySet().stream()
        .filter(name -> name.startsWith("V") && name.endsWith(".sql"))
        .toList();
  }

  /** The text of the newest script. */
  public String newest() {
    List<String> all = scripts();
    return project.migrationFiles().get(all.get(all.size() - 1));
  }

  /** Applies what is packed. */
  public MigrationResult migrate(TestDatabase database) {
    return varve(database).migrate();
  }

  /** The front door of the compiled application. */
  public Varve varve(TestDatabase database) {
    URLClassLoader loader = project.loader();
    loaders.add(loader);
    try {
      Class<?> anchor = loader.loadClass(sources.keySet().stream()
          .findFirst()
          .map(path -> path.substring(0, path.length() - 5).replace('/', '.'))
          .orElseThrow());
      return Varve.of(database.dataSource())
          .sources(List.of(MigrationSource.packed(anchor, "shop")));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether a database is what the packed migrations make of an empty one. */
  public void assertFresh(TestDatabase database) {
    try (TestDatabase fresh = TestServer.newDatabase()) {
      migrate(fresh);
      SortedMap<Name, Catalog> expected = catalog(fresh);
      SortedMap<Name, Catalog> found = catalog(database);
      assertEquals(expected.keySet(), found.keySet());
      expected.forEach((schema, catalog) ->
          assertEquals(List.of(), Catalog.differences(catalog, found.get(schema))));
      assertEquals(List.of(), migrate(database).applied(), "nothing is left to apply");
      NoDrift.isIn(varve(database).verify());
    }
  }

  private static SortedMap<Name, Catalog> catalog(TestDatabase database) {
    try (Connection connection = database.connect()) {
      return CatalogReader.readAll(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The files that git would commit or has, below the migrations. */
  public List<String> visibleToGit() {
    return git("ls-files", "--cached", "--others", "--exclude-standard", "src/main/resources")
        .lines()
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .collect(Collectors.toList());
  }

  @Override
  public void close() {
    try {
      for (URLClassLoader loader : loaders) {
        loader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    project.close();
  }
}
