package dev.varve.runtime.query;

import static dev.varve.runtime.query.Aggregates.arrayAgg;
import static dev.varve.runtime.query.Aggregates.avg;
import static dev.varve.runtime.query.Aggregates.boolAnd;
import static dev.varve.runtime.query.Aggregates.boolOr;
import static dev.varve.runtime.query.Aggregates.count;
import static dev.varve.runtime.query.Aggregates.jsonAgg;
import static dev.varve.runtime.query.Aggregates.jsonObjectAgg;
import static dev.varve.runtime.query.Aggregates.max;
import static dev.varve.runtime.query.Aggregates.min;
import static dev.varve.runtime.query.Aggregates.percentile;
import static dev.varve.runtime.query.Aggregates.stddev;
import static dev.varve.runtime.query.Aggregates.stringAgg;
import static dev.varve.runtime.query.Aggregates.sum;
import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Blog.BOB;
import static dev.varve.runtime.query.Expressions.caseWhen;
import static dev.varve.runtime.query.Expressions.cast;
import static dev.varve.runtime.query.Expressions.coalesce;
import static dev.varve.runtime.query.Expressions.greatest;
import static dev.varve.runtime.query.Expressions.isFalse;
import static dev.varve.runtime.query.Expressions.isTrue;
import static dev.varve.runtime.query.Expressions.least;
import static dev.varve.runtime.query.Expressions.not;
import static dev.varve.runtime.query.Expressions.nothing;
import static dev.varve.runtime.query.Expressions.nullIf;
import static dev.varve.runtime.query.Expressions.number;
import static dev.varve.runtime.query.Expressions.text;
import static dev.varve.runtime.query.Expressions.value;
import static dev.varve.runtime.query.Texts.concat;
import static dev.varve.runtime.query.Texts.concatWith;
import static dev.varve.runtime.query.Texts.lower;
import static dev.varve.runtime.query.Texts.upper;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server computes of numbers, texts and times; each expression runs, and its value is compared. */
class FunctionsTest {
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
  void arithmetic() {
    assertEquals(17, of(value(3).plus(2).times(4).minus(3)));
    assertEquals(3, of(value(7).dividedBy(2)));
    assertEquals(1, of(value(7).modulo(value(3))));
    assertEquals(
        new BigDecimal("0.30"), of(value(new BigDecimal("0.10")).plus(new BigDecimal("0.20"))));
    assertEquals(Optional.empty(), of(value(1L).plus(nothing(Type.LONG))));
    assertEquals(3L, of(number(coalesce(nothing(Type.LONG), value(1L))).plus(2L)));
    assertEquals(Optional.empty(), of(number(nothing(Type.LONG)).times(2L)));
    assertEquals(
        "SELECT ((\"posts\".\"likes\" + ?) * ?)\nFROM \"posts\"",
        blog.text(() -> db.select(POSTS.likes.plus(1L).times(2L)).from(POSTS).list()));
  }

  @Test
  void numbers() {
    assertEquals(5, of(Numbers.abs(value(-5))));
    assertEquals(new BigDecimal("3"), of(Numbers.ceil(value(new BigDecimal("2.1")))));
    assertEquals(2.0, of(Numbers.floor(value(2.9))));
    assertEquals(3L, of(Numbers.round(value(3L))));
    assertEquals(new BigDecimal("2.35"), of(Numbers.round(value(new BigDecimal("2.345")), 2)));
    assertEquals(8.0, of(Numbers.power(value(2), 3)));
    assertEquals(3.0, of(Numbers.sqrt(value(9L))));
    assertEquals(0.0, of(Numbers.ln(value(1))));
    double random = of(Numbers.random());
    assertTrue(random >= 0 && random < 1, () -> "random: " + random);
    assertEquals(Optional.empty(), of(Numbers.abs(nothing(Type.INT))));
  }

