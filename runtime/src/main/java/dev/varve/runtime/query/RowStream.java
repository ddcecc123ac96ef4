package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of a cursor, for as long as the work that was given them runs. */
final class RowStream<V, X> implements Fetch<X>, Spliterator<V> {
  /** Rows that come at once, if the caller does not say how many. */
  static final int PAGE = 1_000;

  private final Lease lease;
  private final Selection<V> selection;
  private final int page;
  private final Function<? super Stream<V>, ? extends X> work;
  private @Nullable ResultSet rows;
  private @Nullable RowReader reader;
  private @Nullable Failure failure;
  private long count;

  RowStream(
      Lease lease,
      Selection<V> selection,
      int page,
      Function<? super Stream<V>, ? extends X> work) {
    this.lease = lease;
    this.selection = selection;
    this.page = page;
    this.work = work;
  }

  static <V, X> X run(
      Statements statements,
      Results<V> results,
      int page,
      Function<? super Stream<V>, ? extends X> work) {
    if (page < 1) {
      throw new StatementException("Rows come at least one at a time, not " + page + ".");
    }
    Sql sql = new Sql();
    results.write(sql);
    return statements.atomically(inside -> inside.<X>run(
        sql.text(), sql, new RowStream<>(inside.lease(), results.selection(), page, work)));
  }

  @Override
  public X from(PreparedStatement statement) throws SQLException {
    statement.setFetchSize(page);
    try (ResultSet result = statement.executeQuery()) {
      reader = new RowReader(result);
      rows = result;
      X given = work.apply(StreamSupport.stream(this, false));
      if (failure != null) {
        throw failure.cause();
      }
      return given;
    } catch (Failure e) {
      throw e.cause();
    } finally {
      rows = null;
    }
  }

  @Override
  public long rows(X result) {
    return count;
  }

  @Override
  public boolean tryAdvance(Consumer<? super V> action) {
    V row = next();
    if (row == null) {
      return false;
    }
    action.accept(row);
    return true;
  }

  private @Nullable V next() {
    ResultSet open = rows;
    RowReader row = reader;
    if (open == null || row == null) {
      throw new StatementException("These rows ended with the block that was given their stream."
          + " Use them inside of it, or collect what is needed there.");
    }
    lease.requireUncancelled();
    try {
      if (!open.next()) {
        return null;
      }
      count++;
      return selection.read(row, 1);
    } catch (SQLException e) {
      failure = new Failure(e);
      throw failure;
    }
  }

  @Override
  public @Nullable Spliterator<V> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED;
  }

  /** Carries the driver's exception through the stream. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final SQLException cause;

    Failure(SQLException cause) {
      super(cause);
      this.cause = cause;
    }

    SQLException cause() {
      return cause;
    }
  }
}
