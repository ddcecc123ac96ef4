package dev.varve.runtime.query;

import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Documents.jsonArray;
import static dev.varve.runtime.query.Documents.jsonObject;
import static dev.varve.runtime.query.Documents.toJson;
import static dev.varve.runtime.query.Expressions.not;
import static dev.varve.runtime.query.Expressions.nothing;
import static dev.varve.runtime.query.Expressions.value;
import static dev.varve.runtime.query.Ranges.closedRange;
import static dev.varve.runtime.query.Ranges.range;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server computes of arrays, documents, ranges and words; each expression runs. */
class ContainersTest {
  private static final Instant NOON = Instant.parse("2026-03-29T12:34:56.789Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Blog blog;
  private static Database db;

  @BeforeAll
  static void start() {
    blog = new Blog();
    db = blog.db;
  }

  @AfterAll
  static void stop() {
    blog.close();
  }

  private static <V> V of(Selection<V> expression) {
    return db.select(expression).fromNothing().one();
  }

  private static <V> V ofAda(Selection<V> expression) {
    return db.select(expression).from(USERS).where(USERS.id.eq(ADA)).one();
  }

  private static boolean holds(Condition condition) {
    return db.from(USERS).where(USERS.id.eq(ADA), condition).count() == 1;
  }

  @Test
  void arrays() {
    assertTrue(holds(USERS.tags.contains(List.of("sql"))));
    assertTrue(holds(USERS.tags.contains(USERS.tags)));
    assertTrue(holds(USERS.tags.containedBy(List.of("a", "sql", "java"))));
    assertTrue(holds(USERS.tags.overlaps(List.of("java", "c"))));
    assertTrue(holds(USERS.tags.has("java").and(not(USERS.tags.has("c")))));
    assertTrue(holds(USERS.tags.has(Texts.lower(value("SQL")))));
    assertEquals(Optional.of(2), ofAda(USERS.tags.size()));
    assertEquals(Optional.of("sql"), ofAda(USERS.tags.at(2)));
    assertEquals(Optional.empty(), ofAda(USERS.tags.at(3)));
    assertEquals(List.of("java", "sql", "x"), ofAda(USERS.tags.append("x")));
    assertEquals(Optional.of(List.of("sql")), ofAda(USERS.tags.remove("java")));
    assertEquals(Optional.of("java+sql"), ofAda(USERS.tags.joined("+")));
    assertEquals(
        """
        SELECT "users"."id"
        FROM "users"
        WHERE "users"."tags" @> ?::text[] AND ?::text = ANY ("users"."tags")""",
        blog.text(() -> db.select(USERS.id)
            .from(USERS)
            .where(USERS.tags.contains(List.of("a")), USERS.tags.has("b"))
            .list()));
  }

  @Test
  void documents() {
    assertEquals(Optional.of("dark"), ofAda(USERS.prefs.textAt("theme")));
    assertEquals(Optional.of("deck1"), ofAda(USERS.prefs.textAt("decks", "0")));
    assertEquals(Optional.of("[\"deck1\"]"), ofAda(USERS.prefs.at("decks")).map(Json::compact));
    assertEquals(Optional.empty(), ofAda(USERS.prefs.at("none")));
    assertTrue(holds(USERS.prefs.contains(Json.object().put("theme", "dark").build())));
    assertTrue(holds(not(USERS.prefs.containedBy(Json.object().build()))));
    assertTrue(holds(USERS.prefs.has("theme").and(not(USERS.prefs.has("x")))));
    assertTrue(holds(USERS.prefs.hasAny("x", "theme").and(USERS.prefs.hasAll("theme", "decks"))));
    assertTrue(holds(USERS.prefs.at("decks").has("deck1")));
    assertTrue(holds(USERS.prefs.matches("$.decks[*] ? (@ == \"deck1\")")));
    assertTrue(holds(USERS.prefs.textAt("theme").like("d%")));
    assertEquals(
        Optional.of("light"),
        ofAda(USERS.prefs.with(Json.of("light"), "theme")).map(prefs -> prefs.theme()));
    assertEquals(
        Optional.of(7),
        ofAda(USERS.prefs.merged(Json.object().put("daily", 7).build()))
            .map(prefs -> prefs.daily()));
    assertEquals(
        Optional.of(List.of()),
        ofAda(USERS.prefs.without("decks", "0")).map(prefs -> prefs.decks()));
    assertEquals(
        "{\"tags\":[\"java\",\"sql\"],\"email\":\"ada\"}",
        ofAda(jsonObject("email", USERS.email).and("tags", USERS.tags).build()).compact());
    assertEquals(
        "[1,\"x\",null]", of(jsonArray(value(1), value("x"), nothing(Type.INT))).compact());
    assertEquals("\"ada\"", ofAda(toJson(USERS.email)).compact());
    assertEquals(Optional.empty(), of(toJson(nothing(Type.INT))));
    assertEquals(
        """
        SELECT ("users"."prefs" #>> ?::text[])
        FROM "users"
        WHERE "users"."prefs" ?? ?::text""",
        blog.text(() -> db.select(USERS.prefs.textAt("a"))
            .from(USERS)
            .where(USERS.prefs.has("a"))
            .list()));
  }

  @Test
  void ranges() {
    LocalDate a = LocalDate.of(2026, 1, 1);
    RangeOf<LocalDate> week = range(Type.LOCAL_DATE, a, a.plusDays(7));
    RangeOf<LocalDate> next = range(value(a.plusDays(7)), value(a.plusDays(14)));

    assertTrue(holds(week.contains(a).and(not(week.contains(value(a.plusDays(7)))))));
    assertTrue(holds(week.contains(range(Type.LOCAL_DATE, a, a.plusDays(1)))));
    assertTrue(holds(range(Type.LOCAL_DATE, a, a.plusDays(1)).containedBy(week)));
    assertTrue(holds(not(week.overlaps(next)).and(week.adjacent(next))));
    assertTrue(holds(week.before(next).and(next.after(week))));
    assertTrue(holds(week.intersection(next).isEmpty()));
    assertTrue(holds(closedRange(value(1), value(3)).contains(3)));
    assertTrue(holds(range(Type.INSTANT, null, NOON).contains(USERS.createdAt)));
    assertEquals(Optional.of(a), of(week.lower()));
    assertEquals(Optional.empty(), of(range(Type.LOCAL_DATE, a, null).upper()));
    assertTrue(holds(range(Type.DECIMAL, BigDecimal.ONE, BigDecimal.TEN).contains(BigDecimal.ONE)));
    assertTrue(holds(range(Type.LONG, 1L, 2L).contains(1L)));
    assertTrue(holds(range(Type.LOCAL_DATE_TIME, a.atStartOfDay(), null).contains(a.atTime(1, 0))));
    assertThrows(StatementException.class, () -> range(Type.STRING, "a", "b"));
  }

  @Test
  void fullText() {
    FullText english = FullText.of("english");
    FullText.Words words = english.words(POSTS.title);
    FullText.Search search = english.search("alphas or -beta");

    assertEquals(
        """
        SELECT "posts"."title"
        FROM "posts"
        WHERE to_tsvector('english', "posts"."title") @@ websearch_to_tsquery('english', ?::text)
        ORDER BY ts_rank(to_tsvector('english', "posts"."title"), \
        websearch_to_tsquery('english', ?::text)) DESC, "posts"."title" ASC""",
        blog.text(() -> assertEquals(
            List.of("alpha", "gamma"),
            db.select(POSTS.title)
                .from(POSTS)
                .where(words.matches(search))
                .orderBy(words.rank(search).desc(), POSTS.title.asc())
                .list())));
    assertEquals(
        List.of(),
        db.from(POSTS)
            .where(words.matches(english.plain("alpha").and(english.phrase("beta gamma"))))
            .list());
    assertEquals(
        2L,
        db.from(POSTS)
            .where(words.matches(english.plain("alpha").or(english.plain("beta"))))
            .count());
    assertEquals(
        Optional.of("<b>alpha</b>"),
        db.select(english.headline(POSTS.title, english.search("alpha")))
            .from(POSTS)
            .where(POSTS.number.eq(1), POSTS.likes.eq(10L))
            .one());
    assertThrows(StatementException.class, () -> FullText.of("english'); DROP TABLE posts; --"));
  }
}