  @Test
  void texts() {
    assertEquals("ada", of(lower(value("ADA"))));
    assertEquals("APFEL", of(upper(value("apfel"))));
    assertEquals("Ada Lovelace", of(Texts.initcap(value("ada lovelace"))));
    assertEquals("x", of(Texts.trim(value("  x "))));
    assertEquals("cba", of(Texts.reverse(value("abc"))));
    assertEquals("900150983cd24fb0d6963f7d28e17f72", of(Texts.md5(value("abc"))));
    assertEquals(3, of(Texts.length(value("äöü"))));
    assertEquals("bc", of(Texts.substring(value("abcd"), 2, 2)));
    assertEquals("ab", of(Texts.left(value("abcd"), 2)));
    assertEquals("cd", of(Texts.right(value("abcd"), 2)));
    assertEquals("a-c", of(Texts.replace(value("abc"), "b", "-")));
    assertEquals("a--d", of(Texts.regexpReplace(value("abcd"), "[bc]", "-")));
    assertEquals("007", of(Texts.padStart(value("7"), 3, "0")));
    assertEquals("b", of(Texts.splitPart(value("a,b"), ",", 2)));
    assertEquals(2, of(Texts.position(value("abc"), "b")));
    assertEquals("ada!", ofAda(concat(USERS.email, value("!"))));
    assertEquals(Optional.empty(), of(concat(value("a"), nothing(Type.STRING))));
    assertEquals("a-b", of(concatWith("-", value("a"), nothing(Type.STRING), value("b"))));
    assertEquals(Optional.of("ADA L."), ofAda(upper(USERS.displayName)));
    assertTrue(holds(lower(USERS.displayName).like("ada%")));
    assertTrue(holds(USERS.email.matches("^a.a$").and(USERS.email.imatches("^A"))));
    assertTrue(holds(USERS.email.notLike("b%").and(USERS.email.notIlike("B%"))));
    assertTrue(holds(USERS.displayName.startsWith("Ada").and(USERS.displayName.endsWith("L."))));
    assertTrue(holds(not(USERS.email.startsWith("a_a")).and(not(USERS.email.containsText("%")))));
    assertTrue(holds(text(coalesce(USERS.displayName, USERS.email)).like("A%")));
    assertTrue(holds(text(nullIf(USERS.email, "x")).like("a%")));
  }

  @Test
  void times() {
    assertEquals(NOON.plusSeconds(90), of(Times.plus(value(NOON), Duration.ofSeconds(90))));
    assertEquals(NOON.minusMillis(1), of(Times.minus(value(NOON), Duration.ofMillis(1))));
    LocalDate day = LocalDate.of(2024, 1, 31);
    assertEquals(LocalDate.of(2024, 2, 29), of(Times.plus(value(day), Period.ofMonths(1))));
    assertEquals(day.minusDays(1), of(Times.minus(value(day), Period.ofDays(1))));
    assertEquals(Optional.empty(), of(Times.plus(nothing(Type.INSTANT), Duration.ofDays(1))));
    assertEquals(
        Instant.parse("2026-03-29T00:00:00Z"), of(Times.truncate(value(NOON), Times.Unit.DAY)));
    assertEquals(
        Instant.parse("2026-03-28T23:00:00Z"),
        of(Times.truncate(value(NOON), Times.Unit.DAY, BERLIN)));
    assertEquals(LocalDate.of(2024, 1, 1), of(Times.truncate(value(day), Times.Unit.QUARTER)));
    assertEquals(0, new BigDecimal(12).compareTo(of(Times.extract(value(NOON), Times.Field.HOUR))));
    assertEquals(0, new BigDecimal("3").compareTo(of(Times.extract(value(day), Times.Field.DOW))));
    assertEquals(
        LocalDateTime.of(2026, 3, 29, 14, 34, 56, 789_000_000),
        of(Times.atZone(value(NOON), BERLIN)));
    assertEquals(NOON, of(Times.inZone(Times.atZone(value(NOON), BERLIN), BERLIN)));
    assertEquals(LocalDate.of(2026, 3, 29), of(Times.date(value(NOON))));
    assertEquals("2026-03-29 12:34", of(Times.format(value(NOON), "YYYY-MM-DD HH24:MI")));
    assertEquals(
        0,
        new BigDecimal("60")
            .compareTo(of(Times.secondsBetween(value(NOON), value(NOON.plusSeconds(60))))));
    assertEquals(
        LocalTime.of(1, 30),
        of(Times.plus(value(Type.LOCAL_TIME, LocalTime.of(0, 30)), Duration.ofHours(1))));
    assertTrue(
        Duration.between(of(Times.now()), of(Times.clockTimestamp())).abs().toMinutes() < 1);
    assertEquals(of(Times.date(Times.now())), of(Times.currentDate()));
    assertEquals(
        List.of(ADA, BOB),
        db.select(USERS.id)
            .from(USERS)
            .where(USERS.createdAt.lt(Times.minus(value(NOON), Period.ofDays(86))))
            .orderBy(USERS.createdAt.asc())
            .list());
  }

  /** Neither the session's zone nor that of this JVM takes part. */
  @Test
  void timesDoNotDependOnTheSession() {
    db.inTransaction(tx -> {
      tx.select(Texts.length(value("x"))).fromNothing().one();
      return true;
    });
    var zoned = blog.server().dataSource();
    zoned.setOptions("-c TimeZone=Asia/Tokyo");
    Database tokyo = Database.of(zoned);
    Instant late = Instant.parse("2026-03-29T22:00:00Z");

    assertEquals(
        Instant.parse("2026-03-29T00:00:00Z"),
        tokyo.select(Times.truncate(value(late), Times.Unit.DAY)).fromNothing().one());
    assertEquals(
        LocalDate.of(2026, 3, 29),
        tokyo.select(Times.date(value(late))).fromNothing().one());
    assertEquals(
        "22", tokyo.select(Times.format(value(late), "HH24")).fromNothing().one());
  }

