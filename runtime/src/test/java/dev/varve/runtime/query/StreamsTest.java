package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.query.sample.Post;
import dev.varve.runtime.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Rows as they come, for as long as the block that reads them. */
class StreamsTest {
  private Blog blog;
  private CountingDataSource pool;
  private Database db;

  @BeforeEach
  void start() {
    blog = new Blog();
    pool = new CountingDataSource(blog.server().dataSource(), true);
    db = Database.of(pool);
  }

  @AfterEach
  void stop() throws Exception {
    assertEquals(0, pool.open(), "connections that did not come back");
    blog.close();
  }

  private Select<Post> posts() {
    return db.from(POSTS).orderBy(POSTS.id.asc());
  }

  @Test
  void rowsComeInOrderHoweverManyAtATime() {
    for (int page : new int[] {1, 2, 3, 1000}) {
      assertEquals(
          List.of("alpha", "beta", "gamma"),
          posts().stream(page, rows -> rows.map(Post::title).toList()));
    }
    long likes = posts().stream(rows -> rows.mapToLong(Post::likes).sum());
    assertEquals(35, likes);
    assertThrows(StatementException.class, () -> posts().stream(0, Stream::count));
    Query<String> names = db.select(POSTS.title)
        .from(POSTS)
        .union(db.select(USERS.email).from(USERS).where(USERS.email.ne("eve")));
    long count = names.stream(rows -> rows.count());
    assertEquals(5, count);
  }

  @Test
  void whatIsNotReadStaysOnTheServer() {
    String first = db
        .raw("SELECT n::text, pg_sleep(CASE WHEN n > 3 THEN 60 ELSE 0 END)"
            + " FROM generate_series(1, 1000) n")
        .rows(row -> row.getString(1))
        .stream(2, rows -> "unread");
    assertEquals("unread", first);
    assertEquals(
        "alpha", posts().stream(1, rows -> rows.findFirst().orElseThrow().title()));
    assertEquals(3, db.from(POSTS).count());
  }

  @Test
  void anErrorOfTheWorkOrOfARowEndsItAndGivesTheConnectionBack() {
    assertThrows(
        UncheckedIOException.class,
        () -> posts().stream(1, rows -> {
          rows.forEach(post -> {
            throw new UncheckedIOException(new IOException(post.title()));
          });
          return true;
        }));
    QueryException e =
        assertThrows(
            QueryException.class,
            () -> db
                .raw("SELECT 10 / (3 - n) FROM generate_series(1, 5) n")
                .rows(row -> row.getInt(1))
                .stream(rows -> rows.toList()));
    assertTrue(e.getMessage().contains("division by zero"), e.getMessage());
  }

  @Test
  void anErrorThatTheWorkHidesIsStillOne() {
    QueryException e =
        assertThrows(
            QueryException.class,
            () -> db.<Boolean, RuntimeException>inTransaction(tx -> tx
                .raw("SELECT 10 / (3 - n) FROM generate_series(1, 5) n")
                .rows(row -> row.getInt(1))
                .stream(rows -> {
              Iterator<Integer> each = rows.iterator();
              try {
                while (each.hasNext()) {
                  each.next();
                }
              } catch (RuntimeException hidden) {
                return true;
              }
              return false;
            })));
    assertTrue(e.getMessage().contains("division by zero"), e.getMessage());
  }

  @Test
  void aStreamThatOutlivesItsBlockSaysSo() {
    AtomicReference<Stream<Post>> escaped = new AtomicReference<>();
    Stream<String> lazy = posts().stream(rows -> rows.map(Post::title));
    posts().stream(rows -> {
      escaped.set(rows.peek(post -> {}));
      return true;
    });

    for (Stream<?> stream : List.of(lazy, escaped.get())) {
      RuntimeException e = assertThrows(RuntimeException.class, stream::toList);
      assertTrue(e.getMessage().contains("ended with the block"), e.getMessage());
    }
  }

  @Test
  void theHandleOfATransactionMayBeUsedMeanwhile() {
    db.runInTransaction(tx -> {
      tx.from(POSTS).orderBy(POSTS.id.asc()).stream(1, rows -> {
        rows.forEach(post -> tx.update(POSTS)
            .set(POSTS.title.to(post.title() + "!"))
            .where(POSTS.id.eq(post.id()))
            .execute());
        return true;
      });
      AtomicReference<Transaction> outer = new AtomicReference<>(tx);
      StatementException e = assertThrows(
          StatementException.class,
          () -> tx.copyOut(tx.from(POSTS), post -> outer.get().from(POSTS).count()));
      assertTrue(e.getMessage().contains("A COPY runs"), e.getMessage());
    });

    assertEquals(
        List.of("alpha!", "beta!", "gamma!"),
        posts().stream(rows -> rows.map(Post::title).toList()));
  }

  /** In a JVM of its own, whose heap is far smaller than the rows; -Pfull reads ten million. */
  @Test
  void memoryIsBoundedWhateverTheNumberOfRows() throws Exception {
    boolean full = Boolean.getBoolean("varve.test.full");
    long rows = full ? 10_000_000 : 300_000;
    TestDatabase server = blog.server();
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        full ? "-Xmx64m" : "-Xmx32m",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        Reader.class.getName(),
        server.url(),
        Long.toString(rows)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("rows " + rows + " sum " + rows * (rows + 1) / 2), output);
    assertTrue(new File(command.get(0)).canExecute());
  }

  /** Reads rows of some 200 bytes each. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] arguments) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(arguments[0]);
      long wanted = Long.parseLong(arguments[1]);
      long[] seen = new long[2];
      Database.of(source)
          .raw("SELECT n, repeat('x', 200) || n FROM generate_series(1, ?) n")
          .bind(Type.LONG, wanted)
          .rows(row -> row.getLong(1) + 0 * row.getString(2).length())
          .stream(rows -> {
        rows.forEach(n -> {
          seen[0]++;
          seen[1] += n;
        });
        return true;
      });
      System.out.println("rows " + seen[0] + " sum " + seen[1]);
    }
  }
}
