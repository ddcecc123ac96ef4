package dev.varve.runtime.query;

import static dev.varve.runtime.query.Aggregates.count;
import static dev.varve.runtime.query.Aggregates.max;
import static dev.varve.runtime.query.Aggregates.sum;
import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Blog.BOB;
import static dev.varve.runtime.query.Blog.EVE;
import static dev.varve.runtime.query.Expressions.value;
import static dev.varve.runtime.query.Windows.cumeDist;
import static dev.varve.runtime.query.Windows.denseRank;
import static dev.varve.runtime.query.Windows.firstValue;
import static dev.varve.runtime.query.Windows.lag;
import static dev.varve.runtime.query.Windows.lastValue;
import static dev.varve.runtime.query.Windows.lead;
import static dev.varve.runtime.query.Windows.nthValue;
import static dev.varve.runtime.query.Windows.ntile;
import static dev.varve.runtime.query.Windows.partitionBy;
import static dev.varve.runtime.query.Windows.percentRank;
import static dev.varve.runtime.query.Windows.rank;
import static dev.varve.runtime.query.Windows.rowNumber;
import static dev.varve.runtime.query.Windows.window;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Window functions and common table expressions. */
class WindowsTest {
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
  void windowsWithFrames() {
    Window byAuthor = partitionBy(POSTS.authorId).orderBy(POSTS.likes.desc());
    Select<Row4<String, Long, Optional<Long>, Optional<String>>> select = db.select(
            POSTS.title,
            rowNumber().over(byAuthor),
            sum(POSTS.likes, Type.LONG)
                .over(byAuthor.rows(Bound.unboundedPreceding(), Bound.currentRow())),
            lag(POSTS.title).over(byAuthor))
        .from(POSTS)
        .orderBy(POSTS.title.asc());

    assertEquals("""
        SELECT "posts"."title", \
        row_number() OVER (PARTITION BY "posts"."author_id" ORDER BY "posts"."likes" DESC), \
        CAST(sum("posts"."likes") OVER (PARTITION BY "posts"."author_id" ORDER BY "posts"."likes" \
        DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS bigint), \
        lag("posts"."title", ?::integer) OVER (PARTITION BY "posts"."author_id" \
        ORDER BY "posts"."likes" DESC)
        FROM "posts"
        ORDER BY "posts"."title" ASC""", blog.text(select::list));
    assertEquals(
        List.of(
            new Row4<>("alpha", 2L, Optional.of(30L), Optional.of("beta")),
            new Row4<>("beta", 1L, Optional.of(20L), Optional.empty()),
            new Row4<>("gamma", 1L, Optional.of(5L), Optional.empty())),
        select.list());
  }

  @Test
  void windowsWithNames() {
    NamedWindow likes = window().orderBy(POSTS.likes.asc()).named("likes");
    var row = db.select(
            rank().over(likes),
            denseRank().over(likes),
            percentRank().over(likes),
            cumeDist().over(likes),
            ntile(3).over(likes),
            lead(POSTS.title, 1, "none").over(likes),
            max(POSTS.likes).filter(POSTS.likes.lt(20L)).over(likes),
            firstValue(POSTS.title).over(likes))
        .from(POSTS)
        .window(likes)
        .orderBy(POSTS.likes.desc());

    assertTrue(
        blog.text(row::list).contains("WINDOW \"likes\" AS (ORDER BY \"posts\".\"likes\" ASC)"));
    assertTrue(blog.text(row::list).contains("rank() OVER \"likes\""));
    assertEquals(
        new Row8<>(3L, 3L, 1.0, 1.0, 3, "none", Optional.of(10L), Optional.of("gamma")),
        row.list().get(0));
    StatementException e = assertThrows(
        StatementException.class,
        () -> db.select(rank().over(likes)).from(POSTS).list());
    assertTrue(e.getMessage().contains(".window("), e.getMessage());
  }

