package dev.varve.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.Golden;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.testing.NoDrift;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/vocabulary.md}: every row is compiled, applied to a server, found there as it was
 * meant, and undone. What is not in {@code vocabulary.txt}, or fails, is not on the page.
 */
public class VocabularyTest {
  private static final Path PAGE = Path.of("../docs/vocabulary.md");
  private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)\\(");

  private static final String HEAD = """
      package shop;
      import dev.varve.annotations.*;
      import dev.varve.runtime.value.*;
      import jakarta.persistence.Column;
      import jakarta.persistence.Convert;
      import jakarta.persistence.EnumType;
      import jakarta.persistence.Enumerated;
      import jakarta.persistence.GeneratedValue;
      import jakarta.persistence.Id;
      import jakarta.persistence.Table;
      import java.math.*;
      import java.time.*;
      import java.util.*;
      """;

  /** What the rows of all sections use. */
  private static final Map<String, String> COMMON = Map.of(
      "Mood", "public enum Mood { GOOD, BAD }",
      "Size", "public record Size(int value) {}",
      "SizeConverter", """
          public final class SizeConverter
              implements jakarta.persistence.AttributeConverter<Size, Integer> {
            public Integer convertToDatabaseColumn(Size size) { return size.value(); }
            public Size convertToEntityAttribute(Integer value) { return new Size(value); }
          }
          """,
      "Address", """
          @jakarta.persistence.Embeddable
          public record Address(@Column(length = 100) String street, Optional<String> zip) {}
          """,
      "Email",
          "@Domain @Check(\"VALUE LIKE '%_@_%'\")"
              + " public record Email(@Column(length = 200) String value) {}",
      "Part", "@CompositeType public record Part(String name, Optional<Integer> weight) {}",
      "User", "@Table(name = \"users\") public record User(@Id long id) {}",
      "Member", "@Table public record Member(@Id long tenant, @Id long number) {}",
      "Egg", "@Table public record Egg(@Id long id, @References(Hen.class) Optional<Long> hen) {}",
      "package-info", """
          @dev.varve.annotations.Extension(name = "citext")
          @dev.varve.annotations.Extension(name = "hstore")
          @dev.varve.annotations.Extension(name = "ltree")
          @dev.varve.annotations.Sequence(name = "tickets")
          @dev.varve.annotations.Domain(name = "postal_code", type = "text")
          package shop;
          """);

  /** A capability, how it is said, and what must be in the SQL. */
  public record Row(String name, String java, String sql) {
    /** Whether it is about columns only; the record that has them has a key beside them. */
    public boolean isComponents() {
      return !RECORD.matcher(java).find();
    }

    /** The record that a row at this place is compiled in. */
    public String type(int place) {
      Matcher record = RECORD.matcher(java);
      return record.find() ? record.group(1) : "Row" + place;
    }

    String source(int place) {
      return isComponents()
          ? "@Table public record Row" + place + "(@Id long id, " + java + ") {}"
          : java;
    }
  }

  @Test
  void everyRowIsProvenOnTheServer() throws Exception {
    assumeTrue(
        TestServer.majorVersion() >= 18, "virtual columns and temporal keys need PostgreSQL 18");
    Map<String, List<Row>> sections = sections();
    List<Row> rows = sections.values().stream().flatMap(List::stream).toList();
    String sql;
    try (TestProject project = new TestProject(Compiler.JAVAC)) {
      TestProject.Result result = project.withSources(sources(rows)).compile("-Avarve.server=18");
      assertTrue(result.success(), () -> String.join("\n", result.messages()));
      Map<String, String> files = project.migrationFiles();
      sql = find(files, "V.*\\.sql");
      prove(
          new MigrationSource.Script(
              id(files), sql, find(files, "U.*\\.sql"), find(files, "V.*\\.json")),
          project.packed("shop").get("schema.sql"));
    }
    StringBuilder page = new StringBuilder("""
        # The vocabulary

        What records can say of a schema. Each row is compiled by `VocabularyTest`, applied to a \
        server, compared with what was meant, and undone; the test writes this page.
        """);
    String flat = flat(sql);
    List<String> missing = new ArrayList<>();
    sections.forEach((title, section) -> {
      page.append("\n## ").append(title).append("\n\n| | Java | SQL |\n| --- | --- | --- |\n");
      for (Row row : section) {
        if (!flat.contains(flat(row.sql()))) {
          missing.add(row.name() + ": " + row.sql());
        }
        page.append("| ")
            .append(row.name())
            .append(" | `")
            .append(row.java().replace("|", "\\|"))
            .append("` | `")
            .append(row.sql().replace("|", "\\|"))
            .append("` |\n");
      }
    });
    assertEquals(List.of(), missing);
    page.append("\n").append(rows.size()).append(" rows.\n");
    Golden.check(PAGE, page.toString());
  }

  private static void prove(MigrationSource.Script script, String creation) throws SQLException {
    try (TestDatabase migrated = TestServer.newDatabase();
        TestDatabase created = TestServer.newDatabase()) {
      SortedMap<Name, Catalog> empty = catalog(migrated);
      Varve varve = Varve.of(migrated.dataSource())
          .sources(List.of(MigrationSource.of("shop", List.of(script))));
      varve.migrate();
      Varve.of(created.dataSource())
          .sources(List.of(MigrationSource.of("shop", List.of(script), creation)))
          .migrate();
      assertSame(catalog(created), catalog(migrated));
      varve.rollback(1);
      assertSame(empty, catalog(migrated));
      varve.migrate();
      assertSame(catalog(created), catalog(migrated));
      NoDrift.in(migrated, MigrationSource.of("shop", List.of(script), creation));
      NoDrift.in(migrated, MigrationSource.of("shop", List.of(script)));
    }
  }

  private static void assertSame(
      SortedMap<Name, Catalog> expected, SortedMap<Name, Catalog> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((schema, catalog) ->
        assertEquals(List.of(), Catalog.differences(catalog, found.get(schema))));
    assertEquals(expected, found);
  }

  private static SortedMap<Name, Catalog> catalog(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return CatalogReader.readAll(connection);
    }
  }

  private static String find(Map<String, String> files, String pattern) {
    return files.get(files.keySet().stream()
        .filter(name -> name.matches(pattern))
        .findFirst()
        .orElseThrow());
  }

  private static String id(Map<String, String> files) {
    String name = files.keySet().stream()
        .filter(file -> file.matches("V.*\\.sql"))
        .findFirst()
        .orElseThrow();
    return name.substring(1, name.length() - ".sql".length());
  }

  /** All rows. */
  public static List<Row> rows() throws IOException {
    return sections().values().stream().flatMap(List::stream).toList();
  }

  /** The sources that have all rows in them, for other tests. */
  public static Map<String, String> sources() throws IOException {
    return sources(rows());
  }

  private static Map<String, String> sources(List<Row> rows) {
    Map<String, String> sources = new TreeMap<>();
    COMMON.forEach((name, text) ->
        sources.put("shop/" + name + ".java", name.equals("package-info") ? text : HEAD + text));
    for (int i = 0; i < rows.size(); i++) {
      sources.put("shop/" + rows.get(i).type(i) + ".java", HEAD + rows.get(i).source(i));
    }
    return sources;
  }

  private static String flat(String sql) {
    return sql.replaceAll("\\s+", " ");
  }

  private static Map<String, List<Row>> sections() throws IOException {
    Map<String, List<Row>> sections = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Golden.resources().resolve("vocabulary.txt"))) {
      if (line.startsWith("## ")) {
        rows = new ArrayList<>();
        sections.put(line.substring(3), rows);
      } else if (!line.isBlank()) {
        String[] parts = line.split(" \\| ", 3);
        rows.add(new Row(parts[0], parts[1], parts[2]));
      }
    }
    return sections;
  }
}
