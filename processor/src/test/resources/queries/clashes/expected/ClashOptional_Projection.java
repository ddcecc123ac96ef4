package clashes;

import dev.varve.runtime.query.Expression;
import dev.varve.runtime.query.Projection;
import dev.varve.runtime.query.RowReader;
import java.sql.SQLException;

/**
 * Selects a {@link Clash.Optional_}, each component from an expression.
 */
public final class ClashOptional_Projection extends Projection<Clash.Optional_> {
  private final Expression<Clash.Mood> row;

  private final Expression<Clash.Mood> at;

  private ClashOptional_Projection(Expression<String> optional, Expression<Clash.Mood> row,
      Expression<Clash.Mood> at, Expression<Integer> project, Expression<Integer> Project) {
    super(optional, row, at, project, Project);
    this.row = row;
    this.at = at;
  }

  public static OptionalStep project() {
    return optional -> row -> at -> project -> Project -> new ClashOptional_Projection(optional, row, at, project, Project);
  }

  @Override
  public Clash.Optional_ read(RowReader row, int at) throws SQLException {
    return new Clash.Optional_(
        row.getString(at),
        this.row.read(row, at + 1),
        this.at.read(row, at + 2),
        row.getInt(at + 3),
        row.getInt(at + 4));
  }

  public interface OptionalStep {
    RowStep optional(Expression<String> optional);
  }

  public interface RowStep {
    AtStep row(Expression<Clash.Mood> row);
  }

  public interface AtStep {
    ProjectStep at(Expression<Clash.Mood> at);
  }

  public interface ProjectStep {
    ProjectStep_ project(Expression<Integer> project);
  }

  public interface ProjectStep_ {
    ClashOptional_Projection Project(Expression<Integer> Project);
  }
}
