package dev.varve.examples.learningcards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.migrate.Status;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application on a real server: what it prints, what it leaves, and the way back. */
class LearningCardsTest {
  private static final Path OUTPUT =
      Path.of("src/test/resources/dev/varve/examples/learningcards/output.txt");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T18:00:00Z"), ZoneOffset.UTC);
  private static final Pattern DURATION = Pattern.compile(" *\\d+ ms");

  private TestDatabase database;

  @BeforeEach
  void create() {
    database = TestServer.newDatabase();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private String run() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      LearningCards.run(database.dataSource(), CLOCK, out);
    }
    String text = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    return DURATION.matcher(text).replaceAll(" (time)");
  }

  private Catalog catalog() throws SQLException {
    return catalog(database);
  }

  private static Catalog catalog(TestDatabase of) throws SQLException {
    try (Connection connection = of.connect()) {
      return CatalogReader.read(connection);
    }
  }

  @Test
  void itMigratesAnEmptyDatabaseAndPrintsWhatItDid() throws IOException {
    String printed = run();

    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(OUTPUT.getParent());
      Files.writeString(OUTPUT, printed);
    }
    assertEquals(Files.readString(OUTPUT), printed);
  }

  @Test
  void whatItPrintedIsInTheDatabase() {
    run();

    assertEquals("1000", database.value("SELECT count(*) FROM cards"));
    assertEquals("mille", database.value("SELECT back FROM cards WHERE position = 1000"));
    assertEquals(List.of("Ada Lovelace|ada@example.org|DARK|19:30"), database.rows("""
            SELECT display_name, normalized_email, preferences ->> 'theme',
              preferences -> 'reminder' ->> 'at'
            FROM users
            """));
    assertEquals(
        List.of("Les nombres|les-nombres|GROUP|2"),
        database.rows("SELECT title, slug, visibility, version FROM decks"));
    assertEquals("40", database.value("SELECT count(*) FROM reviews"));
    assertEquals("40", database.value("SELECT count(*) FROM card_schedules"));
  }

  @Test
  void theTriggerKeepsTheTimeOfTheLastChange() {
    run();

    assertEquals("t", database.value("SELECT updated_at > created_at FROM decks"));
  }

  @Test
  void aClosedAccountTakesItsRowsAlongAndLeavesItsEventsNameless() {
    run();

    assertEquals(
        List.of("f|1", "t|1"),
        database.rows("SELECT user_id IS NULL, count(*) FROM events GROUP BY 1 ORDER BY 1"));
    assertEquals("1", database.value("SELECT count(*) FROM memberships"));
    assertEquals(
        "t",
        database.value("SELECT author_id IS NULL FROM comments WHERE body <> 'Who knows 99?'"));
  }

  @Test
  void aSecondStartHasNothingToMigrateAndDoesTheSameAgain() {
    String first = run();
    String second = run();

    assertTrue(second.startsWith("migrations    nothing to do, all are applied\n"), second);
    assertEquals(scenes(first), scenes(second));
  }

  private static String scenes(String printed) {
    return printed.substring(printed.indexOf("\naccounts "));
  }

  @Test
  void rollingBackEverythingAndMigratingAgainGivesTheSameSchema() throws SQLException {
    Catalog empty = catalog();
    MigrationResult applied = Varve.migrate(database.dataSource());
    Catalog migrated = catalog();

    Varve.rollback(database.dataSource(), applied.applied().size());
    assertEquals(List.of(), Catalog.differences(empty, catalog()));
    assertEquals(
        applied.applied().size(),
        Varve.status(database.dataSource()).in(Status.State.PENDING).size());

    Varve.migrate(database.dataSource());
    assertEquals(List.of(), Catalog.differences(migrated, catalog()));
    assertEquals(List.of(), Varve.verify(database.dataSource()).lines());
  }

  @Test
  void theHistoryLeadsToTheSchemaThatIsCreatedAtOnce() throws SQLException, IOException {
    Varve.migrate(database.dataSource());

    try (TestDatabase fresh = TestServer.newDatabase()) {
      fresh.execute(packed("schema.sql"));
      assertEquals(List.of(), Catalog.differences(tables(catalog(fresh)), tables(catalog())));
    }
  }

  /** Without the function and the triggers, which are written by hand. */
  private static Catalog tables(Catalog catalog) {
    return new Catalog(catalog.schema(), List.of());
  }

  private static String packed(String file) throws IOException {
    String path = "/META-INF/varve/dev.varve.examples.learningcards/" + file;
    try (InputStream in = LearningCards.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anUndoThatWouldLoseAValueIsRefusedAndThenWorks() {
    run();
    int all = Varve.status(database.dataSource()).migrations().size();

    MigrationException.LosesData losing = assertThrows(
        MigrationException.LosesData.class, () -> Varve.rollback(database.dataSource(), all));
    assertTrue(losing.losses().contains("cards"), losing.getMessage());
    Varve varve = Varve.of(database.dataSource()).allowLoss(losing.losses());
    MigrationException refused =
        assertThrows(MigrationException.Failed.class, () -> varve.rollback(all));
    assertTrue(
        refused.getMessage().contains("Rows of decks have a value of visibility"),
        refused.getMessage());
    assertEquals(
        all, Varve.status(database.dataSource()).in(Status.State.APPLIED).size());

    database.execute("UPDATE decks SET visibility = 'PRIVATE'");
    varve.rollback(all);
    assertEquals("null", database.value("SELECT to_regclass('users')"));
    run();
    assertEquals("1000", database.value("SELECT count(*) FROM cards"));
  }

  @Test
  void rowsOfTheOldestFormComeThroughTheWholeHistory() {
    int all = Varve.migrate(database.dataSource()).applied().size();
    Varve.rollback(database.dataSource(), all - 1);
    database.execute("""
        INSERT INTO users (email, nickname, password_hash, preferences, avatar_url)
          VALUES (' Ada@Example.org', 'Ada', 'x', '{}', 'https://example.org/ada.png');
        INSERT INTO decks (owner_id, title) SELECT id, 'C''est la vie' FROM users;
        """);

    Varve.migrate(database.dataSource());
    assertEquals(List.of(), Varve.verify(database.dataSource()).lines());
    assertEquals(
        List.of("ada@example.org|Ada|en"),
        database.rows("SELECT normalized_email, display_name, locale FROM users"));
    assertEquals(
        "t", database.value("SELECT slug = 'c-est-la-vie-' || left(id::text, 8) FROM decks"));

    Varve.of(database.dataSource())
        .allowLoss(List.of("decks.slug", "users.normalized_email", "users.locale"))
        .rollback(all - 1);
    assertEquals(
        List.of(" Ada@Example.org|Ada|https://example.org/ada.png"),
        database.rows("SELECT email, nickname, avatar_url FROM users"));
  }

  @Test
  void frenchCountsBySixtiesAndScores() {
    assertEquals("soixante et onze", FrenchNumbers.words(71));
    assertEquals("quatre-vingts", FrenchNumbers.words(80));
    assertEquals("deux cent quatre-vingt-dix-neuf", FrenchNumbers.words(299));
    assertEquals("neuf cents", FrenchNumbers.words(900));
  }
}
