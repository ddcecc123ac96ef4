package dev.varve.runtime.query;

import static dev.varve.runtime.query.Aggregates.sum;
import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Blog.BOB;
import static dev.varve.runtime.query.Blog.EVE;
import static dev.varve.runtime.query.Expressions.coalesce;
import static dev.varve.runtime.query.Expressions.count;
import static dev.varve.runtime.query.Expressions.when;
import static dev.varve.runtime.query.Texts.concat;
import static dev.varve.runtime.query.Texts.upper;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.query.sample.Mood;
import dev.varve.runtime.query.sample.Post;
import dev.varve.runtime.query.sample.PostInsert;
import dev.varve.runtime.query.sample.PostPatch;
import dev.varve.runtime.query.sample.PostTable;
import dev.varve.runtime.query.sample.User;
import dev.varve.runtime.query.sample.UserPatch;
import dev.varve.runtime.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inserts, updates, deletes and merges: their text, and what they leave behind. */
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

  @Test
  void anInsertOfWhatAQueryReads() {
    PostTable old = POSTS.as("old");
    Modification<Post> insert = db.insert(POSTS)
        .from(
            db.from(old).where(old.authorId.eq(ADA)).orderBy(old.id.asc()),
            POSTS.authorId.to(EVE),
            POSTS.number.to(old.number.plus(10)),
            POSTS.title.to(concat(upper(old.title), Expressions.value("!"))));

    assertEquals(
        """
        INSERT INTO "posts" ("author_id", "number", "title")
        SELECT ?, ("old"."number" + ?), (upper("old"."title") || ?::text)
        FROM "posts" AS "old"
        WHERE "old"."author_id" = ?
        ORDER BY "old"."id" ASC
        RETURNING "posts"."title\"""",
        blog.text(() -> assertEquals(
            List.of("ALPHA!", "BETA!"), insert.returning(POSTS.title).list())));
    assertEquals(5, titles().size());
    assertEquals(
        1,
        db.insert(USERS)
            .from(
                db.from(USERS.as("u")).where(USERS.as("u").id.eq(ADA)),
                USERS.email.to("copy"),
                USERS.displayName.toNull(),
                USERS.mood.to(USERS.as("u").mood),
                USERS.prefs.to(USERS.as("u").prefs),
                USERS.tags.to(List.of("t")),
                USERS.version.to(0))
            .onConflict(USERS.uqEmail)
            .doNothing()
            .execute());
    assertEquals(
        new Row2<>(Mood.EAGER, List.of("t")),
        db.select(USERS.mood, USERS.tags)
            .from(USERS)
            .where(USERS.email.eq("copy"))
            .one());
  }

  @Test
  void aConflictOnAKeyDoesNothingOrUpdates() {
    PostInsert again = PostInsert.of(ADA, 1, "new").likes(7);

    assertEquals(
        """
        INSERT INTO "posts" ("author_id", "number", "title", "likes")
        VALUES (?, ?, ?, ?)
        ON CONFLICT ("author_id", "number") DO NOTHING""",
        blog.text(() -> assertEquals(
            0,
            db.insert(POSTS)
                .values(again)
                .onConflict(POSTS.uqAuthorIdNumber)
                .doNothing()
                .execute())));
    assertEquals(
        Optional.empty(),
        db.insert(POSTS).values(again).onConflictDoNothing().returning().optional());
    assertEquals(
        """
        INSERT INTO "posts" ("author_id", "number", "title", "likes")
        VALUES (?, ?, ?, ?)
        ON CONFLICT ("author_id", "number") DO UPDATE
        SET "title" = excluded."title", "likes" = ("posts"."likes" + excluded."likes")
        WHERE "posts"."likes" < ?
        RETURNING "posts"."likes\"""",
        blog.text(() -> assertEquals(
            17L,
            db.insert(POSTS)
                .values(again)
                .onConflict(POSTS.uqAuthorIdNumber)
                .doUpdate(
                    POSTS.title.to(POSTS.title.excluded()),
                    POSTS.likes.to(POSTS.likes.plus(POSTS.likes.excluded())))
                .where(POSTS.likes.lt(100L))
                .returning(POSTS.likes)
                .one())));
    assertEquals(List.of("beta", "gamma", "new"), titles());
    assertThrows(
        StatementException.class,
        () -> db.from(POSTS).where(POSTS.title.eq(POSTS.title.excluded())).list());
  }

  @Test
  void manyRowsWithConflictsHaveOneText() {
    List<PostInsert> rows = List.of(
        PostInsert.of(ADA, 1, "a1"), PostInsert.of(ADA, 3, "a3"), PostInsert.of(EVE, 1, "e1"));

    assertEquals(
        """
        INSERT INTO "posts" ("author_id", "number", "title")
        SELECT "row"."author_id", "row"."number", "row"."title"
        FROM unnest(?::uuid[], ?::integer[], ?::text[]) AS "row" ("author_id", "number", "title")
        ON CONFLICT ("author_id", "number") DO UPDATE
        SET "title" = excluded."title\"""",
        blog.text(() -> assertEquals(
            3,
            db.insert(POSTS)
                .values(rows)
                .onConflict(POSTS.uqAuthorIdNumber)
                .doUpdate(POSTS.title.to(POSTS.title.excluded()))
                .execute())));
    assertEquals(List.of("a1", "a3", "beta", "e1", "gamma"), titles());
    List<PostInsert> mixed =
        List.of(PostInsert.of(ADA, 1, "x"), PostInsert.of(BOB, 9, "y").likes(1));
    assertEquals(
        List.of("y"),
        db.insert(POSTS)
            .values(mixed)
            .onConflictDoNothing()
            .returning(POSTS.title)
            .list());
  }

  @Test
  void aConflictInATableWithAVersionCountsItUp() {
    User ada = db.insert(USERS)
        .values(SampleDatabase.user("ada"))
        .onConflict(USERS.uqEmail)
        .anyVersion()
        .doUpdate(USERS.mood.to(USERS.mood.excluded()))
        .returning()
        .one();

    assertEquals(ADA, ada.id());
    assertEquals(1, ada.version());
    assertEquals(Mood.CALM, ada.mood());
    assertEquals(
        0,
        db.insert(USERS)
            .values(SampleDatabase.user("ada"))
            .onConflict(USERS.uqEmail)
            .doNothing()
            .execute());
    assertThrows(
        StatementException.class,
        () -> db.insert(USERS)
            .values(SampleDatabase.user("ada"))
            .onConflict(USERS.uqEmail)
            .anyVersion()
            .doUpdate(USERS.version.to(9)));
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

  @Test
  void copyInAndOut() {
    List<PostInsert> rows = new ArrayList<>(IntStream.range(100, 20_100)
        .mapToObj(i -> PostInsert.of(EVE, i, "tab\tline\nback\\slash\r" + i))
        .toList());
    rows.add(PostInsert.of(EVE, 1, "\\N").likes(3));

    assertEquals(20_001, db.copyIn(POSTS, rows));
    assertEquals(
        "tab\tline\nback\\slash\r100",
        db.select(POSTS.title).from(POSTS).where(POSTS.number.eq(100)).one());
    List<Post> out = new ArrayList<>();
    assertEquals(20_004, db.copyOut(db.from(POSTS).orderBy(POSTS.id.asc()), out::add));
    assertEquals(db.from(POSTS).orderBy(POSTS.id.asc()).list(), out);
    List<User> users = new ArrayList<>();
    db.copyOut(db.from(USERS).orderBy(USERS.email.asc()), users::add);
    assertEquals(db.from(USERS).orderBy(USERS.email.asc()).list(), users);
    PostTable.Outer p = POSTS.as("p").outer();
    List<Optional<Post>> perhaps = new ArrayList<>();
    db.copyOut(
        db.select(p).from(USERS).leftJoin(p).on(p.authorId.eq(USERS.id), p.title.eq(USERS.email)),
        perhaps::add);
    assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty()), perhaps);
    assertThrows(
        StatementException.class,
        () -> db.copyOut(db.from(POSTS).where(POSTS.id.eq(1L)), post -> {}));
  }

  @Test
  void aCopyIsAllOrNothingAndLeavesTheConnectionUsable() {
    List<PostInsert> clash = List.of(
        PostInsert.of(EVE, 1, "a"),
        PostInsert.of(EVE, 2, "b").likes(1),
        PostInsert.of(ADA, 1, "c"));

    assertThrows(ConstraintViolationException.class, () -> db.copyIn(POSTS, clash));
    assertEquals(3, titles().size());
    Iterable<PostInsert> broken = () -> IntStream.range(0, 10)
        .mapToObj(i -> {
          if (i == 5) {
            throw new IllegalStateException("the source ended");
          }
          return PostInsert.of(EVE, i, "x");
        })
        .iterator();
    assertThrows(IllegalStateException.class, () -> db.copyIn(POSTS, broken));
    assertEquals(3, titles().size());
    assertThrows(
        IllegalStateException.class,
        () -> db.runInTransaction(tx -> tx.copyOut(tx.from(POSTS), post -> {
          throw new IllegalStateException("enough");
        })));
    assertTrue(db.copyIn(POSTS, List.of()) == 0);
    assertEquals(
        "Ada L.",
        db.select(coalesce(USERS.displayName, "?"))
            .from(USERS)
            .where(USERS.id.eq(ADA))
            .one());
  }
}
