package dev.varve.processor.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables of very many columns. */
class WideTablesTest {
  /** PostgreSQL's limit of columns; a record takes 255 parameters. */
  private static final int MOST = 1_600;

  private static final int PART = 200;

  private static final String IMPORTS = """
      package wide;

      import jakarta.persistence.Embeddable;
      import jakarta.persistence.Id;
      import jakarta.persistence.Table;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.util.Optional;

      """;

  private final TestProject project = new TestProject(Compiler.JAVAC);

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void noClassOfAHundredColumnsHasMoreThan32Kilobytes() throws IOException {
    List<String> types =
        List.of("String", "long", "BigDecimal", "Instant", "Optional<String>", "Optional<Long>");
    String components = IntStream.range(1, 100)
        .mapToObj(i -> types.get(i % types.size()) + " columnWithALongerName" + i)
        .collect(Collectors.joining(", "));
    compile(Map.of(
        "wide/Hundred.java",
        IMPORTS + "@Table(name = \"hundred\") public record Hundred(@Id long id, " + components
            + ") {}"));

    Map<String, Long> large = new TreeMap<>();
    for (Path file : TestProject.files(project.classes(), ".class")) {
      if (Files.size(file) > 32 * 1024) {
        large.put(file.getFileName().toString(), Files.size(file));
      }
    }
    assertEquals(Map.of(), large);
  }

  @Test
  void asManyColumnsAsPostgresqlTakesAreWrittenAndRead() throws Exception {
    Map<String, String> sources = new TreeMap<>();
    StringBuilder parts = new StringBuilder("@Id int id");
    StringBuilder values = new StringBuilder("1");
    int columns = 1;
    for (int part = 0; columns < MOST; part++) {
      int count = Math.min(PART, MOST - columns);
      int first = columns;
      sources.put(
          "wide/Part" + part + ".java",
          IMPORTS + "@Embeddable public record Part" + part + "("
              + IntStream.range(0, count)
                  .mapToObj(i -> "int c" + i)
                  .collect(Collectors.joining(", "))
              + ") {}");
      parts.append(", Part").append(part).append(" part").append(part);
      values
          .append(", new Part")
          .append(part)
          .append('(')
          .append(IntStream.range(first, first + count)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(", ")))
          .append(')');
      columns += count;
    }
    sources.put(
        "wide/Widest.java",
        IMPORTS + "@Table(name = \"widest\") public record Widest(" + parts + ") {}");
    sources.put("wide/Application.java", """
        package wide;

        import static wide.WidestTable.WIDEST;

        import dev.varve.runtime.query.Database;
        import java.util.function.Consumer;
        import javax.sql.DataSource;

        public final class Application implements Consumer<DataSource> {
          @Override
          public void accept(DataSource source) {
            Database db = Database.of(source);
            Widest row = new Widest(%1$s);
            Widest written = db.insert(WIDEST).values(WidestInsert.of(%1$s)).returning().one();
            Widest read = db.find(WIDEST.pk, 1).orElseThrow();
            if (!row.equals(written) || !row.equals(read)) {
              throw new AssertionError(read);
            }
          }
        }
        """.formatted(values));
    compile(sources);

    try (TestDatabase database = TestServer.newDatabase();
        URLClassLoader loader = project.loader()) {
      for (Map.Entry<String, String> file : project.migrationFiles().entrySet()) {
        if (file.getKey().endsWith(".sql") && !file.getKey().endsWith(".undo.sql")) {
          database.execute(file.getValue());
        }
      }
      @SuppressWarnings("unchecked")
      Consumer<DataSource> application = (Consumer<DataSource>)
          loader.loadClass("wide.Application").getConstructor().newInstance();
      application.accept(database.dataSource());
      assertEquals(
          Integer.toString(MOST),
          database.value("SELECT count(*) FROM pg_attribute WHERE attrelid = 'widest'::regclass"
              + " AND attnum > 0"));
    }
  }

  private void compile(Map<String, String> sources) {
    TestProject.Result result = project.withSources(sources).compile();
    assertTrue(result.success(), () -> String.join("\n", result.messages()));
  }
}
