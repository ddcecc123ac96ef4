package declared;

import dev.varve.runtime.query.ArrayColumn;
import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.Composites;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableArrayExpression;
import dev.varve.runtime.query.NullableColumn;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.UnversionedTable;
import java.sql.SQLException;
import java.util.List;

/**
 * The table {@code game} of {@link Game}.
 */
public final class GameTable extends UnversionedTable<GameTable, Game, GameInsert, GamePatch> {
  public static final GameTable GAME = new GameTable("game");

  public final NumberColumn<GameTable, Long> id = bigint("id");

  public final Column<GameTable, Email> email = column("email", Type.STRING.as("email").map(Email::new, Email::value));

  public final ArrayColumn<GameTable, List<Email>, Email> emails = array("emails", Type.STRING.as("email").map(Email::new, Email::value).list());

  public final NullableColumn<GameTable, Score> score = nullable("score", Type.INT.as("games.score").map(Score::new, Score::points));

  public final Column<GameTable, Whole> whole = column("whole", Composites.<Whole>of("games.\"Whole \"\"thing\"\"\"", v -> new Whole(v.find(0), v.get(1)),
  Composites.optional(Composites.<Whole.Inner>of("\"inner\"", v -> new Whole.Inner(v.get(0), v.find(1)),
  Composites.part(Type.STRING, Whole.Inner::text),
  Composites.optional(Type.INT, Whole.Inner::number)), Whole::first),
  Composites.part(Composites.<Whole.Inner>of("\"inner\"", v -> new Whole.Inner(v.get(0), v.find(1)),
  Composites.part(Type.STRING, Whole.Inner::text),
  Composites.optional(Type.INT, Whole.Inner::number)).list(), Whole::others)));

  public final NullableColumn<GameTable, Part> part = nullable("part", Composites.<Part>of("part", v -> new Part(v.get(0), v.get(1), v.get(2), v.find(3), v.getOrNull(4), v.get(5), v.get(6), v.get(7), v.get(8), v.get(9), v.get(10)),
  Composites.part(Type.STRING, Part::text),
  Composites.part(Type.INT, Part::number),
  Composites.part(Type.BOOLEAN, Part::flag),
  Composites.optional(Type.DECIMAL, Part::amount),
  Composites.nullable(Type.STRING, Part::note),
  Composites.part(Type.STRING.list(), Part::words),
  Composites.part(Type.INSTANT, Part::at),
  Composites.part(Type.UUID, Part::key),
  Composites.part(Type.enumOf("level", Level.values()), Part::level),
  Composites.part(Type.STRING.as("email").map(Email::new, Email::value), Part::email),
  Composites.part(Type.BYTES, Part::bytes)));

  public final ArrayColumn<GameTable, List<Part>, Part> parts = array("parts", Composites.<Part>of("part", v -> new Part(v.get(0), v.get(1), v.get(2), v.find(3), v.getOrNull(4), v.get(5), v.get(6), v.get(7), v.get(8), v.get(9), v.get(10)),
  Composites.part(Type.STRING, Part::text),
  Composites.part(Type.INT, Part::number),
  Composites.part(Type.BOOLEAN, Part::flag),
  Composites.optional(Type.DECIMAL, Part::amount),
  Composites.nullable(Type.STRING, Part::note),
  Composites.part(Type.STRING.list(), Part::words),
  Composites.part(Type.INSTANT, Part::at),
  Composites.part(Type.UUID, Part::key),
  Composites.part(Type.enumOf("level", Level.values()), Part::level),
  Composites.part(Type.STRING.as("email").map(Email::new, Email::value), Part::email),
  Composites.part(Type.BYTES, Part::bytes)).list());

  public final Column<GameTable, Words> words = column("words", Type.STRING.list().as("words").map(Words::new, Words::value));

  public final NullableColumn<GameTable, Grid> grid = nullable("grid", Type.INTS.as("grid").map(Grid::new, Grid::cells));

  public final ArrayColumn<GameTable, List<Words>, Words> texts = array("texts", Type.STRING.list().as("words").map(Words::new, Words::value).list());

  public final Key1<GameTable, Game, Long> pk = key("game_pkey", id);

  private GameTable(String alias) {
    super("game", alias);
  }

  @Override
  public GameTable as(String alias) {
    return new GameTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Game read(RowReader row, int at) throws SQLException {
    return new Game(
        row.getLong(at),
        email.read(row, at + 1),
        emails.read(row, at + 2),
        score.read(row, at + 3),
        whole.read(row, at + 4),
        part.read(row, at + 5),
        parts.read(row, at + 6),
        words.read(row, at + 7),
        grid.read(row, at + 8),
        texts.read(row, at + 9));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<GameTable, Game> {
    public final NullableNumberExpression<Long> id = bigint();

    public final NullableExpression<Email> email = column(table().email);

    public final NullableArrayExpression<List<Email>, Email> emails = array(table().emails);

    public final NullableExpression<Score> score = column(table().score);

    public final NullableExpression<Whole> whole = column(table().whole);

    public final NullableExpression<Part> part = column(table().part);

    public final NullableArrayExpression<List<Part>, Part> parts = array(table().parts);

    public final NullableExpression<Words> words = column(table().words);

    public final NullableExpression<Grid> grid = column(table().grid);

    public final NullableArrayExpression<List<Words>, Words> texts = array(table().texts);

    private Outer(GameTable table) {
      super(table);
    }
  }
}
