package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.Varve;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationListener;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations that are written in Java. */
class JavaMigrationsTest {
  private static final String VERSION = "20991231000000";
  private static final String ID = VERSION + "__fill_slugs";

  private static final String DECK = """
      package shop;
      import jakarta.persistence.*;
      import java.util.*;
      @Table(name = "decks")
      public record Deck(@Id long id, %s, Mood mood) {}
      """;

  /** As its documentation has it. */
  private static final String FILL_SLUGS = """
      package shop;

      import static shop.v20991231000000.DeckTable.DECKS;

      import dev.varve.annotations.Migration;
      import dev.varve.runtime.Batch;
      import dev.varve.runtime.DataMigration;
      import java.util.List;
      import shop.v20991231000000.Deck;

      @Migration("20991231000000__fill_slugs")
      public final class FillSlugs implements DataMigration {
        @Override
        public void run(Batch batch) {
          long after = batch.position().map(Long::parseLong).orElse(0L);
          List<Deck> decks = batch.transaction().from(DECKS)
              .where(DECKS.id.gt(after)).orderBy(DECKS.id.asc()).limit(10).list();
          for (Deck deck : decks) {
            batch.transaction().update(DECKS)
                .set(DECKS.slug.to(deck.title().toLowerCase() + "-" + deck.mood()))
                .where(DECKS.id.eq(deck.id())).execute();
          }
          if (decks.size() == 10) {
            batch.goOn(String.valueOf(decks.get(9).id()), decks.size());
          }
        }
      }
      """;

  private static final String COLUMNS = "String title, Optional<String> slug";

  private final TestProject shop = new TestProject(Compiler.JAVAC);
  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void close() {
    database.close();
    shop.close();
  }

  private static Map<String, String> sources(String columns, String... migration) {
    Map<String, String> sources = new TreeMap<>();
    sources.put("shop/Deck.java", DECK.formatted(columns));
    sources.put("shop/Mood.java", "package shop; public enum Mood { GOOD, BAD }");
    for (String text : migration) {
      sources.put("shop/FillSlugs.java", text);
    }
    return sources;
  }

  private void compile(String columns, String... migration) {
    TestProject.Result result = shop.withSources(sources(columns, migration)).compile();
    assertTrue(result.success(), () -> String.join("\n", result.messages()));
  }

