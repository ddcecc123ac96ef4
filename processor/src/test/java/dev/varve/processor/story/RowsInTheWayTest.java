package dev.varve.processor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rows that a change does not go with stop the migration before anything is done, whoever runs it;
 * the message has their number and a query that finds them.
 */
class RowsInTheWayTest {
  private static final String MODULE = "shop";
  private static final Pattern MESSAGE =
      Pattern.compile("(?s)(?:but |for )(\\d+) (?:rows|values).*?Find them with: (.*?); [a-z]");

  private static final String HEAD = """
      package shop;
      import dev.varve.annotations.*;
      import dev.varve.runtime.value.*;
      import jakarta.persistence.Column;
      import jakarta.persistence.EnumType;
      import jakarta.persistence.Enumerated;
      import jakarta.persistence.Id;
      import jakarta.persistence.Table;
      import java.math.*;
      import java.time.*;
      import java.util.*;
      """;

  /**
   * A change of some records.
   *
   * @param rows what is there when it comes
   * @param says the beginning of the message, with the number
   * @param fix what lets the change through
   */
  private record Case(
      String name, String before, String after, String rows, String says, String fix) {
    /** A change of the components of one table. */
    static Case components(
        String name, String before, String after, String rows, String says, String fix) {
      return new Case(name, thing(before), thing(after), rows, says, fix);
    }

    private static String thing(String components) {
      return "@Table record Thing(@Id long id, " + components + ") {}";
    }
  }

  private static final String MOOD = "enum Mood { GOOD, BAD, NONE }\n";
  private static final String OWNER = "@Table record Owner(@Id long id) {}\n";

