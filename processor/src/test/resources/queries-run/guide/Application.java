package guide;

import static dev.varve.runtime.query.Aggregates.arrayAgg;
import static dev.varve.runtime.query.Aggregates.sum;
import static dev.varve.runtime.query.Expressions.caseWhen;
import static dev.varve.runtime.query.Expressions.coalesce;
import static dev.varve.runtime.query.Expressions.count;
import static dev.varve.runtime.query.Expressions.exists;
import static dev.varve.runtime.query.Expressions.number;
import static dev.varve.runtime.query.Expressions.or;
import static dev.varve.runtime.query.Expressions.value;
import static dev.varve.runtime.query.Expressions.when;
import static dev.varve.runtime.query.Texts.lower;
import static dev.varve.runtime.query.Times.now;
import static dev.varve.runtime.query.Windows.partitionBy;
import static dev.varve.runtime.query.Windows.rank;
import static guide.PostTable.POSTS;
import static guide.UserTable.USERS;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.Bound;
import dev.varve.runtime.query.ConstraintViolationException;
import dev.varve.runtime.query.Cte;
import dev.varve.runtime.query.Cursor;
import dev.varve.runtime.query.Database;
import dev.varve.runtime.query.Expression;
import dev.varve.runtime.query.FullText;
import dev.varve.runtime.query.Grouping;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.Page;
import dev.varve.runtime.query.Row2;
import dev.varve.runtime.query.Row3;
import dev.varve.runtime.query.StatementException;
import dev.varve.runtime.query.Subquery;
import dev.varve.runtime.query.Times;
import dev.varve.runtime.query.TransactionOptions;
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The samples of docs/queries.md, in its order. */
public final class Application implements Consumer<DataSource> {
  private static final FullText ENGLISH = FullText.of("english");

  @Override
  public void accept(DataSource dataSource) {
    Database db = Database.of(dataSource);
    insert(db);
    read(db, Optional.of("ada%"), List.of(1L, 2L));
    join(db);
    group(db);
    window(db);
    nest(db);
    pages(db);
    search(db);
    change(db);
    conflicts(db);
    many(db);
    lock(db);
    transaction(db);
    remove(db);
  }

  private static void insert(Database db) {
    User ada = db.insert(USERS)
        .values(UserInsert.of("ada@example.org", List.of("sql"), new Prefs("dark", 12)).name("Ada"))
        .returning()
        .one();
    long bob = db.insert(USERS)
        .values(UserInsert.of("bob@example.org", List.of(), new Prefs("light", 10))
            .invitedBy(ada.id()))
        .returning(USERS.id)
        .one();
    List<PostInsert> posts = List.of(
        PostInsert.of(ada.id(), "On engines").likes(7),
        PostInsert.of(ada.id(), "Notes").likes(3),
        PostInsert.of(bob, "Hello").likes(1));
    db.insert(POSTS).values(posts).execute();
    equal(3L, db.from(POSTS).count());
  }

  private static void read(Database db, Optional<String> q, List<Long> ids) {
    Optional<User> user = db.find(USERS.uqEmail, "ada@example.org");
    List<User> users = db.from(USERS)
        .where(when(q.isPresent(), () -> USERS.email.ilike(q.orElseThrow())), USERS.id.in(ids))
        .orderBy(USERS.name.desc().nullsLast(), USERS.id.asc())
        .limit(20)
        .list();
    List<Row2<String, Optional<String>>> names =
        db.select(USERS.email, USERS.name).from(USERS).orderBy(USERS.id.asc()).list();
    equal(List.of(user.orElseThrow()), users);
    equal(Optional.empty(), names.get(1).b());
    boolean refused = false;
    try {
      db.delete(POSTS).where(when(false, () -> POSTS.id.eq(1L)));
    } catch (StatementException e) {
      refused = true;
    }
    equal(true, refused);
    Expression<String> size = caseWhen(POSTS.likes.gt(5L), value("much")).otherwise("little");
    equal(
        List.of("little", "little", "much"),
        db.select(size).from(POSTS).orderBy(POSTS.likes.asc()).list());
    equal(
        2L,
        db.from(USERS)
            .where(
                or(lower(USERS.email).like("%.org"), USERS.tags.has("sql")),
                USERS.prefs.textAt("theme").eq("dark").or(USERS.prefs.contains(Json.object().put("fontSize", 10).build())),
                USERS.createdAt.gt(Times.minus(now(), Duration.ofDays(1))))
            .count());
  }

  private static void join(Database db) {
    List<Row2<String, String>> titles = db.select(USERS.email, POSTS.title)
        .from(USERS)
        .join(POSTS)
        .on(POSTS.authorId.eq(USERS.id))
        .list();
    UserTable.Outer inviter = USERS.as("inviter").outer();
    List<Row2<User, Optional<User>>> invited = db.select(USERS, inviter)
        .from(USERS)
        .leftJoin(inviter)
        .on(inviter.id.eq(USERS.invitedBy))
        .orderBy(USERS.id.asc())
        .list();
    equal(3, titles.size());
    equal(Optional.empty(), invited.get(0).b());
    equal(invited.get(0).a(), invited.get(1).b().orElseThrow());
  }

