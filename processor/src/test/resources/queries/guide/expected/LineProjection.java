package guide;

import dev.varve.runtime.query.Expression;
import dev.varve.runtime.query.Projection;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.Selection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Selects a {@link Line}, each component from an expression.
 */
public final class LineProjection extends Projection<Line> {
  private final Selection<User> author;

  private final Selection<Optional<Post>> best;

  private LineProjection(Selection<User> author, Selection<Optional<Post>> best,
      Expression<Long> posts) {
    super(author, best, posts);
    this.author = author;
    this.best = best;
  }

  public static AuthorStep project() {
    return author -> best -> posts -> new LineProjection(author, best, posts);
  }

  @Override
  public Line read(RowReader row, int at) throws SQLException {
    return new Line(
        author.read(row, at),
        best.read(row, at + offset(1)),
        row.getLong(at + offset(2)));
  }

  public interface AuthorStep {
    BestStep author(Selection<User> author);
  }

  public interface BestStep {
    PostsStep best(Selection<Optional<Post>> best);
  }

  public interface PostsStep {
    LineProjection posts(Expression<Long> posts);
  }
}
