package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages by key, and locks. */
class PagesTest {
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
  void pagesThatAnIndexServes() {
    Select<String> byLikes =
        db.select(POSTS.title).from(POSTS).orderBy(POSTS.likes.asc(), POSTS.id.asc());
    Page<String> first = byLikes.page(2);

    assertEquals(List.of("gamma", "alpha"), first.rows());
    Cursor cursor = Cursor.parse(first.next().orElseThrow().text());
    assertEquals(first.next(), Optional.of(cursor));
    assertEquals(
        """
        SELECT "posts"."title", "posts"."likes", "posts"."id"
        FROM "posts"
        WHERE ("posts"."likes", "posts"."id") > (?, ?)
        ORDER BY "posts"."likes" ASC, "posts"."id" ASC
        LIMIT ?""",
        blog.text(() ->
            assertEquals(new Page<>(List.of("beta"), Optional.empty()), byLikes.page(cursor, 2))));
    assertThrows(
        StatementException.class,
        () -> db.from(POSTS).orderBy(POSTS.likes.asc()).page(2));
    assertThrows(StatementException.class, () -> db.from(POSTS).page(2));
    assertThrows(StatementException.class, () -> byLikes.limit(3).page(2));
    assertThrows(
        StatementException.class, () -> db.from(POSTS).orderBy(POSTS.id.asc()).page(cursor, 2));
    assertThrows(StatementException.class, () -> Cursor.parse("x"));
    assertThrows(StatementException.class, () -> Cursor.parse("!"));
  }

  @Test
  void pagesInAnyOrderWithNulls() {
    List<Select<String>> selects = List.of(
        db.select(USERS.email).from(USERS).orderBy(USERS.displayName.asc(), USERS.id.desc()),
        db.select(USERS.email).from(USERS).orderBy(USERS.displayName.desc(), USERS.id.asc()),
        db.select(USERS.email)
            .from(USERS)
            .orderBy(USERS.displayName.asc().nullsFirst(), USERS.email.asc()),
        db.select(USERS.email)
            .from(USERS)
            .orderBy(USERS.mood.desc(), USERS.displayName.desc().nullsLast(), USERS.id.desc()));
    for (Select<String> select : selects) {
      List<String> walked = new java.util.ArrayList<>();
      Page<String> page = select.page(1);
      walked.addAll(page.rows());
      while (page.next().isPresent()) {
        page = select.page(page.next().get(), 1);
        walked.addAll(page.rows());
      }
      assertEquals(select.list(), walked);
    }
  }

  @Test
  void aHostileCursorIsAValue() {
    Select<String> select = db.select(USERS.email).from(USERS).orderBy(USERS.email.asc());
    Cursor good = select.page(1).next().orElseThrow();
    Cursor hostile = new Cursor(good.order(), List.of("'; DROP TABLE users; --"));

    assertEquals(List.of("ada", "bob", "eve"), select.page(hostile, 5).rows());
    Select<String> byId = db.select(USERS.email).from(USERS).orderBy(USERS.id.asc());
    Cursor ofId = byId.page(1).next().orElseThrow();
    assertThrows(
        StatementException.class, () -> byId.page(new Cursor(ofId.order(), List.of("x")), 1));
  }

  @Test
  void locks() throws Exception {
    String text = blog.text(() -> db.runInTransaction(tx -> tx.from(POSTS)
        .join(USERS)
        .on(USERS.id.eq(POSTS.authorId))
        .forNoKeyUpdate()
        .of(POSTS)
        .skipLocked()
        .list()));
    assertTrue(text.endsWith("FOR NO KEY UPDATE OF \"posts\" SKIP LOCKED"), text);
    db.runInTransaction(tx -> {
      assertEquals(
          Optional.of("alpha"),
          tx.select(POSTS.title)
              .from(POSTS)
              .orderBy(POSTS.title.asc())
              .forUpdate()
              .first());
      CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
        assertEquals(
            List.of("beta", "gamma"),
            db.select(POSTS.title)
                .from(POSTS)
                .orderBy(POSTS.title.asc())
                .forUpdate()
                .skipLocked()
                .list());
        QueryException e = assertThrows(
            QueryException.class, () -> db.from(POSTS).forShare().noWait().list());
        assertEquals(Optional.of("55P03"), e.sqlState());
        assertThrows(
            QueryException.class, () -> db.from(POSTS).forKeyShare().noWait().list());
      });
      other.get(20, TimeUnit.SECONDS);
    });
  }
}
