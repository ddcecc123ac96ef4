package dev.varve.runtime.query;

import static dev.varve.runtime.query.Aggregates.sum;
import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Blog.BOB;
import static dev.varve.runtime.query.Blog.EVE;
import static dev.varve.runtime.query.Expressions.count;
import static dev.varve.runtime.query.Expressions.when;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.runtime.query.sample.Mood;
import dev.varve.runtime.query.sample.Post;
import dev.varve.runtime.query.sample.PostInsert;
import dev.varve.runtime.query.sample.PostPatch;
import dev.varve.runtime.query.sample.PostTable;
import dev.varve.runtime.query.sample.UserPatch;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates, deletes and merges: their text, and what they leave behind. */
class ChangesTest {
  private Blog blog;
  private Database db;

  @BeforeEach
  void start() {
    blog = new Blog();
    db = blog.db;
  }

  @AfterEach
  void stop() {
    blog.close();
  }

  private List<String> titles() {
    return db.select(POSTS.title).from(POSTS).orderBy(POSTS.title.asc()).list();
  }

  /** A pair of what an update returns. */
  private static final class Row2Of<A, B> extends Projection<Row2<A, B>> {
    private final Selection<A> a;
    private final Selection<B> b;

    private Row2Of(Selection<A> a, Selection<B> b) {
      super(a, b);
      this.a = a;
      this.b = b;
    }

    static <A, B> Row2Of<A, B> of(Selection<A> a, Selection<B> b) {
      return new Row2Of<>(a, b);
    }

    @Override
    public Row2<A, B> read(RowReader row, int at) throws java.sql.SQLException {
      return new Row2<>(a.read(row, at), b.read(row, at + 1));
    }
  }

  @Test
  void anUpdateFromOtherRows() {
    Expression<UUID> author = POSTS.authorId;
    NullableExpression<Long> likes = sum(POSTS.likes, Type.LONG);
    Subquery<Row2<UUID, Optional<Long>>> totals =
        db.select(author, likes).from(POSTS).groupBy(author).as("totals");

    assertEquals(
        """
        UPDATE "users"
        SET "display_name" = CAST("totals"."c2" AS text), "version" = "users"."version" + 1
        FROM (
          SELECT "posts"."author_id", CAST(sum("posts"."likes") AS bigint)
          FROM "posts"
          GROUP BY "posts"."author_id"
        ) AS "totals" ("author_id", "c2")
        WHERE "totals"."author_id" = "users"."id"
        RETURNING "users"."display_name", "totals"."c2\"""",
        blog.text(() -> assertEquals(
            List.of(
                new Row2<>(Optional.of("30"), Optional.of(30L)),
                new Row2<>(Optional.of("5"), Optional.of(5L))),
            db
                .update(USERS)
                .set(USERS.displayName.to(Expressions.cast(totals.get(likes), Type.STRING)))
                .anyVersion()
                .from(totals)
                .where(totals.get(author).eq(USERS.id))
                .returning(Row2Of.of(USERS.displayName, totals.get(likes)))
                .list()
                .stream()
                .sorted((a, b) -> a.a().orElseThrow().compareTo(b.a().orElseThrow()))
                .toList())));
  }

