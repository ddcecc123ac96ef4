package dev.varve.runtime.query;

import static dev.varve.runtime.query.Aggregates.grouping;
import static dev.varve.runtime.query.Aggregates.sum;
import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Blog.BOB;
import static dev.varve.runtime.query.Expressions.count;
import static dev.varve.runtime.query.Expressions.value;
import static dev.varve.runtime.query.Texts.length;
import static dev.varve.runtime.query.Texts.upper;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.query.sample.Mood;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a select of one table can be made of: its text, and the rows that it finds. */
class SelectTest {
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

  @Test
  void distinctAndDistinctOn() {
    assertEquals(
        List.of(Mood.CALM, Mood.EAGER),
        db.select(USERS.mood).from(USERS).distinct().orderBy(USERS.mood.asc()).list());
    Select<Row2<UUID, String>> newest = db.select(POSTS.authorId, POSTS.title)
        .from(POSTS)
        .distinctOn(POSTS.authorId)
        .orderBy(POSTS.authorId.asc(), POSTS.number.desc());

    assertEquals("""
        SELECT DISTINCT ON ("posts"."author_id") "posts"."author_id", "posts"."title"
        FROM "posts"
        ORDER BY "posts"."author_id" ASC, "posts"."number" DESC""", blog.text(newest::list));
    assertEquals(List.of(new Row2<>(ADA, "beta"), new Row2<>(BOB, "gamma")), newest.list());
    assertEquals(2, newest.count());
    StatementException e = assertThrows(
        StatementException.class,
        () -> db.select(POSTS.title)
            .from(POSTS)
            .distinctOn(POSTS.authorId)
            .orderBy(POSTS.title.asc())
            .list());
    assertTrue(e.getMessage().contains("distinctOn"), e.getMessage());
  }

  @Test
  void groupsAndHaving() {
    Aggregate<Long> posts = count();
    Select<Row3<String, Long, Optional<Long>>> select = db.select(
            USERS.email, posts.as("posts"), sum(POSTS.likes, Type.LONG))
        .from(USERS)
        .join(POSTS)
        .on(POSTS.authorId.eq(USERS.id))
        .groupBy(USERS.email)
        .having(posts.gt(1L))
        .orderBy(posts.desc(), USERS.email.asc());

    assertEquals("""
        SELECT "users"."email", count(*) AS "posts", CAST(sum("posts"."likes") AS bigint)
        FROM "users"
        JOIN "posts" ON "posts"."author_id" = "users"."id"
        GROUP BY "users"."email"
        HAVING count(*) > ?
        ORDER BY 2 DESC, "users"."email" ASC""", blog.text(select::list));
    assertEquals(List.of(new Row3<>("ada", 2L, Optional.of(30L))), select.list());
    assertEquals(1, select.count());
  }

  @Test
  void whatIsSelectedAndGroupedWithParametersIsOneExpression() {
    TextExpression theme = upper(USERS.email);
    Expression<String> initial = Texts.left(theme, 1);
    Select<Row2<String, Long>> select =
        db.select(initial, count()).from(USERS).groupBy(initial).orderBy(initial.desc());

    assertEquals("""
        SELECT left(upper("users"."email"), ?::integer), count(*)
        FROM "users"
        GROUP BY 1
        ORDER BY 1 DESC""", blog.text(select::list));
    assertEquals(List.of("E", "B", "A"), select.list().stream().map(Row2::a).toList());
  }

  @Test
  void rollupCubeAndGroupingSets() {
    NullableExpression<Mood> mood = USERS.mood.nullable();
    Select<Row3<Optional<Mood>, Integer, Long>> rollup = db.select(
            mood, grouping(USERS.mood), count())
        .from(USERS)
        .groupBy(Grouping.rollup(USERS.mood))
        .orderBy(mood.asc());

    assertEquals("""
        SELECT "users"."mood", GROUPING("users"."mood"), count(*)
        FROM "users"
        GROUP BY ROLLUP ("users"."mood")
        ORDER BY "users"."mood" ASC""", blog.text(rollup::list));
    assertEquals(
        List.of(
            new Row3<>(Optional.of(Mood.CALM), 0, 2L),
            new Row3<>(Optional.of(Mood.EAGER), 0, 1L),
            new Row3<>(Optional.empty(), 1, 3L)),
        rollup.list());
    assertEquals(
        3 + 2 + 3 + 1,
        db.select(count())
            .from(USERS)
            .groupBy(Grouping.cube(USERS.mood, USERS.email))
            .list()
            .size());
    Select<Long> sets = db.select(count())
        .from(USERS)
        .groupBy(Grouping.sets(Grouping.set(USERS.mood, USERS.email), Grouping.set()));
    assertTrue(blog.text(sets::list)
        .contains("GROUP BY GROUPING SETS ((\"users\".\"mood\", \"users\".\"email\"), ())"));
    assertEquals(4, sets.list().size());
    StatementException e = assertThrows(
        StatementException.class,
        () -> db.select(USERS.mood)
            .from(USERS)
            .groupBy(Grouping.rollup(USERS.mood))
            .list());
    assertTrue(e.getMessage().contains(".nullable()"), e.getMessage());
  }

  @Test
  void ordersLimitsAndTies() {
    assertEquals(
        List.of(Optional.of("Ada L."), Optional.empty(), Optional.empty()),
        db.select(USERS.displayName)
            .from(USERS)
            .orderBy(USERS.displayName.desc().nullsLast())
            .list());
    assertEquals(
        List.of(Optional.empty(), Optional.empty(), Optional.of("Ada L.")),
        db.select(USERS.displayName)
            .from(USERS)
            .orderBy(USERS.displayName.asc().nullsFirst())
            .list());
    Select<Mood> ties =
        db.select(USERS.mood).from(USERS).orderBy(USERS.mood.asc()).limitWithTies(1);
    assertEquals("""
        SELECT "users"."mood"
        FROM "users"
        ORDER BY "users"."mood" ASC
        FETCH FIRST ? ROWS WITH TIES""", blog.text(ties::list));
    assertEquals(List.of(Mood.CALM, Mood.CALM), ties.list());
    assertEquals(List.of(Mood.CALM), ties.offset(1).list());
    assertEquals(Optional.of(Mood.CALM), ties.first());
  }

  @Test
  void aSelectFromNothingAndACompoundOfValues() {
    assertEquals(
        "SELECT length(?::text)",
        blog.text(() ->
            assertEquals(5, db.select(length(value("hello"))).fromNothing().one())));
    assertEquals(
        List.of(1, 2),
        db.select(value(1))
            .fromNothing()
            .unionAll(db.select(value(2)).fromNothing())
            .list());
  }
}