  private static final List<Case> CASES = List.of(
      Case.components(
          "a backfill without a value",
          "Optional<String> a, Optional<String> b",
          "@Backfill(\"b\") String a, Optional<String> b",
          "INSERT INTO thing VALUES (1, NULL, NULL), (2, NULL, 'b'), (3, 'a', NULL)",
          "Column thing.a is to refuse NULL, but b has no value for 1 rows",
          "UPDATE thing SET b = 'x'"),
      Case.components(
          "a new column whose backfill has no value",
          "Optional<String> b",
          "Optional<String> b, @Backfill(\"lower(b)\") String a",
          "INSERT INTO thing VALUES (1, NULL), (2, NULL), (3, 'b')",
          "Column thing.a is to refuse NULL, but lower(b) has no value for 2 rows",
          "UPDATE thing SET b = 'x'"),
      Case.components(
          "a generated column without a value",
          "Optional<Integer> b",
          "Optional<Integer> b, @AllowRewrite(\"few\") @Generated(\"b + 1\") int a",
          "INSERT INTO thing VALUES (1, NULL), (2, 2)",
          "Column thing.a is to refuse NULL, but b + 1 has no value for 1 rows",
          "UPDATE thing SET b = 1"),
      Case.components(
          "a check",
          "int age",
          "@Check(\"age >= 18 AND age % 2 = 0\") int age",
          "INSERT INTO thing VALUES (1, 17), (2, 18), (3, 19)",
          "Check thing_age_check of thing is to hold, but 2 rows break it",
          "UPDATE thing SET age = 20"),
      Case.components(
          "a narrower check",
          "@Check(\"found > 0\") int found",
          "@Check(\"found > 10\") int found",
          "INSERT INTO thing VALUES (1, 1), (2, 18)",
          "Check thing_found_check of thing is to hold, but 1 rows break it",
          "UPDATE thing SET found = 20"),
      new Case(
          "a constant of an enum as text",
          MOOD + "@Table record Thing(@Id long id, @Enumerated(EnumType.STRING) Mood mood) {}",
          "enum Mood { GOOD, BAD }\n"
              + "@Table record Thing(@Id long id, @Enumerated(EnumType.STRING) Mood mood) {}",
          "INSERT INTO thing VALUES (1, 'GOOD'), (2, 'NONE')",
          "but 1 rows break it",
          "UPDATE thing SET mood = 'GOOD'"),
      Case.components(
          "a unique key",
          "String query, Optional<String> standing",
          "@Column(unique = true) String query, @Column(unique = true) Optional<String> standing",
          "INSERT INTO thing VALUES (1, 'a', NULL), (2, 'a', NULL), (3, 'b', 'x'), (4, 'b', 'y')",
          "Key thing_query_key of thing is to be unique: query; but 2 values are there more than once",
          "UPDATE thing SET query = id"),
      Case.components(
          "a unique key that counts NULL",
          "Optional<String> a",
          "@Unique(nullsNotDistinct = true) Optional<String> a",
          "INSERT INTO thing VALUES (1, NULL), (2, NULL)",
          "but 1 values are there more than once",
          "DELETE FROM thing WHERE id = 2"),
      new Case(
          "a primary key",
          "@Table record Thing(@Id long a, @Id long b) {}",
          "@Table record Thing(@Id long a, long b) {}",
          "INSERT INTO thing VALUES (1, 1), (1, 2), (2, 2)",
          "Key thing_pkey of thing is to be unique: a; but 1 values",
          "DELETE FROM thing WHERE b = 1"),
      new Case(
          "a unique index of an expression and some rows",
          "@Table record Thing(@Id long id, Optional<String> a) {}",
          "@Table @Index(columns = \"lower(a)\", unique = true, where = \"id > 1\")"
              + " record Thing(@Id long id, Optional<String> a) {}",
          "INSERT INTO thing VALUES (1, 'A'), (2, 'a'), (3, 'A'), (4, NULL), (5, NULL)",
          "is to be unique: (lower(a)); but 1 values",
          "DELETE FROM thing WHERE id = 2"),
      Case.components(
          "a unique key of what is filled",
          "Optional<String> a",
          "@Backfill(\"'x' || id / 2\") @Column(unique = true) String a",
          "INSERT INTO thing VALUES (2, NULL), (3, NULL), (4, NULL)",
          "is to be unique: a; but 1 values",
          "UPDATE thing SET a = 'y' WHERE id = 2"),
      new Case(
          "an exclusion",
          "@Table record Thing(@Id long id, Range<Integer> during) {}",
          "@Table @Exclude(\"during WITH &&\") @AllowRewrite(\"few\")"
              + " record Thing(@Id long id, Range<Integer> during) {}",
          "INSERT INTO thing VALUES (1, '[1,3)'), (2, '[2,4)'), (3, '[5,6)')",
          "Constraint thing_during_excl of thing is to hold, but 1 rows clash with others",
          "DELETE FROM thing WHERE id = 2"),
      new Case(
          "a reference",
          OWNER + "@Table record Thing(@Id long id, Optional<Long> owner) {}",
          OWNER
              + "@Table record Thing(@Id long id, @References(Owner.class) Optional<Long> owner) {}",
          "INSERT INTO owner VALUES (1); INSERT INTO thing VALUES (1, 1), (2, 2), (3, NULL)",
          "thing.owner is to reference owner, but 1 rows reference nothing that is there",
          "UPDATE thing SET owner = 1"),
      new Case(
          "a reference to a new table",
          "@Table record Thing(@Id long id, Optional<Long> owner) {}",
          OWNER
              + "@Table record Thing(@Id long id, @References(Owner.class) Optional<Long> owner) {}",
          "INSERT INTO thing VALUES (1, 1), (2, 2), (3, NULL)",
          "thing.owner is to reference owner, but 2 rows reference nothing that is there",
          "UPDATE thing SET owner = NULL"),
      Case.components(
          "a number that is out of range",
          "long a",
          "@Using(\"a::integer\") @AllowRewrite(\"few\") int a",
          "INSERT INTO thing VALUES (1, 1), (2, 3000000000)",
          "Column thing.a is to become integer, but 1 rows have a value that cannot",
          "UPDATE thing SET a = 2"),
      Case.components(
          "a number with fewer digits",
          "@Column(precision = 10, scale = 2) BigDecimal a",
          "@Column(precision = 5, scale = 2) @Using(\"a\") @AllowRewrite(\"few\") BigDecimal a",
          "INSERT INTO thing VALUES (1, 1), (2, 1000), (3, 999.99)",
          "Column thing.a is to become numeric(5, 2), but 1 rows",
          "UPDATE thing SET a = 2"),
      Case.components(
          "a shorter text",
          "String a",
          "@Column(length = 3) @Using(\"a\") @AllowRewrite(\"few\") String a",
          "INSERT INTO thing VALUES (1, 'abc  '), (2, 'abcd')",
          "Column thing.a is to become varchar(3), but 1 rows",
          "UPDATE thing SET a = 'x'"),
      Case.components(
          "a text that is no number",
          "String fitting",
          "@Using(\"fitting::integer\") @AllowRewrite(\"few\") int fitting",
          "INSERT INTO thing VALUES (1, '1'), (2, 'x'), (3, '')",
          "Column thing.fitting is to become integer, but 2 rows have a value that cannot",
          "UPDATE thing SET fitting = '2'"),
      new Case(
          "a text that is no constant",
          "@Table record Thing(@Id long id, String mood) {}",
          MOOD
              + "@Table record Thing(@Id long id, @Using(\"mood::mood\") @AllowRewrite(\"few\") Mood mood) {}",
          "INSERT INTO thing VALUES (1, 'GOOD'), (2, 'WORSE')",
          "Column thing.mood is to become mood, but 1 rows",
          "UPDATE thing SET mood = 'BAD'"),
      new Case(
          "a constant of an enum",
          MOOD + "@Table record Thing(@Id long id, Mood mood, List<Mood> moods) {}",
          "@Dropped(\"mood.NONE\") @AllowRewrite(\"few\") enum Mood { GOOD, BAD, FAIR }\n"
              + "@Table record Thing(@Id long id, Mood mood, List<Mood> moods) {}",
          "INSERT INTO thing VALUES (1, 'GOOD', '{}'), (2, 'NONE', '{}'), (3, 'BAD', '{NONE}')",
          "Enum mood is to lose NONE, but 1 rows have it",
          "UPDATE thing SET mood = 'GOOD', moods = '{BAD}'"),
      new Case(
          "a check of a domain",
          "@Domain record Code(String value) {}\n@Table record Thing(@Id long id, Code a) {}",
          "@Domain @Check(\"VALUE <> ''\") record Code(String value) {}\n"
              + "@Table record Thing(@Id long id, @AllowRewrite(\"few\") Code a) {}",
          "INSERT INTO thing VALUES (1, ''), (2, 'x')",
          "Domain code is to have the check code_check, but 1 rows of thing break it",
          "UPDATE thing SET a = 'y'"),
      new Case(
          "all under new names",
          "@Table record Thing(@Id long id, String a, int b) {}",
          "@Table @RenamedFrom(\"thing\") record Stuff(@Id long id,"
              + " @RenamedFrom(\"a\") @Column(unique = true) String title, @Check(\"b > 0\") int b) {}",
          "INSERT INTO thing VALUES (1, 'x', 1), (2, 'x', 2)",
          "Key stuff_title_key of thing is to be unique: a; but 1 values",
          "UPDATE thing SET a = id"),
      Case.components(
          "under exchanged names",
          "int a, int b",
          "@RenamedFrom(\"b\") @Check(\"a > 0\") int a, @RenamedFrom(\"a\") int b",
          "INSERT INTO thing VALUES (1, -1, 2), (2, 1, -2), (3, 1, 0)",
          "Check thing_a_check of thing is to hold, but 2 rows break it",
          "UPDATE thing SET b = 3"));

