package dev.varve.runtime.query;

import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Blog.BOB;
import static dev.varve.runtime.query.Blog.EVE;
import static dev.varve.runtime.query.Expressions.coalesce;
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
import dev.varve.runtime.query.sample.PostTable;
import dev.varve.runtime.query.sample.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inserts: their text, and what they leave behind. */
class InsertsTest {
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
