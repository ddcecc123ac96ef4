package dev.varve.runtime.query;

import static dev.varve.runtime.query.Aggregates.stringAgg;
import static dev.varve.runtime.query.Blog.ADA;
import static dev.varve.runtime.query.Expressions.caseWhen;
import static dev.varve.runtime.query.Expressions.value;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.sample.PostInsert;
import dev.varve.runtime.query.sample.PostPatch;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place that takes a value or a name from a caller, with what would be SQL if it could. */
class HostileTest {
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE users; --",
        "\"; DROP TABLE users; --",
        "\") AS x; DROP TABLE users; --",
        "$$; DROP TABLE users; --",
        "\\'; DROP TABLE users; --",
        "*/ DROP TABLE users; /*",
        "x' OR '1'='1",
        "{\"a\",NULL}",
        "\\N\t\\.\n",
        "?",
        "?|",
        "$1",
        "%_\\",
        "\u202ex"
      })
  void nothingBecomesSql(String hostile) {
    String functions = blog.text(() -> functions(hostile));
    String changes = blog.text(() -> changes(hostile));
    String names = blog.text(() -> names(hostile));

    assertEquals(3, db.from(USERS).count());
    assertEquals(3, db.from(POSTS).count());
    if (hostile.length() > 5) {
      assertFalse(functions.contains(hostile), functions);
      assertFalse(changes.contains(hostile), changes);
    }
    assertTrue(names.contains("\"" + hostile.replace("\"", "\"\"") + "\""), names);
  }

  private static void functions(String hostile) {
    assertEquals(
        hostile,
        db.select(Texts.concat(value(hostile), value(""))).fromNothing().one());
    assertEquals(
        Optional.of(hostile + hostile),
        db.select(stringAgg(value(hostile), ""))
            .from(USERS)
            .where(USERS.email.in("ada", "bob"))
            .one());
    assertEquals(
        hostile,
        db.select(caseWhen(value(hostile).eq(hostile), value(hostile)).otherwise("no"))
            .fromNothing()
            .one());
    assertEquals(0, db.from(USERS).where(USERS.email.like(hostile + "x")).count());
    assertEquals(0, db.from(USERS).where(USERS.email.startsWith(hostile)).count());
    assertEquals(0, db.from(USERS).where(USERS.tags.has(hostile)).count());
    assertEquals(0, db.from(USERS).where(USERS.tags.overlaps(List.of(hostile))).count());
    assertEquals(0, db.from(USERS).where(USERS.prefs.has(hostile)).count());
    assertEquals(
        0,
        db.from(USERS)
            .where(USERS.prefs.contains(Json.object().put(hostile, hostile).build()))
            .count());
    assertEquals(
        Optional.empty(),
        db.select(USERS.prefs.textAt(hostile))
            .from(USERS)
            .where(USERS.id.eq(ADA))
            .one());
    FullText english = FullText.of("english");
    db.from(POSTS)
        .where(english.words(POSTS.title).matches(english.search(hostile)))
        .list();
    assertThrows(StatementException.class, () -> FullText.of(hostile));
    assertEquals(
        hostile,
        db.select(Documents.jsonObject(hostile, value(hostile)).build())
            .fromNothing()
            .one()
            .get(hostile)
            .text());
    assertThrows(
        QueryException.class,
        () ->
            db.select(Expressions.cast(value(hostile), Type.LONG)).fromNothing().one());
    assertThrows(RuntimeException.class, () -> ZoneId.of(hostile));
  }

  private static void names(String hostile) {
    Expression<String> named = USERS.email.as(hostile);
    Subquery<String> rows = db.select(named).from(USERS).as(hostile);
    assertEquals(3, db.select(rows.get(named)).from(rows).list().size());
    Cte<String> cte = Cte.of(hostile, db.select(named).from(USERS));
    assertEquals(3, db.with(cte).select(cte.get(named)).from(cte).list().size());
    NamedWindow window = Windows.window().orderBy(USERS.email.asc()).named(hostile);
    assertEquals(
        List.of(1L, 2L, 3L),
        db.select(Windows.rowNumber().over(window)).from(USERS).window(window).list());
    assertEquals(3, db.select(named).from(USERS).orderBy(named.desc()).list().size());
  }

  private static void changes(String hostile) {
    db.runInTransaction(tx -> {
      tx.insert(POSTS)
          .values(PostInsert.of(ADA, 1, hostile))
          .onConflict(POSTS.uqAuthorIdNumber)
          .doUpdate(POSTS.title.to(hostile))
          .execute();
      assertEquals(
          hostile, tx.find(POSTS.uqAuthorIdNumber, ADA, 1).orElseThrow().title());
      tx.update(POSTS)
          .each(List.of(POSTS.uqAuthorIdNumber.row(ADA, 2, PostPatch.of().title(hostile))))
          .execute();
      tx.copyIn(POSTS, List.of(PostInsert.of(ADA, 7, hostile)));
      assertEquals(3, tx.from(POSTS).where(POSTS.title.eq(hostile)).count());
      List<String> copied = new ArrayList<>();
      tx.copyOut(tx.select(POSTS.title).from(POSTS), copied::add);
      assertEquals(3, copied.stream().filter(hostile::equals).count());
      tx.rollbackOnly();
    });
  }

  @Test
  void aValueOfAnyLengthIsOne() {
    String hostile = "'; DROP TABLE users; --\\ ".repeat(200_000);
    db.runInTransaction(tx -> {
      tx.insert(POSTS).values(PostInsert.of(ADA, 8, hostile)).execute();
      tx.copyIn(POSTS, List.of(PostInsert.of(ADA, 9, hostile)));
      assertEquals(2, tx.from(POSTS).where(POSTS.title.eq(hostile)).count());
      assertEquals(0, tx.from(USERS).where(USERS.tags.has(hostile)).count());
      tx.rollbackOnly();
    });
  }

  @Test
  void whatPostgresCannotHoldIsRefusedWhereverItStands() {
    String hostile = "a\0'; DROP TABLE users; --";
    PostInsert post = PostInsert.of(ADA, 8, hostile);
    List<Executable> uses = List.of(
        () -> db.insert(POSTS).values(post).execute(),
        () -> db.insert(POSTS).values(List.of(post, post)).execute(),
        () -> db.copyIn(POSTS, List.of(post)),
        () -> db.from(POSTS).where(POSTS.title.eq(hostile)).list(),
        () -> db.from(USERS).where(USERS.tags.has(hostile)).list(),
        () -> db.from(USERS).where(USERS.prefs.has(hostile)).list());
    for (Executable use : uses) {
      QueryException refused = assertThrows(QueryException.class, use);
      assertTrue(refused.getMessage().contains("0x00"), refused.getMessage());
    }
    assertEquals(3, db.from(POSTS).count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text; DROP TABLE users; --",
        "text) OR (1=1",
        "text'",
        "\"text",
        "te\0xt",
        "text/**/",
        "",
        "text--"
      })
  void aTypeThatIsMoreThanATypeIsNoSql(String name) {
    try {
      db.select(value(Type.STRING.as(name), "x")).fromNothing().list();
      assertFalse(true, name);
    } catch (QueryException e) {
      assertEquals(3, db.from(USERS).count());
    }
  }

  @Test
  void rawParametersSettingsAndTheNamesOfSettingsAreValues() {
    String hostile = "x'; DROP TABLE users; -- \\ $$ ?";
    assertEquals(
        hostile,
        db.raw("SELECT ?::text")
            .bind(Type.STRING, hostile)
            .rows(row -> row.getString(1))
            .one());
    QueryException e = assertThrows(
        QueryException.class,
        () -> db.runInTransaction(
            TransactionOptions.DEFAULT.setting(hostile, "1"),
            tx -> tx.from(USERS).list()));
    assertEquals(3, db.from(USERS).count());
    assertTrue(e.sqlState().isPresent(), e.getMessage());
  }

  @Test
  void aNameThatCannotBeOneIsRefused() {
    for (String name : new String[] {"", "a\0b"}) {
      assertThrows(StatementException.class, () -> USERS.email.as(name));
      assertThrows(StatementException.class, () -> db.from(USERS).as(name));
      assertThrows(StatementException.class, () -> Cte.of(name, db.from(USERS)));
      assertThrows(StatementException.class, () -> Windows.window().named(name));
    }
  }
}