  @Test
  void framesByRangeAndGroups() {
    Window all = window().orderBy(POSTS.likes.asc());
    assertEquals(
        List.of(1L, 2L, 1L),
        db.select(count(POSTS.id).over(all.range(Bound.preceding(5), Bound.currentRow())))
            .from(POSTS)
            .orderBy(POSTS.likes.asc())
            .list());
    assertEquals(
        List.of(2L, 2L, 1L),
        db.select(count(POSTS.id).over(all.groups(Bound.currentRow(), Bound.following(1))))
            .from(POSTS)
            .orderBy(POSTS.likes.asc())
            .list());
    assertEquals(
        List.of(2L, 2L, 2L),
        db.select(count(POSTS.id)
                .over(all.rows(Bound.unboundedPreceding(), Bound.unboundedFollowing())
                    .excludeCurrentRow()))
            .from(POSTS)
            .list());
    Window full = all.rows(Bound.unboundedPreceding(), Bound.unboundedFollowing());
    assertEquals(
        new Row4<>(Optional.of("beta"), Optional.of("alpha"), Optional.of("beta"), "none"),
        db.select(
                lastValue(POSTS.title).over(full),
                nthValue(POSTS.title, 2).over(full.excludeTies()),
                lead(POSTS.title, 2).over(all),
                lag(POSTS.title, 1, "none").over(all))
            .from(POSTS)
            .orderBy(POSTS.likes.asc())
            .limit(1)
            .one());
    assertEquals(
        List.of(1L, 2L, 2L),
        db.select(count(USERS.id)
                .over(window()
                    .orderBy(USERS.createdAt.asc())
                    .range(Bound.preceding(Duration.ofDays(1)), Bound.currentRow())))
            .from(USERS)
            .orderBy(USERS.createdAt.asc())
            .list());
    assertThrows(StatementException.class, () -> all.excludeGroup());
  }

  @Test
  void commonTableExpressions() {
    Expression<Long> n = Expressions.count();
    Cte<Row2<UUID, Long>> counted =
        Cte.of("counted", db.select(POSTS.authorId, n).from(POSTS).groupBy(POSTS.authorId));
    Select<Row2<String, Long>> select = db.with(counted)
        .select(USERS.email, counted.get(n))
        .from(USERS)
        .join(counted)
        .on(counted.get(POSTS.authorId).eq(USERS.id))
        .orderBy(USERS.email.asc());

    assertEquals("""
        WITH "counted" ("author_id", "c2") AS (
          SELECT "posts"."author_id", count(*)
          FROM "posts"
          GROUP BY "posts"."author_id"
        )
        SELECT "users"."email", "counted"."c2"
        FROM "users"
        JOIN "counted" ON "counted"."author_id" = "users"."id"
        ORDER BY "users"."email" ASC""", blog.text(select::list));
    assertEquals(List.of(new Row2<>("ada", 2L), new Row2<>("bob", 1L)), select.list());
    OuterRows<Row2<UUID, Long>> perhaps = counted.outer();
    assertEquals(
        List.of(Optional.of(2L), Optional.of(1L), Optional.empty()),
        db.with(counted)
            .select(perhaps.get(n))
            .from(USERS)
            .leftJoin(perhaps)
            .on(perhaps.get(POSTS.authorId).eq(USERS.id))
            .orderBy(USERS.email.asc())
            .list());
    StatementException e =
        assertThrows(StatementException.class, () -> db.from(counted).list());
    assertTrue(e.getMessage().contains("db.with"), e.getMessage());
    Cte<String> kept =
        Cte.materialized("kept", db.select(POSTS.title).from(POSTS).where(POSTS.likes.gt(5L)));
    Cte<String> inlined = Cte.notMaterialized("inlined", db.from(kept));
    assertEquals(2, db.with(kept, inlined).from(inlined).count());
    assertTrue(blog.text(() -> db.with(kept).from(kept).list()).contains("AS MATERIALIZED ("));
  }

  @Test
  void recursion() {
    Cte<Row2<UUID, Integer>> tree = Cte.recursiveAll(
        "tree",
        db.select(USERS.id, value(0)).from(USERS).where(USERS.invitedBy.isNull()),
        self -> db.select(USERS.id, value(1))
            .from(USERS)
            .join(self)
            .on(USERS.invitedBy.eq(self.get(USERS.id))));

    assertEquals(
        List.of(new Row2<>(ADA, 0), new Row2<>(BOB, 1), new Row2<>(EVE, 0)),
        db.with(tree).from(tree).orderBy(tree.get(USERS.id).asc()).list());
    NumberExpression<Integer> one = value(1);
    Cte<Integer> numbers = Cte.recursive(
        "numbers",
        db.select(one).fromNothing(),
        self -> db.select(Expressions.number(self.get(one)).plus(1))
            .from(self)
            .where(self.get(one).lt(5)));
    assertEquals("""
        WITH RECURSIVE "numbers" ("c1") AS (
          (
            SELECT ?::integer
          )
          UNION
          (
            SELECT ("numbers"."c1" + ?)
            FROM "numbers"
            WHERE "numbers"."c1" < ?
          )
        )
        SELECT "numbers"."c1"
        FROM "numbers\"""", blog.text(() -> db.with(numbers).from(numbers).list()));
    assertEquals(List.of(1, 2, 3, 4, 5), db.with(numbers).from(numbers).list());
  }
}
