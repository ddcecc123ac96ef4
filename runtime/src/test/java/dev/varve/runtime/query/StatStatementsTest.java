package dev.varve.runtime.query;

import static dev.varve.runtime.query.Blog.EVE;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.query.sample.PostInsert;
import dev.varve.runtime.query.sample.PostPatch;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the server's own list of statements shows: one row for each shape, whatever its length. */
class StatStatementsTest {
  private static final int[] SIZES = {1, 10, 100_000};

  @Test
  void listsOfAnyLengthLeaveOneRow() {
    try (Blog blog = new Blog()) {
      assumeTrue(
          blog.server().value("SHOW shared_preload_libraries").contains("pg_stat_statements"),
          "the server does not load pg_stat_statements");
      blog.server().execute("CREATE EXTENSION pg_stat_statements");
      Database db = blog.db;
      for (int size : SIZES) {
        run(db, size);
      }

      assertEquals(
          List.of("DELETE|1|3", "INSERT|3|9", "SELECT|4|12", "UPDATE|1|3"),
          blog.server().rows("""
              SELECT split_part(query, ' ', 1), count(*), sum(calls)
              FROM pg_stat_statements
              JOIN pg_database ON pg_database.oid = dbid
              WHERE datname = current_database() AND query LIKE '%"posts"%' AND calls >= 3
              GROUP BY 1 ORDER BY 1"""));
    }
  }

  private static void run(Database db, int size) {
    List<PostInsert> rows = IntStream.range(100, size + 100)
        .mapToObj(i -> PostInsert.of(EVE, i, "t"))
        .toList();
    List<Long> ids = LongStream.range(1_000_000, 1_000_000 + size).boxed().toList();
    db.insert(POSTS).values(rows).execute();
    db.insert(POSTS).values(rows).onConflictDoNothing().execute();
    db.insert(POSTS)
        .values(rows)
        .onConflict(POSTS.uqAuthorIdNumber)
        .doUpdate(POSTS.title.to(POSTS.title.excluded()))
        .execute();
    db.update(POSTS)
        .each(IntStream.range(100, size + 100)
            .mapToObj(i -> POSTS.uqAuthorIdNumber.row(EVE, i, PostPatch.of().likes(i)))
            .toList())
        .execute();
    db.from(POSTS).where(POSTS.id.in(ids)).list();
    db.from(POSTS).where(POSTS.id.notIn(ids)).count();
    db.from(POSTS).limit(size).offset(size).list();
    db.from(POSTS).orderBy(POSTS.id.asc()).page(size);
    db.delete(POSTS).where(POSTS.number.ge(100)).execute();
  }
}
