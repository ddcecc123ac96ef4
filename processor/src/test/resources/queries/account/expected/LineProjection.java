package shop;

import dev.varve.runtime.query.Expression;
import dev.varve.runtime.query.Operand;
import dev.varve.runtime.query.Projection;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.Selection;
import java.sql.SQLException;

/**
 * Selects a {@link Line}, each component from an expression.
 */
public final class LineProjection extends Projection<Line> {
  private final Selection<Account> account;

  private final Expression<Mood> mood;

  private LineProjection(Expression<String> email, Operand<String, ?> name,
      Selection<Account> account, Expression<Mood> mood, Expression<Long> total) {
    super(email, name, account, mood, total);
    this.account = account;
    this.mood = mood;
  }

  public static EmailStep project() {
    return email -> name -> account -> mood -> total -> new LineProjection(email, name, account, mood, total);
  }

  @Override
  public Line read(RowReader row, int at) throws SQLException {
    return new Line(
        row.getString(at),
        row.findString(at + 1),
        account.read(row, at + 2),
        mood.read(row, at + offset(3)),
        row.getLong(at + offset(4)));
  }

  public interface EmailStep {
    NameStep email(Expression<String> email);
  }

  public interface NameStep {
    AccountStep name(Operand<String, ?> name);
  }

  public interface AccountStep {
    MoodStep account(Selection<Account> account);
  }

  public interface MoodStep {
    TotalStep mood(Expression<Mood> mood);
  }

  public interface TotalStep {
    LineProjection total(Expression<Long> total);
  }
}
