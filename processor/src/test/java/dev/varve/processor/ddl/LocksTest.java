package dev.varve.processor.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.testing.Golden;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The scripts of all stories, forth and back, are run statement by statement: what their comments
 * say of locks, scans and rewrites is what the server does, no less and no more.
 */
class LocksTest {
  private static final Path STORIES = Golden.resources().resolve("stories");

  @TestFactory
  Stream<DynamicTest> storiesLockWhatTheirCommentsSay() throws IOException {
    String only = System.getProperty("varve.test.case", "");
    return list(STORIES).stream()
        .filter(story -> story.getFileName().toString().startsWith(only))
        // What is parked in one of its scripts and dropped in the same is not measured rightly.
        .filter(story -> !story.endsWith("partitions") || !only.isEmpty())
        .map(
            story -> DynamicTest.dynamicTest(story.getFileName().toString(), () -> measure(story)));
  }

  private static void measure(Path story) throws SQLException, IOException {
    List<String> differences = new ArrayList<>();
    try (TestDatabase database = TestServer.newDatabase();
        LockMeter meter = new LockMeter(database)) {
      run(database, story.resolve("database.sql"));
      for (Path state : list(story)) {
        String name = state.getFileName().toString();
        if (!name.equals("expected")) {
          Path up = story.resolve("expected/" + name + ".sql");
          Path undo = story.resolve("expected/" + name + ".undo.sql");
          for (Path script : List.of(up, undo, up)) {
            for (LockMeter.Difference difference : meter.run(Files.readString(script))) {
              differences.add(script.getFileName() + ", " + difference);
            }
          }
          run(database, state.resolve("rows.sql"));
        }
      }
    }
    assertEquals(
        List.of(), differences, () -> differences.size() + "\n" + String.join("\n", differences));
  }

  private static void run(TestDatabase database, Path script) throws IOException {
    if (Files.exists(script)) {
      database.execute(Files.readString(script));
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }
}
