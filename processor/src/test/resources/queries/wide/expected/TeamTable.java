package wide;

import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableNumberColumn;
import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NullableTextColumn;
import dev.varve.runtime.query.NullableTextExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.TextColumn;
import dev.varve.runtime.query.UnversionedTable;
import java.sql.SQLException;

/**
 * The table {@code teams} of {@link Team}.
 */
public final class TeamTable extends UnversionedTable<TeamTable, Team, TeamInsert, TeamPatch> {
  public static final TeamTable TEAMS = new TeamTable("teams");

  public final NumberColumn<TeamTable, Long> id = bigint("id");

  public final TextColumn<TeamTable> name = text("name");

  public final NullableTextColumn<TeamTable> motto = nullableText("motto");

  public final NumberColumn<TeamTable, Integer> size = integer("size");

  public final NullableNumberColumn<TeamTable, Long> rivalId = nullableBigint("rival_id");

  public final Key1<TeamTable, Team, Long> pk = key("teams_pkey", id);

  private TeamTable(String alias) {
    super("teams", alias);
  }

  @Override
  public TeamTable as(String alias) {
    return new TeamTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Team read(RowReader row, int at) throws SQLException {
    return new Team(
        row.getLong(at),
        row.getString(at + 1),
        row.findString(at + 2),
        row.getInt(at + 3),
        row.findLong(at + 4));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<TeamTable, Team> {
    public final NullableNumberExpression<Long> id = bigint();

    public final NullableTextExpression name = text();

    public final NullableTextExpression motto = text();

    public final NullableNumberExpression<Integer> size = integer();

    public final NullableNumberExpression<Long> rivalId = bigint();

    private Outer(TeamTable table) {
      super(table);
    }
  }
}