  private void migrate(MigrationListener listener) {
    try (URLClassLoader loader = shop.loader()) {
      Varve.of(database.dataSource()).classLoader(loader).listener(listener).migrate();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void migrate() {
    migrate(new MigrationListener() {});
  }

  private void twentyFiveDecks() {
    compile(COLUMNS);
    migrate();
    database.execute("INSERT INTO decks (id, title, mood)"
        + " SELECT n, 'Deck ' || n, 'GOOD' FROM generate_series(1, 25) AS n");
  }

  @Test
  void itRunsInBatchesOnTheSchemaAsItWas() {
    twentyFiveDecks();
    compile(COLUMNS, FILL_SLUGS);
    List<Long> batches = new ArrayList<>();
    migrate(new MigrationListener() {
      @Override
      public void statement(MigrationId migration, int line, long rows, Duration took) {
        batches.add(rows);
      }
    });

    assertEquals(List.of(10L, 10L, 0L), batches);
    assertEquals(List.of("deck 7-GOOD"), database.rows("SELECT slug FROM decks WHERE id = 7"));
    assertEquals(List.of("25"), database.rows("SELECT count(*) FROM decks WHERE slug IS NOT NULL"));
    assertEquals(
        List.of("1/1"),
        database.rows("SELECT step || '/' || steps FROM varve_history WHERE name = 'fill_slugs'"));
    assertEquals(List.of("0"), database.rows("SELECT count(*) FROM varve_marks"));
  }

  @Test
  void itCompilesAndRunsYearsLater() {
    compile(COLUMNS);
    compile(COLUMNS, FILL_SLUGS);
    String later = "@dev.varve.annotations.RenamedFrom(\"title\") String heading";
    compile(later + ", Optional<String> slug", FILL_SLUGS);
    compile("String heading, @dev.varve.annotations.Default(\"''\") String slug", FILL_SLUGS);
    TestProject.Result again = shop.compile();
    assertEquals(1, again.ours().size(), again.messages().toString());
    assertTrue(again.ours().get(0).startsWith("[UP_TO_DATE]"), again.ours().toString());

    migrate();
    assertEquals(
        List.of(
            "create_decks",
            "fill_slugs",
            "rename_title_to_heading_in_decks",
            "change_default_of_slug_in_decks_and_1_more"),
        database.rows("SELECT DISTINCT ON (version) name FROM varve_history ORDER BY version"));
  }

  @Test
  void itGoesOnWhereItWasInterrupted() {
    twentyFiveDecks();
    String failing = FILL_SLUGS.replace(
        "List<Deck> decks",
        "if (after == 10) { throw new IllegalStateException(\"no power\"); }\n"
            + "          List<Deck> decks");
    compile(COLUMNS, failing);
    MigrationException failed = assertThrows(MigrationException.class, this::migrate);
    assertTrue(
        failed
            .getMessage()
            .startsWith("Migration V" + ID + ", line 6: shop.FillSlugs threw"
                + " java.lang.IllegalStateException: no power"),
        failed.getMessage());
    assertEquals(List.of("10"), database.rows("SELECT count(slug) FROM decks"));
    database.execute("UPDATE decks SET slug = 'done' WHERE id <= 10");

    compile(COLUMNS, FILL_SLUGS);
    migrate();
    assertEquals(List.of("10"), database.rows("SELECT count(*) FROM decks WHERE slug = 'done'"));
    assertEquals(List.of("25"), database.rows("SELECT count(slug) FROM decks"));
    assertEquals(List.of("0"), database.rows("SELECT count(*) FROM varve_marks"));
  }

  @Test
  void aBatchThatGoesOnWhereItBeganIsStopped() {
    twentyFiveDecks();
    compile(COLUMNS, FILL_SLUGS.replace("String.valueOf(decks.get(9).id())", "\"9\""));
    MigrationException failed = assertThrows(MigrationException.class, this::migrate);
    assertTrue(failed.getMessage().contains("would never end"), failed.getMessage());
  }

  @Test
  void whatTheServerRefusesIsTold() {
    twentyFiveDecks();
    compile(
        COLUMNS,
        FILL_SLUGS.replace(
            ".eq(deck.id())).execute()",
            ".eq(deck.id())).execute();\n" + "batch.transaction().raw(\"SELECT 1/0\").execute()"));
    MigrationException failed = assertThrows(MigrationException.class, this::migrate);
    assertTrue(failed.getMessage().contains("division by zero"), failed.getMessage());
    assertEquals(List.of("0"), database.rows("SELECT count(slug) FROM decks"));
  }

  @Test
  void onlyTheApplicationRunsIt() {
    compile(COLUMNS);
    compile(COLUMNS, FILL_SLUGS);
    MigrationException refused = assertThrows(
        MigrationException.class,
        () -> Varve.of(database.dataSource())
            .sources(List.of(MigrationSource.folder("shop", shop.migrations())))
            .migrate());
    assertEquals(
        "Migration V" + ID + ", line 6: its work is done by the class shop.FillSlugs, which only"
            + " the application itself has. Start the application, whose Varve.migrate runs it."
            + " Nothing was changed.",
        refused.getMessage());
    AssertionError stopped = assertThrows(
        AssertionError.class, () -> database.execute(shop.migrationFiles().get("V" + ID + ".sql")));
    assertTrue(stopped.getMessage().contains("which only Varve runs"), stopped.getMessage());
  }

  @Test
  void aFrozenBuildAsksForItsScript() {
    compile(COLUMNS);
    TestProject.Result frozen =
        shop.withSources(sources(COLUMNS, FILL_SLUGS)).compile("-Avarve.frozen=true");
    assertFalse(frozen.success());
    assertTrue(
        frozen.ours().get(0).startsWith("[FROZEN] shop: a migration in Java has no script yet"),
        frozen.messages().toString());
    assertFalse(shop.migrationFiles().containsKey("V" + ID + ".sql"));
  }

  @ParameterizedTest
  @EnumSource(Compiler.class)
  void theRecordsSayWhatQueriesNeed(Compiler compiler) throws IOException {
    try (TestProject other = new TestProject(compiler)) {
      String columns = """
          @GeneratedValue(strategy = GenerationType.IDENTITY) long number,
              @Column(name = "class", length = 20) String title,
              Optional<Integer> count, @Column(precision = 10, scale = 2) java.math.BigDecimal price,
              @dev.varve.annotations.Default("now()") java.time.Instant createdAt,
              List<Mood> moods, dev.varve.runtime.value.Inet host,
              @dev.varve.annotations.Generated("upper(class)") String loud""";
      Map<String, String> sources = sources(columns);
      assertCompiles(other.withSources(sources));
      sources.put("shop/Nothing.java", """
          package shop;
          import dev.varve.runtime.*;
          @dev.varve.annotations.Migration("20991231000000__nothing")
          public class Nothing implements DataMigration {
            @Override public void run(Batch batch) {
              batch.transaction().insert(shop.v20991231000000.DeckTable.DECKS)
                  .values(shop.v20991231000000.DeckInsert.of(
                      1, "Nine", java.math.BigDecimal.ONE,
                      java.util.List.of(shop.v20991231000000.Mood.BAD),
                      dev.varve.runtime.value.Inet.parse("127.0.0.1"),
                      shop.v20991231000000.Mood.GOOD))
                  .execute();
            }
          }
          """);
      assertCompiles(other.withSources(sources));
      assertEquals(
          """
          package shop.v20991231000000;

          import dev.varve.annotations.AsOf;
          import dev.varve.annotations.Default;
          import dev.varve.annotations.Generated;
          import dev.varve.annotations.Identity;
          import dev.varve.runtime.value.Inet;
          import jakarta.persistence.Column;
          import jakarta.persistence.Id;
          import jakarta.persistence.Table;
          import java.math.BigDecimal;
          import java.time.Instant;
          import java.util.List;
          import java.util.Optional;

          /**
           * A row of {@code decks} before migration 20991231000000.
           */
          @AsOf("20991231000000")
          @Table(
              name = "decks"
          )
          public record Deck(@Id @Column(name = "id") long id, @Column(name = "number") @Identity long number,
              @Column(name = "class", columnDefinition = "varchar(20)") String class_,
              @Column(name = "count") Optional<Integer> count,
              @Column(name = "price", columnDefinition = "numeric(10, 2)") BigDecimal price,
              @Column(name = "created_at") @Default("now()") Instant createdAt,
              @Column(name = "moods") List<Mood> moods, @Column(name = "host") Inet host,
              @Column(name = "loud") @Generated("upper(class)") String loud,
              @Column(name = "mood") Mood mood) {
          }
          """, Files.readString(other.generated().resolve("shop/v20991231000000/Deck.java")));
      try (URLClassLoader loader = other.loader()) {
        Varve.of(database.dataSource()).classLoader(loader).migrate();
      }
      assertEquals(
          List.of("1|Nine|null|1.00|{BAD}|127.0.0.1|NINE|GOOD"),
          database.rows("SELECT id, class, count, price, moods, host, loud, mood FROM decks"));
    }
  }

  private static void assertCompiles(TestProject project) {
    TestProject.Result result = project.compile();
    assertTrue(result.success(), () -> String.join("\n", result.messages()));
  }
}
