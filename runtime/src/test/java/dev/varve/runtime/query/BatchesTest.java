package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.query.sample.PostInsert;
import dev.varve.runtime.query.sample.UserPatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes that are sent together. */
class BatchesTest {
  private final Blog blog = new Blog();
  private final Database db = blog.db;

  @AfterEach
  void stop() {
    blog.close();
  }

  private Modification<?> retitle(String from, String to) {
    return db.update(POSTS).set(POSTS.title.to(to)).where(POSTS.title.eq(from));
  }

  @Test
  void neighboursWithOneTextAreOneStatement() {
    List<long[]> counts = new ArrayList<>();
    String text = blog.text(() -> counts.add(db.batch(List.of(
        retitle("alpha", "a"),
        retitle("beta", "b"),
        retitle("none", "c"),
        db.delete(POSTS).where(POSTS.title.eq("b")),
        retitle("a", "z")))));

    assertArrayEquals(new long[] {1, 1, 0, 1, 1}, counts.get(0));
    assertEquals(3, text.split("\n;\n").length, text);
    assertEquals(
        List.of("gamma", "z"),
        db.select(POSTS.title).from(POSTS).orderBy(POSTS.title.asc()).list());
    assertArrayEquals(new long[0], db.batch(List.of()));
  }

  @Test
  void allOrNone() {
    ConstraintViolationException e = assertThrows(
        ConstraintViolationException.class,
        () -> db.batch(List.of(
            retitle("alpha", "a"),
            db.insert(POSTS).values(PostInsert.of(Blog.ADA, 3, "new")),
            db.insert(POSTS).values(PostInsert.of(Blog.ADA, 1, "double")))));

    assertTrue(e.is(POSTS.uqAuthorIdNumber));
    assertFalse(e.getMessage().contains("Batch entry"), e.getMessage());
    assertEquals(1, db.from(POSTS).where(POSTS.title.eq("alpha")).count());
    assertEquals(3, db.from(POSTS).count());
  }

  @Test
  void aVersionThatIsStaleStopsIt() {
    int version = db.find(USERS.uqEmail, "ada").orElseThrow().version();
    assertThrows(
        StaleVersionException.class,
        () -> db.batch(List.of(
            db.update(USERS)
                .set(UserPatch.of().displayName("A"))
                .expecting(version)
                .where(USERS.email.eq("ada")),
            db.update(USERS)
                .set(UserPatch.of().displayName("B"))
                .expecting(version + 1_000)
                .where(USERS.email.eq("bob")))));
    assertEquals(
        "Ada L.", db.find(USERS.uqEmail, "ada").orElseThrow().displayName().orElseThrow());
  }
}