  @Test
  void manyRowsAreUpdatedEachInItsWay() {
    List<Long> ids = db.select(POSTS.id).from(POSTS).orderBy(POSTS.id.asc()).list();

    assertEquals(
        """
        UPDATE "posts"
        SET "title" = "row"."v1", "likes" = "row"."v2"
        FROM unnest(?::bigint[], ?::text[], ?::bigint[]) AS "row" ("k1", "v1", "v2")
        WHERE "posts"."id" = "row"."k1\"""",
        blog.text(() -> assertEquals(
            2,
            db.update(POSTS)
                .each(List.of(
                    POSTS.pk.row(ids.get(0), PostPatch.of().title("A").likes(1)),
                    POSTS.pk.row(ids.get(1), PostPatch.of().title("B").likes(2))))
                .execute())));
    assertEquals(List.of("A", "B", "gamma"), titles());
    List<String> returned = db.update(POSTS)
        .each(List.of(
            POSTS.uqAuthorIdNumber.row(ADA, 1, PostPatch.of().title("one")),
            POSTS.uqAuthorIdNumber.row(BOB, 1, PostPatch.of().likes(9))))
        .returning(POSTS.title)
        .list();
    assertEquals(List.of("one", "gamma"), returned);
    assertThrows(
        StatementException.class,
        () -> db.update(POSTS).each(List.of(POSTS.pk.row(1L, PostPatch.of()))).execute());
    assertThrows(
        StatementException.class,
        () -> db.update(POSTS)
            .each(List.of(
                POSTS.pk.row(1L, PostPatch.of().likes(1)),
                POSTS.pk.row(1L, PostPatch.of().likes(2)))));
    assertEquals(0, db.update(POSTS).each(List.of()).execute());
  }

  @Test
  void manyRowsWithVersionsAreUpdatedAllOrNone() {
    assertEquals(
        2,
        db.update(USERS)
            .each(List.of(
                USERS.pk.row(ADA, UserPatch.of().tags(List.of("x", "y,z"))).expecting(0),
                USERS.pk.row(BOB, UserPatch.of().tags(List.of())).expecting(0)))
            .execute());
    assertEquals(List.of("x", "y,z"), db.find(USERS.pk, ADA).orElseThrow().tags());
    assertEquals(1, db.find(USERS.pk, ADA).orElseThrow().version());
    assertThrows(
        StaleVersionException.class,
        () -> db.update(USERS)
            .each(List.of(
                USERS.pk.row(EVE, UserPatch.of().displayName("E")).expecting(0),
                USERS.pk.row(BOB, UserPatch.of().displayName("B")).expecting(0)))
            .execute());
    assertEquals(Optional.empty(), db.find(USERS.pk, EVE).orElseThrow().displayName());
    assertEquals(
        1,
        db.update(USERS)
            .each(List.of(USERS.pk.row(BOB, UserPatch.of().displayNameNull()).anyVersion()))
            .returning()
            .list()
            .size());
    assertEquals(2, db.find(USERS.pk, BOB).orElseThrow().version());
  }

  @Test
  void aDeleteUsingOtherRows() {
    assertEquals(
        """
        DELETE FROM "posts"
        USING "users"
        WHERE "users"."id" = "posts"."author_id" AND "users"."mood" = ?::"mood"
        RETURNING "posts"."title", "users"."email\"""",
        blog.text(() -> assertEquals(
            new Row2<>("gamma", "bob"),
            db.delete(POSTS)
                .using(USERS)
                .where(USERS.id.eq(POSTS.authorId), USERS.mood.eq(Mood.CALM))
                .returning(Row2Of.of(POSTS.title, USERS.email))
                .one())));
    assertEquals(List.of("alpha", "beta"), titles());
    assertThrows(
        StatementException.class,
        () -> db.delete(POSTS).using(USERS).where(when(false, () -> USERS.email.eq("x"))));
  }

