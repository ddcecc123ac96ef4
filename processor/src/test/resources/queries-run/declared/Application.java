package declared;

import static declared.GameTable.GAME;

import dev.varve.runtime.query.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Domains and composite types go in and come out without loss, quotes and all. */
public final class Application implements Consumer<DataSource> {
  private static final List<String> TEXTS = List.of(
      "", " ", "a b", "\"", "\\", "\\\"", "a,b", "(x)", "{y}", "NULL", "null", "'", "\n\t", "é𝄞", "\"\"", ",", "()");

  public Application() {}

  @Override
  public void accept(DataSource source) {
    Database db = Database.of(source);
    long id = 0;
    for (String text : TEXTS) {
      Game game = game(++id, text);
      check(game, db.insert(GAME).values(row(game)).returning().one());
      check(game, db.find(GAME.pk, id).orElseThrow());
      check(id, db.from(GAME).where(GAME.part.eq(part(text)).and(GAME.id.eq(id))).one().id());
    }
    List<Game> all = TEXTS.stream().map(text -> game(TEXTS.indexOf(text) + 1, text)).toList();
    db.delete(GAME).allRows().execute();
    db.insert(GAME).values(all.stream().map(Application::row).toList()).execute();
    List<Game> found = db.from(GAME).orderBy(GAME.id.asc()).list();
    for (int i = 0; i < all.size(); i++) {
      check(all.get(i), found.get(i));
    }
    check(all.get(0), db.from(GAME).where(GAME.email.eq(new Email("0@x")).not()).orderBy(GAME.id.asc()).limit(1).one());
    check(1L, db.from(GAME).where(GAME.words.eq(all.get(0).words())).orderBy(GAME.id.asc()).limit(1).one().id());
    db.update(GAME).set(GamePatch.of().scoreNull().partNull()).allRows().execute();
    check(Optional.empty(), db.find(GAME.pk, 1L).orElseThrow().part());
    check(Optional.empty(), db.find(GAME.pk, 1L).orElseThrow().score());
  }

  private static Part part(String text) {
    return new Part(
        text,
        -1,
        text.isEmpty(),
        text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal("1.50")),
        text.isEmpty() ? null : text,
        Arrays.asList(text, "x", null),
        Instant.parse("2026-11-21T12:00:00.123456Z"),
        new UUID(1, 2),
        Level.HIGH,
        new Email(text + "@x"),
        new byte[] {0, 34, 92, -1});
  }

  private static Game game(long id, String text) {
    Whole.Inner inner = new Whole.Inner(text, Optional.empty());
    return new Game(
        id,
        new Email(text + "@x"),
        List.of(new Email(text + "@y"), new Email("z@\"")),
        Optional.of(new Score(7)),
        new Whole(
            text.isEmpty() ? Optional.empty() : Optional.of(inner),
            List.of(inner, new Whole.Inner("\"" + text, Optional.of(3)))),
        Optional.of(part(text)),
        List.of(part(text), part("x" + text)),
        new Words(Arrays.asList(text, null, "x")),
        Optional.of(new Grid(new int[] {1, -2})),
        List.of(new Words(List.of(text, "{}")), new Words(List.of())));
  }

  private static GameInsert row(Game game) {
    return GameInsert.of(game.id(), game.email(), game.emails(), game.whole(), game.parts(), game.words(), game.texts())
        .grid(game.grid().orElseThrow())
        .score(game.score().orElseThrow())
        .part(game.part().orElseThrow());
  }

  private static void check(Object expected, Object actual) {
    if (!text(expected).equals(text(actual))) {
      throw new AssertionError("Expected " + text(expected) + ", found " + text(actual));
    }
  }

  /** An array in a record is equal only to itself. */
  private static String text(Object value) {
    if (value instanceof Game game) {
      return game.id() + game.email().toString() + game.emails() + game.score() + game.whole()
          + game.part().map(Application::text) + game.parts().stream().map(Application::text).toList()
          + game.words() + game.grid().map(grid -> Arrays.toString(grid.cells())) + game.texts();
    }
    return value instanceof Part part
        ? List.of(part.text(), part.number(), part.flag(), part.amount(), String.valueOf(part.note()), part.words(), part.at(),
            part.key(), part.level(), part.email(), Arrays.toString(part.bytes())).toString()
        : value.toString();
  }
}
