package dev.varve.runtime.query;

import static dev.varve.runtime.query.Expressions.not;
import static dev.varve.runtime.query.Expressions.or;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.query.sample.Mood;
import dev.varve.runtime.query.sample.Post;
import dev.varve.runtime.query.sample.PostInsert;
import dev.varve.runtime.query.sample.User;
import dev.varve.runtime.query.sample.UserPatch;
import dev.varve.runtime.query.sample.UserTable;
import dev.varve.runtime.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text that the server gets: readable, the same for every value and every length. */
class TextTest {
  private TestDatabase server;
  private Database db;
  private RecordingDataSource recording;

  @BeforeEach
  void start() {
    server = SampleDatabase.create();
    recording = new RecordingDataSource(server.dataSource());
    db = Database.of(recording.dataSource());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String text(Runnable statement) {
    recording.clear();
    statement.run();
    return String.join("\n;\n", recording.texts());
  }

  @Test
  void whatGivesRowsTellsItsText() {
    Results<User> select = db.from(USERS).where(USERS.email.in("a", "b")).limit(3);
    Results<User> one = db.insert(USERS).values(SampleDatabase.user("a")).returning();
    Results<String> some = db.insert(USERS)
        .values(List.of(SampleDatabase.user("b"), SampleDatabase.user("c")))
        .returning(USERS.email);
    Results<String> updated = db.update(USERS)
        .set(UserPatch.of().email("d"))
        .anyVersion()
        .where(USERS.email.eq("a"))
        .returning(USERS.email);

    for (Results<?> results : List.of(select, one, some, updated)) {
      assertEquals(text(results::list), results.sql());
    }
    Results<String> part = db.insert(USERS).values(SampleDatabase.user("e")).returning(USERS.email);
    assertEquals(text(part::one), part.sql());
  }

  @Test
  void statementsReadWell() {
    UserTable m = USERS.as("m");
    assertEquals(
        """
        SELECT "users"."email", "m"."email"
        FROM "users"
        JOIN "users" AS "m" ON "m"."id" = "users"."invited_by"
        WHERE "users"."mood" = ?::"mood" AND ("users"."email" ILIKE ? OR "users"."version" > ?)\
         AND NOT ("users"."display_name" IS NULL)
        ORDER BY "users"."email" DESC NULLS LAST, "m"."id" ASC
        LIMIT ?
        OFFSET ?""",
        text(() -> db.select(USERS.email, m.email)
            .from(USERS)
            .join(m)
            .on(m.id.eq(USERS.invitedBy))
            .where(
                USERS.mood.eq(Mood.CALM),
                or(USERS.email.ilike("a%"), USERS.version.gt(3)),
                not(USERS.displayName.isNull()))
            .orderBy(USERS.email.desc().nullsLast(), m.id.asc())
            .limit(5)
            .offset(1)
            .list()));
    assertEquals(
        """
        UPDATE "users"
        SET "display_name" = ?, "invited_by" = NULL, "version" = "users"."version" + 1
        WHERE "users"."id" = ?""",
        text(() -> db.update(USERS)
            .set(UserPatch.of().displayName("x").invitedByNull())
            .anyVersion()
            .where(USERS.id.eq(new UUID(0, 0)))
            .execute()));
    assertEquals(
        """
        DELETE FROM "posts"
        WHERE "posts"."number" BETWEEN ? AND ?
        RETURNING "posts"."id\"""",
        text(() -> db.delete(POSTS)
            .where(POSTS.number.between(1, 2))
            .returning(POSTS.id)
            .list()));
    assertEquals("""
        SELECT count(*)
        FROM (
          SELECT "posts"."id", "posts"."author_id", "posts"."number", "posts"."title", "posts"."likes"
          FROM "posts"
          LIMIT ?
        ) AS "rows\"""", text(() -> db.from(POSTS).limit(3).count()));
    assertEquals(
        """
        INSERT INTO "users" ("email", "display_name", "mood", "prefs", "tags", "invited_by", "version")
        VALUES (?, ?, ?::"mood", ?::jsonb, ?::text[], ?, ?)""", text(() -> db.insert(USERS).values(SampleDatabase.user("a")).execute()));
    assertEquals(
        """
        INSERT INTO "users" ("email", "display_name", "mood", "prefs", "tags", "invited_by", "version")
        SELECT "row"."email", "row"."display_name", "row"."mood", "row"."prefs",\
         "row"."tags"::text[], "row"."invited_by", "row"."version"
        FROM unnest(?::text[], ?::text[], ?::"mood"[], ?::jsonb[], ?::text[], ?::uuid[],\
         ?::integer[]) AS "row" ("email", "display_name", "mood", "prefs", "tags", "invited_by",\
         "version")""",
        text(() -> db.insert(USERS).values(List.of(SampleDatabase.user("b"))).execute()));
  }

  @Test
  void theTextIsTheSameForOneTenAndManyThousands() {
    UUID author =
        db.insert(USERS).values(SampleDatabase.user("a")).returning(USERS.id).one();
    List<String> inserts = new ArrayList<>();
    List<String> selects = new ArrayList<>();
    for (int size : new int[] {1, 10, 100_000}) {
      List<PostInsert> rows = IntStream.range(0, size)
          .mapToObj(i -> PostInsert.of(author, i, "t" + i))
          .toList();
      inserts.add(text(() -> db.insert(POSTS).values(rows).execute()));
      List<Long> ids = Collections.nCopies(size, 7L);
      selects.add(text(() -> db.from(POSTS).where(POSTS.id.in(ids)).list()));
      db.delete(POSTS).allRows().execute();
    }

    assertEquals(1, inserts.stream().distinct().count(), inserts::toString);
    assertEquals(1, selects.stream().distinct().count(), selects::toString);
  }

  @Test
  void findAndInsertHandTheDriverTheSameString() {
    recording.clear();
    db.find(POSTS.pk, 1L);
    db.find(POSTS.pk, 2L);
    db.insert(USERS).values(SampleDatabase.user("a")).returning().one();
    db.insert(USERS).values(SampleDatabase.user("b")).returning().one();

    List<String> texts = recording.texts();
    assertTrue(texts.get(0) == texts.get(1));
    assertTrue(texts.get(2) == texts.get(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE users; --",
        "\"; DROP TABLE users; --",
        "$$; DROP TABLE users; --",
        "\\'; DROP TABLE users; --",
        "x' OR '1'='1",
        "{\"a\",NULL}",
        "?",
        "%_\\"
      })
  void noValueAndNoNameBecomesSql(String hostile) {
    UUID author = db.insert(USERS)
        .values(SampleDatabase.user(hostile).displayName(hostile))
        .returning(USERS.id)
        .one();
    db.insert(POSTS)
        .values(List.of(PostInsert.of(author, 1, hostile), PostInsert.of(author, 2, "plain")))
        .execute();
    UserTable alias = USERS.as(hostile);

    assertEquals(
        hostile,
        db.select(alias.email).from(alias).where(alias.email.eq(hostile)).one());
    assertEquals(1, db.from(alias).where(alias.displayName.in(hostile, "other")).count());
    assertEquals(1, db.from(POSTS).where(POSTS.title.eq(hostile)).count());
    assertEquals(2, db.from(POSTS).count());
    Post post = db.find(POSTS.uqAuthorIdNumber, author, 1).orElseThrow();
    assertEquals(hostile, post.title());
  }

  @Test
  void aNameThatCannotBeOneIsRefused() {
    assertThrows(StatementException.class, () -> USERS.as(""));
    assertThrows(StatementException.class, () -> USERS.as("a\0b"));
  }
}
