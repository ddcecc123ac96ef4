package dev.varve.runtime.query.sample;

import dev.varve.runtime.query.Expression;
import dev.varve.runtime.query.Operand;
import dev.varve.runtime.query.Projection;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.Selection;
import java.sql.SQLException;

/** Selects a {@link Line}: every component takes an expression of its type. */
public final class LineProjection extends Projection<Line> {
  private final Selection<User> author;
  private final Operand<String, ?> name;

  private LineProjection(
      Expression<String> title,
      Selection<User> author,
      Operand<String, ?> name,
      Expression<Long> likes) {
    super(title, author, name, likes);
    this.author = author;
    this.name = name;
  }

  public static TitleStep project() {
    return title -> author -> name -> likes -> new LineProjection(title, author, name, likes);
  }

  @Override
  public Line read(RowReader row, int at) throws SQLException {
    return new Line(
        row.getString(at),
        author.read(row, at + 1),
        name.readOptional(row, at + offset(2)),
        row.getLong(at + offset(3)));
  }

  public interface TitleStep {
    AuthorStep title(Expression<String> title);
  }

  public interface AuthorStep {
    NameStep author(Selection<User> author);
  }

  public interface NameStep {
    LikesStep name(Operand<String, ?> name);
  }

  public interface LikesStep {
    LineProjection likes(Expression<Long> likes);
  }
}
