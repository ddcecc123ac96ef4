package dev.varve.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/types.md} says what becomes of each type: one record has them all. */
class TypesPageTest {
  private static final Path PAGE = Path.of("../docs/types.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static final String HEAD = """
      package shop;

      import dev.varve.annotations.Collation;
      import dev.varve.annotations.Compression;
      import dev.varve.annotations.CompressionMethod;
      import dev.varve.annotations.Default;
      import dev.varve.annotations.Generated;
      import dev.varve.annotations.Identity;
      import dev.varve.annotations.Serial;
      import dev.varve.runtime.json.Json;
      import dev.varve.runtime.value.*;
      import jakarta.persistence.*;
      import java.math.*;
      import java.net.InetAddress;
      import java.time.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;

      @Table
      public record Everything(
          @Id long id""";

  /** A row of a table of the page: the component without its name, and its column. */
  private record Row(String component, String column, boolean whole) {}

  @Test
  void everyTypeBecomesWhatThePageSays() throws IOException {
    List<Row> rows = rows();
    assertTrue(rows.size() > 40, () -> "rows: " + rows);
    StringBuilder source = new StringBuilder(HEAD);
    for (int i = 0; i < rows.size(); i++) {
      source.append(",\n    ").append(rows.get(i).component()).append(" c").append(i);
    }
    source.append(") {}\n");
    try (TestProject project = new TestProject(Compiler.JAVAC)) {
      TestProject.Result result = project
          .withSources(Map.of(
              "shop/Everything.java",
              source.toString(),
              "shop/Mood.java",
              "package shop;\n\npublic enum Mood { GOOD, BAD }\n",
              "shop/Preferences.java",
              "package shop;\n\npublic record Preferences(int size) {}\n",
              "shop/Price.java",
              "package shop;\n\npublic record Price(java.math.BigDecimal amount) {}\n",
              "shop/PriceConverter.java",
              converter("Price", "java.math.BigDecimal"),
              "shop/MapConverter.java",
              converter("java.util.Map<String, String>", "String")))
          .compile();
      assertTrue(result.success(), () -> String.join("\n", result.messages()));
      String sql = project.migrationFiles().entrySet().stream()
          .filter(file -> file.getKey().matches("V.*\\.sql"))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseThrow();
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        String column = definition(sql, "c" + i);
        if (row.whole()) {
          assertEquals(row.column(), column, row.component());
        } else {
          assertTrue((column + " ").startsWith(row.column() + " "), row + " is " + column);
        }
      }
    }
  }

  private static String converter(String attribute, String database) {
    return """
        package shop;

        public final class %1$s
            implements jakarta.persistence.AttributeConverter<%2$s, %3$s> {
          public %3$s convertToDatabaseColumn(%2$s value) {
            throw new UnsupportedOperationException();
          }

          public %2$s convertToEntityAttribute(%3$s value) {
            throw new UnsupportedOperationException();
          }
        }
        """.formatted(
            attribute.startsWith("java") ? "MapConverter" : "PriceConverter", attribute, database);
  }

  private static String definition(String sql, String column) {
    return sql.lines()
        .map(String::strip)
        .filter(line -> line.startsWith(column + " "))
        .map(line -> line.substring(column.length() + 1))
        .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + column + " in " + sql));
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    boolean types = false;
    boolean whole = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (!line.startsWith("|")) {
        types = false;
      } else if (line.startsWith("| Java |")) {
        types = true;
        whole = line.contains("Definition");
      } else if (types && !line.startsWith("| ---")) {
        String[] cells = line.split("\\|");
        String column = codes(cells[2]).get(0);
        for (String component : codes(cells[1])) {
          rows.add(new Row(component, column, whole));
        }
      }
    }
    return rows;
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map((MatchResult code) -> code.group(1)).toList();
  }
}