  @TestFactory
  Stream<DynamicTest> stopTheMigrationBeforeAnythingIsDone() {
    return CASES.stream()
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> prove(example)));
  }

  private static void prove(Case example) throws SQLException {
    try (TestProject project = new TestProject(Compiler.JAVAC);
        TestDatabase database = TestServer.newDatabase()) {
      MigrationSource.Script create = write(project, example.before());
      Varve.of(database.dataSource()).sources(source(create)).migrate();
      database.execute(example.rows());
      MigrationSource.Script change = write(project, example.after());
      SortedMap<Name, Catalog> before = catalog(database);

      Varve varve = Varve.of(database.dataSource()).sources(source(create, change));
      MigrationException stopped = assertThrows(MigrationException.class, varve::migrate);
      assertStops(example, stopped.getMessage(), database);
      boolean late = example.name().endsWith("what is filled");
      if (!late) {
        assertEquals(before, catalog(database), "nothing was done");
        SQLException byHand = assertThrows(SQLException.class, () -> run(database, change.sql()));
        assertStops(example, byHand.getMessage(), database);
        assertEquals(before, catalog(database), "nothing was done by hand");
      }

      database.execute(example.fix());
      varve.migrate();
      SortedMap<Name, Catalog> after = catalog(database);
      run(database, change.sql());
      assertEquals(after, catalog(database), "again by hand");
    }
  }

  private static void assertStops(Case example, String message, TestDatabase database)
      throws SQLException {
    assertTrue(message.contains(example.says()), () -> example.says() + "\nin\n" + message);
    Matcher found = MESSAGE.matcher(message);
    assertTrue(found.find(), message);
    int rows = 0;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(found.group(2))) {
      while (result.next()) {
        rows++;
      }
    }
    assertEquals(found.group(1), Integer.toString(rows), message);
  }

  @TestFactory
  Stream<DynamicTest> stopAnUndoBeforeAnythingIsDone() {
    return Stream.of(
            Case.components(
                "NULL that the change let in",
                "String a",
                "Optional<String> a",
                "INSERT INTO thing VALUES (1, NULL), (2, 'a')",
                "Column thing.a is to refuse NULL, but 1 rows have it",
                "UPDATE thing SET a = 'x'"),
            new Case(
                "rows without the column that comes back",
                "@Table record Thing(@Id long id, String a) {}",
                "@Table @Dropped(\"thing.a\") record Thing(@Id long id) {}",
                "INSERT INTO thing VALUES (1), (2)",
                "is to refuse NULL, but 2 rows have it",
                "DELETE FROM thing"),
            new Case(
                "a column that nobody has values for",
                "@Table record Thing(@Id long id, String a) {}",
                "@Table @Dropped(value = \"thing.a\", purge = true) record Thing(@Id long id) {}",
                "INSERT INTO thing VALUES (1), (2)",
                "Column thing.a is to refuse NULL, but there is no value for 2 rows",
                "DELETE FROM thing"),
            Case.components(
                "numbers that were too large before",
                "int a",
                "@AllowRewrite(\"few\") long a",
                "INSERT INTO thing VALUES (1, 3000000000), (2, 1)",
                "Column thing.a is to become integer, but 1 rows",
                "UPDATE thing SET a = 1"))
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
          try (TestProject project = new TestProject(Compiler.JAVAC);
              TestDatabase database = TestServer.newDatabase()) {
            List<MigrationSource> sources =
                source(write(project, example.before()), write(project, example.after()));
            Varve varve = Varve.of(database.dataSource()).sources(sources);
            varve.migrate();
            database.execute(example.rows());
            SortedMap<Name, Catalog> before = catalog(database);
            Varve lossy = varve.allowLoss(List.of("thing.a"));
            MigrationException stopped =
                assertThrows(MigrationException.class, () -> lossy.rollback(1));
            assertStops(example, stopped.getMessage(), database);
            assertEquals(before, catalog(database), "nothing was done");
            database.execute(example.fix());
            lossy.rollback(1);
          }
        }));
  }

  private static MigrationSource.Script write(TestProject project, String records) {
    List<String> known = List.copyOf(project.migrationFiles().keySet());
    TestProject.Result result = project
        .withSources(Map.of(
            MODULE + "/Thing.java", HEAD + records, MODULE + "/package-info.java", "package shop;"))
        .compile();
    assertTrue(result.success(), () -> String.join("\n", result.messages()));
    Map<String, String> files = project.migrationFiles();
    List<String> added = new ArrayList<>(files.keySet());
    added.removeAll(known);
    String id = added.stream()
        .filter(name -> name.endsWith(".json"))
        .map(name -> name.substring(1, name.length() - ".json".length()))
        .findFirst()
        .orElseThrow();
    return new MigrationSource.Script(
        id,
        files.get("V" + id + ".sql"),
        files.get("U" + id + ".sql"),
        files.get("V" + id + ".json"));
  }

  private static List<MigrationSource> source(MigrationSource.Script... scripts) {
    return List.of(MigrationSource.of(MODULE, List.of(scripts)));
  }

  /** As psql does it: each statement by itself. */
  private static void run(TestDatabase database, String script) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (SqlScript.Step step : SqlScript.parse(script).steps()) {
        for (SqlScript.Statement part : step.statements()) {
          statement.execute(part.sql());
        }
      }
    }
  }

  private static SortedMap<Name, Catalog> catalog(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return CatalogReader.readAll(connection);
    }
  }
}
