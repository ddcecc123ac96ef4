package dev.varve.runtime.query;

import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Expressions.exists;
import static dev.varve.runtime.query.Expressions.value;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.query.sample.Post;
import dev.varve.runtime.query.sample.PostTable;
import dev.varve.runtime.query.sample.User;
import dev.varve.runtime.query.sample.UserTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Joins, lateral ones and subqueries: their text, and the rows that they find. */
class JoinsTest {
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
