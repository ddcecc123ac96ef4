package dev.varve.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** README's samples compile, write what README shows, and run. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

  @Test
  void theSamplesDoWhatTheReadmeSays() throws Exception {
    String readme = Files.readString(Path.of("../README.md"));
    List<String> java = blocks(readme, "java");
    try (TestProject project = new TestProject(Compiler.JAVAC);
        TestDatabase database = TestServer.newDatabase()) {
      TestProject.Result result = project
          .withSources(Map.of("shop/User.java", java.get(0), "shop/Shop.java", java.get(1)))
          .compile("-Xlint:all,-processing", "-Werror");
      assertTrue(result.success(), () -> result.messages().toString());
      Map<String, String> files = project.migrationFiles();
      assertEquals(3, files.size());
      String script = files.entrySet().stream()
          .filter(file -> file.getKey().matches("V\\d{14}__create_users\\.sql"))
          .findFirst()
          .orElseThrow()
          .getValue();
      String shown = blocks(readme, "sql").get(0);
      assertTrue(script.contains(shown), () -> script + "\nshould contain\n" + shown);
      try (URLClassLoader loader = project.loader()) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
          Object users = loader
              .loadClass("shop.Shop")
              .getMethod("start", DataSource.class)
              .invoke(null, database.dataSource());
          assertTrue(users.toString().contains("email=ada@example.org, displayName=Optional[Ada]"));
        } finally {
          thread.setContextClassLoader(before);
        }
      }
    }
  }

  private static List<String> blocks(String readme, String language) {
    return BLOCK
        .matcher(readme)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map((MatchResult block) -> block.group(2))
        .toList();
  }
}
