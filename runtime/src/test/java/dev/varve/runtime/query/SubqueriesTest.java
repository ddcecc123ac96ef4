package dev.varve.runtime.query;

import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Blog.EVE;
import static dev.varve.runtime.query.Expressions.count;
import static dev.varve.runtime.query.Expressions.exists;
import static dev.varve.runtime.query.Expressions.notExists;
import static dev.varve.runtime.query.Expressions.scalar;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.query.sample.User;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Queries in queries and beside each other: their text, and the rows that they find. */
class SubqueriesTest {
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
}
