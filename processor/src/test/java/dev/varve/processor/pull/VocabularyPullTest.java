package dev.varve.processor.pull;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.processor.docs.VocabularyTest;
import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.Golden;
import dev.varve.processor.testing.TestProject;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What records can say comes back as records: the vocabulary, and the stories of the processor. */
class VocabularyPullTest {
  private static final Path STORIES = Golden.resources().resolve("stories");

  @Test
  void theVocabularyComesBack() throws Exception {
    assumeTrue(
        TestServer.majorVersion() >= 18, "virtual columns and temporal keys need PostgreSQL 18");
    try (TestDatabase database = TestServer.newDatabase();
        TestProject written = new TestProject(Compiler.JAVAC);
        RoundTrip trip = new RoundTrip()) {
      TestProject.Result result =
          written.withSources(VocabularyTest.sources()).compile("-Avarve.server=18");
      assertTrue(result.success(), () -> String.join("\n", result.messages()));
      RoundTrip.run(database, written.packed("shop").get("schema.sql"));
      Pulled pulled = trip.pull(database);
      show(pulled);
      trip.compilesToNothing("-Avarve.server=18");
      trip.makes(database);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyStoryComesBack() throws IOException {
    String only = System.getProperty("varve.test.case", "");
    try (Stream<Path> stories = Files.list(STORIES)) {
      List<Path> all = stories
          .filter(story -> story.getFileName().toString().startsWith(only))
          .sorted()
          .toList();
      return all.stream()
          .map(
              story -> DynamicTest.dynamicTest(story.getFileName().toString(), () -> prove(story)));
    }
  }

  /** In the quick suite the last state of each; in the long one all. */
  private static void prove(Path story) throws Exception {
    try (TestDatabase database = TestServer.newDatabase()) {
      Path before = story.resolve("database.sql");
      if (Files.exists(before)) {
        RoundTrip.run(database, Files.readString(before));
      }
      List<Path> states = states(story);
      for (int i = 0; i < states.size(); i++) {
        RoundTrip.run(database, Files.readString(states.get(i)));
        if (i == states.size() - 1 || Boolean.getBoolean("varve.test.full")) {
          roundTrip(database);
        }
      }
    }
  }

  private static void roundTrip(TestDatabase database) throws SQLException, IOException {
    try (RoundTrip trip = new RoundTrip()) {
      show(trip.pull(database));
      trip.compilesToNothing();
      trip.makes(database);
    }
  }

  private static List<Path> states(Path story) throws IOException {
    List<Path> states = new ArrayList<>();
    try (Stream<Path> files = Files.list(story.resolve("expected"))) {
      files
          .filter(file -> file.toString().endsWith(".sql"))
          .filter(file -> !file.toString().endsWith(".undo.sql"))
          .sorted()
          .forEach(states::add);
    }
    return states;
  }

  private static void show(Pulled pulled) {
    if (Boolean.getBoolean("varve.pull.show")) {
      pulled.left().forEach(System.out::println);
    }
  }
}