  @Test
  void casesCastsAndNulls() {
    Expression<String> size = caseWhen(POSTS.likes.lt(10L), value("small"))
        .when(POSTS.likes.lt(20L), "medium")
        .otherwise("large");

    assertEquals(
        """
        SELECT CASE WHEN "posts"."likes" < ? THEN ?::text WHEN "posts"."likes" < ? THEN ?::text \
        ELSE ?::text END
        FROM "posts"
        ORDER BY "posts"."id" ASC""",
        blog.text(() -> assertEquals(
            List.of("medium", "large", "small"),
            db.select(size).from(POSTS).orderBy(POSTS.id.asc()).list())));
    assertEquals(Optional.empty(), of(caseWhen(value(1).eq(2), value("x")).otherwiseNull()));
    assertEquals(
        Optional.of(1), of(caseWhen(value(1).eq(2), value(2)).otherwise(value(1).nullable())));
    assertThrows(
        StatementException.class,
        () -> caseWhen(value(1).eq(2), nothing(Type.INT)).otherwise(1));
    assertEquals(42L, of(cast(value("42"), Type.LONG)));
    assertEquals(Optional.empty(), of(cast(nothing(Type.INT), Type.STRING)));
    assertEquals("Ada L.", ofAda(coalesce(USERS.displayName, USERS.email)));
    assertEquals(
        List.of("Ada L.", "?", "?"),
        db.select(coalesce(USERS.displayName, "?"))
            .from(USERS)
            .orderBy(USERS.email.asc())
            .list());
    assertEquals(Optional.of("Ada L."), ofAda(coalesce(nothing(Type.STRING), USERS.displayName)));
    assertEquals(Optional.empty(), of(nullIf(value("x"), "x")));
    assertEquals(3, of(greatest(value(1), value(3), value(2))));
    assertEquals(1, of(least(value(1), value(3))));
    assertTrue(holds(USERS.invitedBy.isNotDistinctFrom(nothing(Type.UUID))));
    assertTrue(holds(USERS.email.isDistinctFrom("x").and(USERS.displayName.isNotNull())));
    assertEquals(Optional.of(true), ofAda(USERS.email.eq("ada").asValue()));
    assertTrue(holds(isTrue(USERS.email.eq("ada").asValue())));
    assertTrue(holds(isFalse(USERS.email.eq("bob").asValue())));
    assertTrue(holds(USERS.email.between(value("a"), value("b"))));
  }

  @Test
  void aggregates() {
    var all = db.select(
            count(POSTS.authorId).distinct(),
            sum(POSTS.likes),
            avg(POSTS.likes),
            min(POSTS.title),
            max(POSTS.title),
            stringAgg(POSTS.title, ", ").orderBy(POSTS.title.desc()),
            arrayAgg(POSTS.likes).orderBy(POSTS.likes.asc()).filter(POSTS.likes.gt(5L)),
            Expressions.count().filter(POSTS.number.eq(1)))
        .from(POSTS)
        .one();
    assertEquals(2L, all.a());
    assertEquals(Optional.of(new BigDecimal(35)), all.b());
    assertEquals(0, new BigDecimal("11.6666666666666667").compareTo(all.c().orElseThrow()));
    assertEquals(Optional.of("alpha"), all.d());
    assertEquals(Optional.of("gamma"), all.e());
    assertEquals(Optional.of("gamma, beta, alpha"), all.f());
    assertEquals(Optional.of(List.of(10L, 20L)), all.g());
    assertEquals(2L, all.h());
    var more = db.select(
            boolAnd(POSTS.likes.gt(5L).asValue()),
            boolOr(POSTS.likes.gt(5L).asValue()),
            stddev(POSTS.number),
            percentile(0.5, POSTS.likes),
            sum(POSTS.likes, Type.LONG),
            avg(POSTS.likes, Type.DOUBLE),
            jsonAgg(POSTS.number).orderBy(POSTS.id.asc()),
            jsonObjectAgg(POSTS.title, POSTS.likes))
        .from(POSTS)
        .one();
    assertEquals(Optional.of(false), more.a());
    assertEquals(Optional.of(true), more.b());
    assertEquals(0.577, more.c().orElseThrow(), 0.001);
    assertEquals(Optional.of(10.0), more.d());
    assertEquals(Optional.of(35L), more.e());
    assertEquals(11.667, more.f().orElseThrow(), 0.001);
    assertEquals(Optional.of("[1,2,1]"), more.g().map(Json::compact));
    assertEquals(20, more.h().orElseThrow().get("beta").integer());
    assertEquals(
        Optional.empty(),
        db.select(sum(POSTS.likes)).from(POSTS).where(POSTS.id.lt(0L)).one());
    assertEquals(
        """
        SELECT string_agg("posts"."title", ?::text ORDER BY "posts"."title" DESC) \
        FILTER (WHERE "posts"."likes" > ?)
        FROM "posts\"""",
        blog.text(() -> db.select(
                stringAgg(POSTS.title, "-").orderBy(POSTS.title.desc()).filter(POSTS.likes.gt(5L)))
            .from(POSTS)
            .one()));
  }
}