  private static void group(Database db) {
    var total = sum(POSTS.likes, Type.LONG);
    List<Row3<Long, Long, Optional<Long>>> busy = db.select(POSTS.authorId, count(), total)
        .from(POSTS)
        .groupBy(POSTS.authorId)
        .having(count().gt(1L))
        .orderBy(total.desc())
        .list();
    List<Row2<Optional<Long>, Optional<List<String>>>> sums = db.select(
            POSTS.authorId.nullable(),
            arrayAgg(POSTS.title).orderBy(POSTS.title.asc()).filter(POSTS.likes.gt(2L)))
        .from(POSTS)
        .groupBy(Grouping.rollup(POSTS.authorId))
        .list();
    equal(Optional.of(10L), busy.get(0).c());
    equal(3, sums.size());
  }

  private static void window(Database db) {
    Window byAuthor = partitionBy(POSTS.authorId).orderBy(POSTS.likes.desc());
    List<Row3<String, Long, Optional<Long>>> ranked = db.select(
            POSTS.title,
            rank().over(byAuthor),
            sum(POSTS.likes, Type.LONG)
                .over(byAuthor.rows(Bound.unboundedPreceding(), Bound.currentRow())))
        .from(POSTS)
        .orderBy(POSTS.id.asc())
        .list();
    equal(new Row3<>("Notes", 2L, Optional.of(10L)), ranked.get(1));
  }

  private static void nest(Database db) {
    PostTable mine = POSTS.as("mine");
    Subquery<Post> best = db.from(mine)
        .where(mine.authorId.eq(USERS.id))
        .orderBy(mine.likes.desc())
        .limit(1)
        .as("best");
    Expression<Long> n = count();
    Cte<Row2<Long, Long>> counted =
        Cte.of("counted", db.select(POSTS.authorId, n).from(POSTS).groupBy(POSTS.authorId));
    var perhaps = best.outer();
    List<Line> lines = db.with(counted)
        .select(LineProjection.project().author(USERS).best(perhaps).posts(counted.get(n)))
        .from(USERS)
        .join(counted)
        .on(counted.get(POSTS.authorId).eq(USERS.id))
        .leftJoinLateral(perhaps)
        .on(perhaps.get(mine.likes).gt(1L))
        .orderBy(USERS.id.asc())
        .list();
    equal("On engines", lines.get(0).best().orElseThrow().title());
    equal(Optional.empty(), lines.get(1).best());
    equal(1L, lines.get(1).posts());
    var depth = value(0);
    Cte<Row2<Long, Integer>> tree = Cte.recursiveAll(
        "tree",
        db.select(USERS.id, depth).from(USERS).where(USERS.invitedBy.isNull()),
        above -> db.select(USERS.id, number(above.get(depth)).plus(1))
            .from(USERS)
            .join(above)
            .on(above.get(USERS.id).eq(USERS.invitedBy.required())));
    equal(List.of(new Row2<>(1L, 0), new Row2<>(2L, 1)), db.with(tree).from(tree).list());
    List<User> writers = db.from(USERS)
        .where(exists(db.from(POSTS).where(POSTS.authorId.eq(USERS.id))))
        .list();
    List<String> all = db.select(USERS.email)
        .from(USERS)
        .union(db.select(POSTS.title).from(POSTS))
        .orderBy(USERS.email.asc())
        .list();
    equal(2, writers.size());
    equal(5, all.size());
  }

  private static void pages(Database db) {
    var newest = db.from(POSTS).orderBy(POSTS.likes.desc(), POSTS.id.desc());
    Page<Post> page = newest.page(2);
    String token = page.next().map(Cursor::text).orElseThrow();
    Page<Post> rest = newest.page(Cursor.parse(token), 2);
    equal(List.of("Hello"), rest.rows().stream().map(Post::title).toList());
    equal(Optional.empty(), rest.next());
  }

  private static void search(Database db) {
    FullText.Search search = ENGLISH.search("engine or hello");
    FullText.Words words = ENGLISH.words(POSTS.title);
    List<String> found = db.select(POSTS.title)
        .from(POSTS)
        .where(words.matches(search))
        .orderBy(words.rank(search).desc(), POSTS.id.asc())
        .list();
    equal(List.of("On engines", "Hello"), found);
  }

  private static void change(Database db) {
    User ada = db.find(USERS.uqEmail, "ada@example.org").orElseThrow();
    db.update(USERS)
        .set(UserPatch.of().nameNull())
        .expecting(ada.version())
        .where(USERS.id.eq(ada.id()))
        .execute();
    db.update(POSTS)
        .set(POSTS.likes.to(POSTS.likes.plus(1L)), POSTS.title.to(lower(POSTS.title)))
        .from(USERS)
        .where(USERS.id.eq(POSTS.authorId), USERS.email.like("bob%"))
        .execute();
    equal(Optional.empty(), db.find(USERS.pk, ada.id()).orElseThrow().name());
    equal(2L, db.select(POSTS.likes).from(POSTS).where(POSTS.title.eq("hello")).one());
  }

