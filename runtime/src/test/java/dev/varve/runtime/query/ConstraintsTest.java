package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever rule a change breaks, the exception knows it by its constant, and by no other. */
class ConstraintsTest {
  private static final Constraint CHECK = new Constraint(POSTS, "posts_likes_check");
  private static final Constraint FOREIGN_KEY = new Constraint(POSTS, "posts_author_id_fkey");
  private static final Constraint EXCLUSION = new Constraint(POSTS, "posts_title_excl");
  private static final Constraint OTHER_TABLE = new Constraint(USERS, "posts_likes_check");

  @Test
  void eachKindIsKnown() {
    try (TestDatabase server = SampleDatabase.create()) {
      server.execute("""
          ALTER TABLE posts
            ADD CONSTRAINT posts_likes_check CHECK (likes >= 0),
            ADD CONSTRAINT posts_title_excl EXCLUDE USING btree (title WITH =);
          INSERT INTO users (id, email, mood, prefs, tags, version)
          VALUES (gen_random_uuid(), 'a', 'CALM', '{}', '{}', 1);
          INSERT INTO posts (author_id, number, title) SELECT id, 1, 't' FROM users;
          """);
      Database db = Database.of(server.dataSource());
      String insert = "INSERT INTO posts (author_id, number, title, likes) SELECT id, ";

      assertEquals(
          List.of("pk"),
          broken(
              db,
              "INSERT INTO posts (id, author_id, number, title)"
                  + " OVERRIDING SYSTEM VALUE SELECT id, author_id, 9, 'u' FROM posts"));
      assertEquals(List.of("uq"), broken(db, insert + "1, 'u', 0 FROM users"));
      assertEquals(List.of("ck"), broken(db, insert + "2, 'u', -1 FROM users"));
      assertEquals(List.of("ex"), broken(db, insert + "2, 't', 0 FROM users"));
      assertEquals(List.of("null"), broken(db, insert + "2, NULL, 0 FROM users"));
      assertEquals(List.of("fk"), broken(db, "UPDATE posts SET author_id = gen_random_uuid()"));
    }
  }

  private static List<String> broken(Database db, String sql) {
    ConstraintViolationException e =
        assertThrows(ConstraintViolationException.class, () -> db.raw(sql).execute());
    List<String> broken = new ArrayList<>();
    add(broken, "pk", e.is(POSTS.pk));
    add(broken, "uq", e.is(POSTS.as("p").uqAuthorIdNumber));
    add(broken, "ck", e.is(CHECK));
    add(broken, "fk", e.is(FOREIGN_KEY));
    add(broken, "ex", e.is(EXCLUSION));
    add(broken, "other", e.is(OTHER_TABLE) || e.is(USERS.pk));
    add(broken, "null", e.isNull(POSTS.title));
    add(broken, "other null", e.isNull(POSTS.number) || e.isNull(USERS.email));
    assertTrue(e.sqlState().orElseThrow().startsWith("23"));
    return broken;
  }

  private static void add(List<String> broken, String name, boolean is) {
    if (is) {
      broken.add(name);
    }
  }
}
