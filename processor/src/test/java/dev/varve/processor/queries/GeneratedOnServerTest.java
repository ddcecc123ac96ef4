package dev.varve.processor.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.testing.Compiler;
import dev.varve.runtime.query.ByteCode;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import dev.varve.runtime.testing.Transfer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated classes do on a server what their application, compiled with them, expects. */
class GeneratedOnServerTest {
  private static final Path APPLICATIONS = Path.of("src/test/resources/queries-run");

  @TempDir
  Path classes;

  @ParameterizedTest
  @ValueSource(
      strings = {"everything", "clashes", "keys", "wide", "guide", "values", "embedded", "declared"
      })
  @SuppressWarnings("unchecked")
  void theApplicationRuns(String story) throws Exception {
    List<Path> sources = new ArrayList<>(GeneratedClassesTest.sources(story));
    sources.add(APPLICATIONS.resolve(story).resolve("Application.java"));
    assertEquals(List.of(), Compiled.of(Compiler.JAVAC, classes, sources).messages());
    assertEquals(List.of(), ByteCode.reflection(ByteCode.classes(classes)));

    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      for (Transfer transfer : Transfer.values()) {
        try (TestDatabase server = TestServer.newDatabase()) {
          server.execute(Compiled.read(APPLICATIONS.resolve(story).resolve("schema.sql")));
          Consumer<DataSource> application = (Consumer<DataSource>)
              loader.loadClass(story + ".Application").getConstructor().newInstance();
          application.accept(transfer.of(server));
        }
      }
    }
  }
}
