package dev.varve.runtime.query;

import static dev.varve.runtime.query.Expressions.count;
import static dev.varve.runtime.query.Expressions.not;
import static dev.varve.runtime.query.Expressions.or;
import static dev.varve.runtime.query.Expressions.when;
import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.query.sample.Line;
import dev.varve.runtime.query.sample.LineProjection;
import dev.varve.runtime.query.sample.Mood;
import dev.varve.runtime.query.sample.Post;
import dev.varve.runtime.query.sample.PostInsert;
import dev.varve.runtime.query.sample.PostPatch;
import dev.varve.runtime.query.sample.PostTable;
import dev.varve.runtime.query.sample.Prefs;
import dev.varve.runtime.query.sample.User;
import dev.varve.runtime.query.sample.UserInsert;
import dev.varve.runtime.query.sample.UserPatch;
import dev.varve.runtime.query.sample.UserTable;
import dev.varve.runtime.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private TestDatabase server;
  private Database db;

  @BeforeEach
  void start() {
    server = SampleDatabase.create();
    db = Database.of(server.dataSource());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private User insert(String email) {
    return db.insert(USERS).values(SampleDatabase.user(email)).returning().one();
  }

  private List<Post> posts(User author, String... titles) {
    List<PostInsert> rows = new ArrayList<>();
    for (String title : titles) {
      rows.add(PostInsert.of(author.id(), rows.size() + 1, title));
    }
    return db.insert(POSTS).values(rows).returning().list();
  }

  @Test
  void anInsertReturnsTheWholeRowWithWhatTheDatabaseGaveIt() {
    Prefs prefs = new Prefs("dark", 20, Optional.of("alto"), List.of("a", "b"));

    User ada = db.insert(USERS)
        .values(UserInsert.of("ada@example.org", Mood.EAGER, prefs, List.of("x", "y z", "\"{,}\\"))
            .displayName("Ada"))
        .returning()
        .one();

    assertEquals("ada@example.org", ada.email());
    assertEquals(Optional.of("Ada"), ada.displayName());
    assertEquals(Mood.EAGER, ada.mood());
    assertEquals(prefs, ada.prefs());
    assertEquals(List.of("x", "y z", "\"{,}\\"), ada.tags());
    assertEquals(Optional.empty(), ada.invitedBy());
    assertEquals(0, ada.version());
    assertTrue(ada.createdAt().isAfter(Instant.parse("2020-01-01T00:00:00Z")));
  }

  @Test
  void anInsertReturnsAColumnOrOnlyTheCount() {
    UUID id = UUID.randomUUID();

    assertEquals(
        id,
        db.insert(USERS)
            .values(SampleDatabase.user("a@b").id(id))
            .returning(USERS.id)
            .one());
    assertEquals(1, db.insert(USERS).values(SampleDatabase.user("c@d")).execute());
    assertEquals(2, db.from(USERS).count());
  }

  @Test
  void manyRowsAreOneStatementAndComeBackInTheirOrder() {
    UUID author = insert("a@b").id();
    List<PostInsert> rows = IntStream.range(0, 10_000)
        .mapToObj(i -> PostInsert.of(author, i, "title " + i).likes(i % 7))
        .toList();

    List<Post> posts = db.insert(POSTS).values(rows).returning().list();

    for (int i = 0; i < posts.size(); i++) {
      assertEquals(i, posts.get(i).number());
      assertEquals(i + 1, posts.get(i).id());
    }
    assertEquals(10_000, posts.size());
  }

  @Test
  void rowsThatLeaveOutDifferentColumnsKeepTheirOrderAndStandOrFallTogether() {
    UUID author = insert("a@b").id();
    List<PostInsert> rows = List.of(
        PostInsert.of(author, 1, "a"),
        PostInsert.of(author, 2, "b").likes(5),
        PostInsert.of(author, 3, "c"),
        PostInsert.of(author, 4, "d").likes(7));

    List<Integer> numbers =
        db.insert(POSTS).values(rows).returning(POSTS.number).list();

    assertEquals(List.of(1, 2, 3, 4), numbers);
    assertEquals(
        List.of(0L, 5L, 0L, 7L),
        db.select(POSTS.likes).from(POSTS).orderBy(POSTS.number.asc()).list());
    List<PostInsert> clash =
        List.of(PostInsert.of(author, 5, "e"), PostInsert.of(author, 1, "f").likes(1));
    assertThrows(
        ConstraintViolationException.class, () -> db.insert(POSTS).values(clash).execute());
    assertEquals(4, db.from(POSTS).count());
  }

  @Test
  void manyRowsOfEveryKindOfColumn() {
    UUID inviter = insert("a@b").id();
    Prefs prefs = new Prefs("\"\\{", -1, Optional.empty(), List.of("ü"));
    List<UserInsert> rows = List.of(
        UserInsert.of("1", Mood.EAGER, prefs, List.of()).invitedBy(inviter),
        UserInsert.of("2", Mood.CALM, prefs, List.of("NULL", "", "a,b")).displayName("N"));

    List<User> users = db.insert(USERS).values(rows).returning().list();

    assertEquals(prefs, users.get(0).prefs());
    assertEquals(Optional.of(inviter), users.get(0).invitedBy());
    assertEquals(List.of(), users.get(0).tags());
    assertEquals(List.of("NULL", "", "a,b"), users.get(1).tags());
    assertEquals(Mood.CALM, users.get(1).mood());
    assertEquals(Optional.of("N"), users.get(1).displayName());
  }

  @Test
  void noRowsAreNoStatement() {
    assertEquals(0, db.insert(POSTS).values(List.of()).execute());
    assertEquals(List.of(), db.insert(POSTS).values(List.of()).returning().list());
  }

  @Test
  void findTakesThePrimaryKeyAndUniqueKeys() {
    User ada = insert("ada");
    Post post = posts(ada, "one", "two").get(1);

    assertEquals(Optional.of(ada), db.find(USERS.pk, ada.id()));
    assertEquals(Optional.of(ada), db.find(USERS.uqEmail, "ada"));
    assertEquals(Optional.empty(), db.find(USERS.uqEmail, "bob"));
    assertEquals(Optional.of(post), db.find(POSTS.uqAuthorIdNumber, ada.id(), 2));
    assertEquals("users_email_key", USERS.uqEmail.constraint());
  }

  @Test
  void conditionsOfEveryKind() {
    User ada = insert("ada@example.org");
    insert("bob@example.org");
    posts(ada, "Alpha", "beta", "Gamma", "del_ta");

    assertEquals(List.of("Alpha"), titles(POSTS.title.eq("Alpha")));
    assertEquals(List.of("beta", "Gamma", "del_ta"), titles(POSTS.title.ne("Alpha")));
    assertEquals(List.of("Alpha", "beta"), titles(POSTS.number.lt(3)));
    assertEquals(List.of("Alpha", "beta", "Gamma"), titles(POSTS.number.le(3)));
    assertEquals(List.of("del_ta"), titles(POSTS.number.gt(3)));
    assertEquals(List.of("Gamma", "del_ta"), titles(POSTS.number.ge(3)));
    assertEquals(List.of("beta", "Gamma"), titles(POSTS.number.between(2, 3)));
    assertEquals(List.of("Alpha", "Gamma"), titles(POSTS.number.in(1, 3, 99)));
    assertEquals(List.of(), titles(POSTS.number.in(List.of())));
    assertEquals(List.of("beta", "del_ta"), titles(POSTS.number.notIn(List.of(1, 3))));
    assertEquals(4, titles(POSTS.number.notIn(List.of())).size());
    assertEquals(List.of("Alpha"), titles(POSTS.title.like("A%")));
    assertEquals(List.of("Alpha", "beta", "Gamma", "del_ta"), titles(POSTS.title.ilike("%A%")));
    assertEquals(List.of("del_ta"), titles(POSTS.title.like("%\\_%")));
    assertEquals(List.of("beta", "Gamma", "del_ta"), titles(POSTS.title.notLike("A%")));
    assertEquals(List.of("Alpha"), titles(POSTS.title.eq("Alpha").and(POSTS.number.eq(1))));
    assertEquals(List.of("Alpha", "beta"), titles(POSTS.title.eq("Alpha").or(POSTS.number.eq(2))));
    assertEquals(
        List.of("Gamma", "del_ta"), titles(not(or(POSTS.title.eq("Alpha"), POSTS.number.eq(2)))));
    assertEquals(List.of("Alpha"), titles(POSTS.likes.lt(POSTS.id), POSTS.number.eq(1)));
    assertEquals(4, titles(POSTS.likes.plus(1L).gt(POSTS.likes)).size());
    assertEquals(2, db.from(USERS).where(USERS.displayName.isNull()).count());
    assertEquals(0, db.from(USERS).where(USERS.displayName.isNotNull()).count());
    assertEquals(2, db.from(USERS).where(USERS.mood.in(Mood.CALM, Mood.EAGER)).count());
    assertEquals(0, db.from(USERS).where(USERS.mood.ne(Mood.CALM)).count());
    assertEquals(2, db.from(USERS).where(USERS.tags.eq(List.of("new"))).count());
    assertEquals(2, db.from(USERS).where(USERS.prefs.eq(ada.prefs())).count());
    assertEquals(2, db.from(USERS).where(USERS.prefs.in(ada.prefs())).count());
    assertEquals(1, db.from(USERS).where(USERS.id.in(List.of(ada.id()))).count());
  }

  private List<String> titles(Condition first, Condition... more) {
    return db.select(POSTS.title)
        .from(POSTS)
        .where(first, more)
        .orderBy(POSTS.id.asc())
        .list();
  }

  @Test
  void aConditionThatDoesNotApplyIsNotThere() {
    insert("ada");
    insert("bob");
    String wanted = null;

    assertEquals(
        2,
        db.from(USERS).where(when(wanted != null, () -> USERS.email.eq(wanted))).count());
    assertEquals(
        1,
        db.from(USERS)
            .where(
                when(true, () -> USERS.email.eq("ada")),
                or(when(false, () -> USERS.email.eq("x")), USERS.email.like("a%")))
            .count());
  }

  @Test
  void orderLimitAndOffset() {
    User ada = insert("ada");
    insert("bob");
    db.update(USERS)
        .set(UserPatch.of().displayName("A"))
        .anyVersion()
        .where(USERS.id.eq(ada.id()))
        .execute();
    posts(ada, "a", "b", "c", "d");

    assertEquals(
        List.of("d", "c"),
        db.select(POSTS.title).from(POSTS).orderBy(POSTS.number.desc()).limit(2).list());
    assertEquals(
        List.of("c", "d"),
        db.select(POSTS.title).from(POSTS).orderBy(POSTS.number.asc()).offset(2).list());
    assertEquals(
        List.of("bob", "ada"),
        db.select(USERS.email)
            .from(USERS)
            .orderBy(USERS.displayName.asc().nullsFirst(), USERS.email.asc())
            .list());
    assertEquals(
        List.of("ada", "bob"),
        db.select(USERS.email)
            .from(USERS)
            .orderBy(USERS.displayName.desc().nullsLast())
            .list());
    assertEquals(3, db.from(POSTS).limit(3).count());
    assertEquals(1, db.from(POSTS).limit(3).offset(3).count());
  }

  @Test
  void formsOfAResult() {
    insert("ada");
    insert("bob");
    Select<User> all = db.from(USERS).orderBy(USERS.email.asc());

    assertEquals("ada", all.first().orElseThrow().email());
    assertEquals("bob", all.where(USERS.email.eq("bob")).one().email());
    assertEquals(
        "bob", all.where(USERS.email.eq("bob")).optional().orElseThrow().email());
    assertEquals(Optional.empty(), all.where(USERS.email.eq("eve")).optional());
    assertEquals(Optional.empty(), all.where(USERS.email.eq("eve")).first());
    assertEquals(2, assertThrows(RowCountException.class, all::one).found());
    assertThrows(RowCountException.class, all::optional);
    assertThrows(RowCountException.class, () -> all.where(USERS.email.eq("eve")).one());
    assertEquals(2, all.count());
    assertEquals(2L, db.select(count()).from(USERS).one());
  }

  @Test
  void joinsAliasesAndRows() {
    User ada = insert("ada");
    User bob = db.insert(USERS)
        .values(SampleDatabase.user("bob").invitedBy(ada.id()))
        .returning()
        .one();
    posts(bob, "one");
    UserTable inviters = USERS.as("inviter");

    Row3<User, String, Post> row = db.select(USERS, inviters.email, POSTS)
        .from(USERS)
        .join(inviters)
        .on(USERS.invitedBy.eq(inviters.id))
        .join(POSTS)
        .on(POSTS.authorId.eq(USERS.id))
        .where(inviters.email.eq("ada"))
        .one();

    assertEquals(bob, row.a());
    assertEquals("ada", row.b());
    assertEquals("one", row.c().title());
    assertEquals(
        new Row2<>("bob", Optional.of(ada.id())),
        db.select(USERS.email, USERS.invitedBy)
            .from(USERS)
            .where(USERS.email.eq("bob"))
            .one());
    assertEquals(
        new Row8<>(1L, bob.id(), 1, "one", 0L, 1L, 1, "one"),
        db.select(
                POSTS.id,
                POSTS.authorId,
                POSTS.number,
                POSTS.title,
                POSTS.likes,
                POSTS.id,
                POSTS.number,
                POSTS.title)
            .from(POSTS)
            .one());
  }

  @Test
  void aProjectionReadsIntoTheApplicationsRecord() {
    User ada = insert("ada");
    posts(ada, "one");

    Line line = db.select(LineProjection.project()
            .title(POSTS.title)
            .author(USERS)
            .name(USERS.displayName)
            .likes(POSTS.likes))
        .from(POSTS)
        .join(USERS)
        .on(USERS.id.eq(POSTS.authorId))
        .one();

    assertEquals(new Line("one", ada, Optional.empty(), 0), line);
  }

  @Test
  void updatesWithExpressionsPatchesAndReturning() {
    User ada = insert("ada");
    Post post = posts(ada, "one", "two").get(0);

    assertEquals(
        1,
        db.update(POSTS)
            .set(POSTS.likes.to(POSTS.likes.plus(5L)), POSTS.title.to("uno"))
            .where(POSTS.id.eq(post.id()))
            .execute());
    assertEquals(
        new Post(post.id(), ada.id(), 1, "UNO", 5),
        db.update(POSTS)
            .set(PostPatch.of().title("UNO"))
            .where(POSTS.id.eq(post.id()))
            .returning()
            .one());
    assertEquals(
        List.of(6L, 1L),
        db
            .update(POSTS)
            .set(POSTS.likes.to(POSTS.likes.plus(1L)))
            .allRows()
            .returning(POSTS.likes)
            .list()
            .stream()
            .sorted((a, b) -> Long.compare(b, a))
            .toList());
  }

  @Test
  void anUpdateCountsTheVersionAndSeesThatItIsStale() {
    User ada = insert("ada");

    User changed = db.update(USERS)
        .set(UserPatch.of().displayName("Ada").mood(Mood.EAGER).tags(List.of("t")))
        .expecting(0)
        .where(USERS.id.eq(ada.id()))
        .returning()
        .one();

    assertEquals(1, changed.version());
    assertEquals(Optional.of("Ada"), changed.displayName());
    StaleVersionException stale = assertThrows(
        StaleVersionException.class,
        () -> db.update(USERS)
            .set(USERS.displayName.toNull())
            .expecting(0)
            .where(USERS.id.eq(ada.id()))
            .execute());
    assertEquals("\"users\"", stale.table());
    assertEquals("\"users\".\"id\" = '" + ada.id() + "'", stale.condition());
    assertEquals("0", stale.expected());
    assertEquals(Optional.of(changed), db.find(USERS.pk, ada.id()));
    assertEquals(
        2,
        db.update(USERS)
            .set(UserPatch.of().displayNameNull())
            .anyVersion()
            .where(USERS.id.eq(ada.id()))
            .returning(USERS.version)
            .one());
    assertThrows(
        StatementException.class,
        () -> db.update(USERS).set(USERS.version.to(7)).anyVersion());
  }

  @Test
  void deletes() {
    User ada = insert("ada");
    posts(ada, "one", "two", "three");

    assertEquals(
        "two", db.delete(POSTS).where(POSTS.number.eq(2)).returning(POSTS.title).one());
    assertEquals(2, db.delete(POSTS).allRows().execute());
    assertEquals(0, db.from(POSTS).count());
  }

  @Test
  void anEmptyConditionNeverReachesEveryRow() {
    insert("ada");

    StatementException e = assertThrows(
        StatementException.class,
        () -> db.delete(USERS).where(when(false, () -> USERS.email.eq("x"))));
    assertTrue(e.getMessage().contains("allRows()"), e.getMessage());
    assertThrows(
        StatementException.class,
        () -> db.update(POSTS).set(POSTS.likes.to(1L)).where(or()).execute());
    assertThrows(
        StatementException.class,
        () -> db.update(POSTS).set(PostPatch.of()).allRows().execute());
    assertEquals(1, db.from(USERS).count());
  }

  @Test
  void aColumnOfATableThatIsNotReadIsNamed() {
    StatementException e = assertThrows(
        StatementException.class,
        () -> db.from(USERS).where(POSTS.title.eq("x")).list());

    assertTrue(e.getMessage().contains("\"posts\".\"title\""), e.getMessage());
    assertTrue(e.getMessage().contains("only \"users\""), e.getMessage());
    PostTable other = POSTS.as("p");
    assertThrows(
        StatementException.class, () -> db.select(other.title).from(POSTS).list());
    assertThrows(
        StatementException.class,
        () -> db.from(USERS).join(USERS).on(USERS.id.eq(USERS.invitedBy)).list());
    assertThrows(
        StatementException.class,
        () -> db.update(POSTS).set(other.title.to("x")).allRows().execute());
  }

  @Test
  void anArrayIsNotLookedForInAList() {
    assertThrows(StatementException.class, () -> USERS.tags.in(List.of(List.of("a"))));
  }

  @Test
  void aBrokenConstraintIsNamed() {
    insert("ada");

    ConstraintViolationException e =
        assertThrows(ConstraintViolationException.class, () -> insert("ada"));

    assertEquals(Optional.of("23505"), e.sqlState());
    assertEquals(Optional.of("users_email_key"), e.constraint());
    assertTrue(e.sql().orElseThrow().startsWith("INSERT INTO \"users\""), e.getMessage());
  }
}
