package dev.varve.runtime.query;

import static dev.varve.runtime.query.Aggregates.grouping;
import static dev.varve.runtime.query.Aggregates.sum;
import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Blog.BOB;
import static dev.varve.runtime.query.Blog.EVE;
import static dev.varve.runtime.query.Expressions.count;
import static dev.varve.runtime.query.Expressions.exists;
import static dev.varve.runtime.query.Expressions.notExists;
import static dev.varve.runtime.query.Expressions.scalar;
import static dev.varve.runtime.query.Expressions.value;
import static dev.varve.runtime.query.Texts.length;
import static dev.varve.runtime.query.Texts.upper;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.query.sample.Mood;
import dev.varve.runtime.query.sample.Post;
import dev.varve.runtime.query.sample.PostTable;
import dev.varve.runtime.query.sample.User;
import dev.varve.runtime.query.sample.UserTable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a select can be made of: its text, and the rows that it finds. */
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
  void aLeftJoinGivesAnOptionalWhereNoRowIs() {
    PostTable.Outer p = POSTS.outer();
    Select<Row3<String, Optional<Post>, Optional<String>>> select = db.select(
            USERS.email, p, p.title)
        .from(USERS)
        .leftJoin(p)
        .on(p.authorId.eq(USERS.id))
        .orderBy(USERS.email.asc(), p.title.asc());

    assertEquals("""
        SELECT "users"."email", "posts"."id", "posts"."author_id", "posts"."number", \
        "posts"."title", "posts"."likes", "posts"."title"
        FROM "users"
        LEFT JOIN "posts" ON "posts"."author_id" = "users"."id"
        ORDER BY "users"."email" ASC, "posts"."title" ASC""", blog.text(select::list));
    List<Row3<String, Optional<Post>, Optional<String>>> rows = select.list();
    assertEquals(List.of("ada", "ada", "bob", "eve"), rows.stream().map(Row3::a).toList());
    assertEquals(new Post(1, ADA, 1, "alpha", 10), rows.get(0).b().orElseThrow());
    assertEquals(Optional.of("gamma"), rows.get(2).c());
    assertEquals(new Row3<>("eve", Optional.empty(), Optional.empty()), rows.get(3));
  }

  @Test
  void theOuterSideMayBeATableUnderAnotherName() {
    UserTable.Outer inviter = USERS.as("inviter").outer();

    assertEquals(
        List.of(
            new Row2<>("ada", Optional.empty()),
            new Row2<>("bob", Optional.of("ada")),
            new Row2<>("eve", Optional.empty())),
        db.select(USERS.email, inviter.email)
            .from(USERS)
            .leftJoin(inviter)
            .on(inviter.id.eq(USERS.invitedBy))
            .orderBy(USERS.email.asc())
            .list());
  }

  @Test
  void presenceIsToldByAColumnThatIsNeverNull() {
    UserTable.Outer u = USERS.as("u").outer();
    Optional<User> bob = db.select(u)
        .from(POSTS)
        .leftJoin(u)
        .on(u.id.eq(POSTS.authorId), u.displayName.isNull())
        .where(POSTS.title.eq("gamma"))
        .one();

    assertEquals("bob", bob.orElseThrow().email());
    assertEquals(Optional.empty(), bob.get().displayName());
  }

  @Test
  void aFullJoinHasTwoOuterSides() {
    UserTable.Outer u = USERS.outer();
    PostTable.Outer p = POSTS.outer();
    Select<Row2<Optional<String>, Optional<String>>> select = db.select(u.email, p.title)
        .from(u)
        .fullJoin(p)
        .on(p.authorId.eq(u.id).and(p.likes.gt(5L)))
        .orderBy(u.email.asc(), p.title.asc());

    assertEquals("""
        SELECT "users"."email", "posts"."title"
        FROM "users"
        FULL JOIN "posts" ON "posts"."author_id" = "users"."id" AND "posts"."likes" > ?
        ORDER BY "users"."email" ASC, "posts"."title" ASC""", blog.text(select::list));
    assertEquals(
        List.of(
            new Row2<>(Optional.of("ada"), Optional.of("alpha")),
            new Row2<>(Optional.of("ada"), Optional.of("beta")),
            new Row2<>(Optional.of("bob"), Optional.empty()),
            new Row2<>(Optional.of("eve"), Optional.empty()),
            new Row2<>(Optional.empty(), Optional.of("gamma"))),
        select.list());
  }

  @Test
  void crossAndLateralJoins() {
    assertEquals(9, db.from(USERS).crossJoin(POSTS).count());
    Subquery<Row2<String, Long>> best = db.select(POSTS.title, POSTS.likes)
        .from(POSTS)
        .where(POSTS.authorId.eq(USERS.id))
        .orderBy(POSTS.likes.desc())
        .limit(1)
        .as("best");
    Select<Row2<String, String>> inner = db.select(USERS.email, best.get(POSTS.title))
        .from(USERS)
        .crossJoinLateral(best)
        .orderBy(USERS.email.asc());

    assertEquals("""
        SELECT "users"."email", "best"."title"
        FROM "users"
        CROSS JOIN LATERAL (
          SELECT "posts"."title", "posts"."likes"
          FROM "posts"
          WHERE "posts"."author_id" = "users"."id"
          ORDER BY "posts"."likes" DESC
          LIMIT ?
        ) AS "best" ("title", "likes")
        ORDER BY "users"."email" ASC""", blog.text(inner::list));
    assertEquals(List.of(new Row2<>("ada", "beta"), new Row2<>("bob", "gamma")), inner.list());
    OuterRows<Row2<String, Long>> perhaps = best.outer();
    assertEquals(
        List.of(
            new Row3<>("ada", Optional.of(new Row2<>("beta", 20L)), Optional.of(20L)),
            new Row3<>("bob", Optional.of(new Row2<>("gamma", 5L)), Optional.of(5L)),
            new Row3<>("eve", Optional.empty(), Optional.empty())),
        db.select(USERS.email, perhaps, perhaps.get(POSTS.likes))
            .from(USERS)
            .leftJoinLateral(perhaps)
            .on(value(true).eq(true))
            .orderBy(USERS.email.asc())
            .list());
    assertEquals(
        List.of("beta"),
        db.select(best.get(POSTS.title))
            .from(USERS)
            .joinLateral(best)
            .on(best.get(POSTS.likes).plus(1L).gt(20L))
            .list());
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
  void setOperations() {
    Query<String> ofAda = db.select(POSTS.title).from(POSTS).where(POSTS.authorId.eq(ADA));
    Query<String> liked = db.select(POSTS.title).from(POSTS).where(POSTS.likes.lt(20L));
    Compound<String> union =
        ofAda.union(liked).orderBy(POSTS.title.desc()).limit(2).offset(1);

    assertEquals("""
        (
          SELECT "posts"."title"
          FROM "posts"
          WHERE "posts"."author_id" = ?
        )
        UNION
        (
          SELECT "posts"."title"
          FROM "posts"
          WHERE "posts"."likes" < ?
        )
        ORDER BY 1 DESC
        LIMIT ?
        OFFSET ?""", blog.text(union::list));
    assertEquals(List.of("beta", "alpha"), union.list());
    assertEquals(4, ofAda.unionAll(liked).count());
    assertEquals(List.of("alpha"), ofAda.intersect(liked).list());
    assertEquals(List.of("alpha"), ofAda.intersectAll(liked).list());
    assertEquals(List.of("beta"), ofAda.except(liked).list());
    assertEquals(List.of("beta"), ofAda.exceptAll(liked).list());
    assertEquals(
        Optional.of("alpha"),
        ofAda
            .union(liked)
            .except(ofAda.intersect(liked).except(ofAda))
            .orderBy(POSTS.title.asc())
            .first());
    assertThrows(
        StatementException.class,
        () -> ofAda.union(liked).orderBy(POSTS.likes.asc()).list());
  }

  @Test
  void subqueriesInExistsAndScalar() {
    Select<User> writers = db.from(USERS)
        .where(exists(db.from(POSTS).where(POSTS.authorId.eq(USERS.id))))
        .orderBy(USERS.email.asc());

    assertTrue(blog.text(writers::list).endsWith("""
                WHERE EXISTS (
                  SELECT
                  FROM "posts"
                  WHERE "posts"."author_id" = "users"."id"
                )
                ORDER BY "users"."email" ASC"""));
    assertEquals(List.of("ada", "bob"), writers.list().stream().map(User::email).toList());
    assertEquals(
        List.of(EVE),
        db.select(USERS.id)
            .from(USERS)
            .where(notExists(db.from(POSTS).where(POSTS.authorId.eq(USERS.id))))
            .list());
    Select<UUID> ids = db.select(POSTS.authorId).from(POSTS).where(POSTS.likes.ge(10L));
    assertEquals(
        List.of("ada"),
        db.select(USERS.email).from(USERS).where(USERS.id.in(ids)).list());
    assertEquals(
        List.of("bob", "eve"),
        db.select(USERS.email)
            .from(USERS)
            .where(USERS.id.notIn(ids))
            .orderBy(USERS.email.asc())
            .list());
    NullableExpression<Long> total =
        scalar(db.select(count()).from(POSTS).where(POSTS.authorId.eq(USERS.id)));
    assertEquals(
        List.of(Optional.of(2L), Optional.of(1L), Optional.of(0L)),
        db.select(total).from(USERS).orderBy(USERS.email.asc()).list());
    assertEquals(
        List.of(List.of("alpha", "beta"), List.of("gamma"), List.of()),
        db.select(Expressions.array(db.select(POSTS.title)
                .from(POSTS)
                .where(POSTS.authorId.eq(USERS.id))
                .orderBy(POSTS.title.asc())))
            .from(USERS)
            .orderBy(USERS.email.asc())
            .list());
    assertThrows(
        StatementException.class, () -> scalar(db.select(USERS.displayName).from(USERS)));
  }

  @Test
  void aQueryUnderANameIsRead() {
    Expression<Long> n = count();
    Subquery<Row2<UUID, Long>> counted =
        db.select(POSTS.authorId, n).from(POSTS).groupBy(POSTS.authorId).as("counted");

    assertEquals(
        """
        SELECT "users"."email", "counted"."c2"
        FROM (
          SELECT "posts"."author_id", count(*)
          FROM "posts"
          GROUP BY "posts"."author_id"
        ) AS "counted" ("author_id", "c2")
        JOIN "users" ON "users"."id" = "counted"."author_id"
        WHERE "counted"."c2" > ?""",
        blog.text(() -> assertEquals(
            List.of(new Row2<>("ada", 2L)),
            db.select(USERS.email, counted.get(n))
                .from(counted)
                .join(USERS)
                .on(USERS.id.eq(counted.get(POSTS.authorId)))
                .where(counted.get(n).gt(1L))
                .list())));
    assertEquals(2, db.from(counted).list().size());
    StatementException e = assertThrows(StatementException.class, () -> counted.get(POSTS.title));
    assertTrue(e.getMessage().contains("does not select"), e.getMessage());
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

  @Test
  void aNameBelongsToTheInnermostQuery() {
    StatementException outer = assertThrows(
        StatementException.class,
        () -> db.select(POSTS.title)
            .from(USERS)
            .leftJoin(POSTS.outer())
            .on(POSTS.outer().authorId.eq(USERS.id))
            .list());
    assertTrue(outer.getMessage().contains("outer view"), outer.getMessage());
    StatementException inner = assertThrows(
        StatementException.class,
        () -> db.select(POSTS.outer().title).from(POSTS).list());
    assertTrue(inner.getMessage().contains("no outer side"), inner.getMessage());
    UserTable confusing = USERS.as("posts");
    StatementException hidden = assertThrows(
        StatementException.class,
        () -> db.from(confusing)
            .where(exists(db.from(POSTS).where(POSTS.authorId.eq(confusing.id))))
            .list());
    assertTrue(hidden.getMessage().contains("something else"), hidden.getMessage());
  }

  @Test
  void emptyConditionsOfJoinsAreRefused() {
    assertThrows(StatementException.class, () -> db.from(USERS).join(POSTS).on(Expressions.and()));
  }
}
