package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamingTest {
  private static final String LONG = "aComponentWhoseNameIsSoLongThatItsIndexNeedsAHashAtItsEnd";

  private static final Map<String, String> SOURCES = Map.of(
      "shop/Line.java",
      """
          package shop;
          import dev.varve.annotations.*;
          import jakarta.persistence.*;
          @jakarta.persistence.Table
          public record Line(
              @Id long lineId,
              @dev.varve.annotations.Index String sku,
              Mood mood,
              @dev.varve.annotations.Check("\\"%s\\" > 0") @dev.varve.annotations.Index int %s,
              @Column(name = "stated") String other,
              @References(Line.class) java.util.Optional<Long> aboveIt) {}
          """.formatted(LONG, LONG),
      "shop/Mood.java",
      "package shop; public enum Mood { GOOD }");

  @Test
  void whatNoAnnotationNamesIsNamedByTheStrategy() throws Exception {
    List<String> written = new ArrayList<>();
    for (Compiler compiler : Compiler.values()) {
      try (TestProject project = new TestProject(compiler)) {
        String option = "-Avarve.naming=" + OurNames.class.getName();
        TestProject.Result result = project.withSources(SOURCES).compile(option);
        assertTrue(result.success(), () -> result.messages().toString());
        Map<String, String> files = project.migrationFiles();
        String sql = files.values().stream()
            .filter(text -> text.contains("CREATE TABLE IF NOT EXISTS"))
            .findFirst()
            .orElseThrow();
        written.add(sql.substring(sql.indexOf("\n-- Line: new table.")));
        TestProject.Result again = project.compile(option);
        assertTrue(
            again.ours().stream().anyMatch(message -> message.startsWith("[UP_TO_DATE]")),
            () -> again.messages().toString());
      }
    }
    String sql = written.get(0);
    assertEquals(sql, written.get(1));
    assertTrue(sql.startsWith("""

            -- Line: new table.
            CREATE TABLE IF NOT EXISTS lines (
              "lineId" bigint NOT NULL,
              sku text NOT NULL,
              mood mood_t NOT NULL,
              "LONG" integer NOT NULL,
              stated text NOT NULL,
              "aboveIt" bigint,
              CONSTRAINT pk_lines PRIMARY KEY ("lineId"),
            """.replace("LONG", LONG)), sql);
    assertTrue(sql.contains("conname = 'lines_aboveIt_fkey'"), sql);
    List<String> cut = Pattern.compile("\"((?:ix_)?lines_a[^\"]*)\"")
        .matcher(sql)
        .results()
        .map(name -> name.group(1))
        .filter(name -> !name.endsWith("_fkey"))
        .distinct()
        .toList();
    assertEquals(2, cut.size(), cut.toString());
    cut.forEach(name -> assertTrue(name.matches("(?s).{54}_[0-9a-f]{8}"), name));
    assertTrue(sql.contains("CREATE INDEX IF NOT EXISTS ix_lines_sku\n  ON lines (sku);"), sql);
  }
}