  @Test
  void rowsMoveInOneStatement() {
    Cte<Post> gone =
        Cte.of("gone", db.delete(POSTS).where(POSTS.authorId.eq(ADA)).returning());
    Modification<Post> move = db.with(gone)
        .insert(POSTS)
        .from(
            db.from(gone),
            POSTS.authorId.to(BOB),
            POSTS.number.to(Expressions.number(gone.get(POSTS.number)).plus(10)),
            POSTS.title.to(gone.get(POSTS.title)));

    assertEquals("""
        WITH "gone" ("id", "author_id", "number", "title", "likes") AS (
          DELETE FROM "posts"
          WHERE "posts"."author_id" = ?
          RETURNING "posts"."id", "posts"."author_id", "posts"."number", "posts"."title", \
        "posts"."likes"
        )
        INSERT INTO "posts" ("author_id", "number", "title")
        SELECT ?, ("gone"."number" + ?), "gone"."title"
        FROM "gone\"""", blog.text(() -> assertEquals(2, move.execute())));
    assertEquals(
        3L, db.select(count()).from(POSTS).where(POSTS.authorId.eq(BOB)).one());
    Cte<Long> raised = Cte.of(
        "raised",
        db.update(POSTS)
            .set(POSTS.likes.to(POSTS.likes.plus(1L)))
            .allRows()
            .returning(POSTS.likes));
    assertEquals(3, db.with(raised).from(raised).list().size());
    Cte<String> added = Cte.of(
        "added", db.insert(POSTS).values(PostInsert.of(EVE, 1, "new")).returning(POSTS.title));
    assertEquals("new", db.with(added).from(added).one());
    assertEquals(
        1,
        db.with(Cte.of("named", db.select(USERS.id).from(USERS).where(USERS.id.eq(EVE))))
            .delete(POSTS)
            .where(POSTS.title.eq("new"))
            .execute());
  }

  @Test
  void aMergeComparesRows() {
    PostTable from = POSTS.as("source");
    Subquery<Post> source = db.from(from).where(from.authorId.eq(ADA)).as("s");
    Merge<PostTable, Post> merge = db.merge(POSTS)
        .using(source)
        .on(POSTS.authorId.eq(BOB), POSTS.number.eq(source.get(from.number)))
        .whenMatched(POSTS.likes.gt(1_000L))
        .delete()
        .whenMatched()
        .update(POSTS.likes.to(source.get(from.likes)))
        .whenNotMatched()
        .insert(
            POSTS.authorId.to(BOB),
            POSTS.number.to(source.get(from.number)),
            POSTS.title.to(source.get(from.title)));

    assertEquals("""
        MERGE INTO "posts"
        USING (
          SELECT "source"."id", "source"."author_id", "source"."number", "source"."title", \
        "source"."likes"
          FROM "posts" AS "source"
          WHERE "source"."author_id" = ?
        ) AS "s" ("id", "author_id", "number", "title", "likes") \
        ON "posts"."author_id" = ? AND "posts"."number" = "s"."number"
        WHEN MATCHED AND "posts"."likes" > ? THEN DELETE
        WHEN MATCHED THEN UPDATE
        SET "likes" = "s"."likes"
        WHEN NOT MATCHED THEN INSERT ("author_id", "number", "title") \
        VALUES (?, "s"."number", "s"."title")""", blog.text(() -> assertEquals(2, merge.execute())));
    assertEquals(
        List.of(new Row2<>("gamma", 10L), new Row2<>("beta", 0L)),
        db.select(POSTS.title, POSTS.likes)
            .from(POSTS)
            .where(POSTS.authorId.eq(BOB))
            .orderBy(POSTS.number.asc())
            .list());
    if (TestServer.majorVersion() >= 17) {
      assertEquals(2, merge.returning(POSTS.title).list().size());
    }
    assertEquals(
        1,
        db.merge(USERS)
            .anyVersion()
            .using(POSTS)
            .on(USERS.id.eq(POSTS.authorId), POSTS.title.eq("alpha"))
            .whenMatched()
            .update(USERS.displayName.to(POSTS.title))
            .whenNotMatched()
            .doNothing()
            .execute());
    assertEquals(1, db.find(USERS.pk, ADA).orElseThrow().version());
  }

  @Test
  void aTruncateEmptiesTables() {
    assertEquals(
        "TRUNCATE \"posts\" RESTART IDENTITY",
        blog.text(() -> db.truncate(POSTS).restartIdentity().execute()));
    assertEquals(List.of(), titles());
    assertEquals(
        1L,
        db.insert(POSTS).values(PostInsert.of(ADA, 1, "x")).returning(POSTS.id).one());
    assertThrows(QueryException.class, () -> db.truncate(USERS).execute());
    db.truncate(USERS).cascade().execute();
    assertEquals(0, db.from(USERS).count());
  }
}