  private static void conflicts(Database db) {
    long likes = db.insert(POSTS)
        .values(PostInsert.of(1, "Notes").likes(1))
        .onConflict(POSTS.uqAuthorIdTitle)
        .doUpdate(POSTS.likes.to(POSTS.likes.plus(POSTS.likes.excluded())))
        .returning(POSTS.likes)
        .one();
    db.insert(USERS)
        .values(UserInsert.of("ada@example.org", List.of("x"), new Prefs("dark", 9)))
        .onConflict(USERS.uqEmail)
        .anyVersion()
        .doUpdate(USERS.tags.to(USERS.tags.excluded()))
        .execute();
    equal(4L, likes);
    equal(2, db.find(USERS.pk, 1L).orElseThrow().version());
  }

  private static void many(Database db) {
    db.update(POSTS)
        .each(List.of(
            POSTS.pk.row(1L, PostPatch.of().likes(10)),
            POSTS.pk.row(2L, PostPatch.of().likes(20))))
        .execute();
    List<PostInsert> rows =
        IntStream.range(0, 1_000).mapToObj(i -> PostInsert.of(1, "post " + i)).toList();
    db.copyIn(POSTS, rows);
    List<Post> copied = new ArrayList<>();
    db.copyOut(db.from(POSTS).orderBy(POSTS.id.asc()), copied::add);
    equal(1_003, copied.size());
    equal(20L, copied.get(1).likes());
    PostTable old = POSTS.as("old");
    db.insert(POSTS)
        .from(
            db.from(old).where(old.likes.eq(20L)),
            POSTS.authorId.to(2L),
            POSTS.title.to(old.title))
        .execute();
    db.merge(POSTS)
        .using(old)
        .on(POSTS.title.eq(old.title), POSTS.authorId.eq(2L), old.authorId.eq(1L))
        .whenMatched()
        .update(POSTS.likes.to(old.likes))
        .whenNotMatched(old.likes.gt(1_000L))
        .insert(POSTS.authorId.to(2L), POSTS.title.to(old.title))
        .execute();
    equal(
        20L,
        db.select(POSTS.likes)
            .from(POSTS)
            .where(POSTS.authorId.eq(2L), POSTS.title.eq("Notes"))
            .one());
  }

  private static void lock(Database db) {
    Optional<Post> next = db.inTransaction(tx -> {
      Optional<Post> job =
          tx.from(POSTS).orderBy(POSTS.id.asc()).limit(1).forUpdate().skipLocked().optional();
      job.ifPresent(post -> tx.delete(POSTS).where(POSTS.id.eq(post.id())).execute());
      return job;
    });
    equal(1L, next.orElseThrow().id());
  }

  private static void transaction(Database db) {
    TransactionOptions options = TransactionOptions.serializable()
        .retries(5)
        .timeout(Duration.ofSeconds(10))
        .setting("lock_timeout", "2s");
    long left = db.inTransaction(options, tx -> {
      tx.delete(POSTS).where(POSTS.title.eq("draft")).execute();
      try {
        tx.inSavepoint(inside ->
            inside.insert(POSTS).values(PostInsert.of(1, "Notes")).execute());
      } catch (ConstraintViolationException e) {
        if (!e.is(POSTS.uqAuthorIdTitle)) {
          throw e;
        }
      }
      return tx.from(POSTS).count();
    });
    equal(db.from(POSTS).count(), left);
    long length = db.from(POSTS).stream(rows -> rows.mapToLong(p -> p.title().length()).sum());
    long[] changed = db.batch(List.of(
        db.update(POSTS).set(POSTS.likes.to(7L)).where(POSTS.title.eq("Notes")),
        db.update(POSTS).set(POSTS.likes.to(8L)).where(POSTS.title.eq("none"))));
    List<Integer> raw = db.raw("SELECT length(title) FROM posts WHERE likes = ? ORDER BY 1")
        .bind(Type.LONG, 7L)
        .rows(row -> row.getInt(1))
        .list();
    equal(true, length > 0);
    equal(0L, changed[1]);
    equal((int) changed[0], raw.size());
  }

  private static void remove(Database db) {
    NullableExpression<String> name = USERS.name;
    List<String> gone = db.delete(POSTS)
        .using(USERS)
        .where(USERS.id.eq(POSTS.authorId), USERS.email.like("bob%"))
        .returning(coalesce(name, USERS.email))
        .list();
    Cte<Post> old = Cte.of("old", db.delete(POSTS).where(POSTS.likes.lt(1L)).returning());
    long removed = db.with(old).select(count()).from(old).one();
    db.truncate(POSTS).restartIdentity().execute();
    equal(List.of("bob@example.org", "bob@example.org"), gone);
    equal(1_000L, removed);
    equal(0L, db.from(POSTS).count());
  }

  private static void equal(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + ", found " + actual);
    }
  }
}
