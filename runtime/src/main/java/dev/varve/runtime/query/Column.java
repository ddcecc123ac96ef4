package dev.varve.runtime.query;

/**
 * A column that is NOT NULL.
 *
 * @param <S> the table that it belongs to
 */
public class Column<S, T> extends Expression<T> {
  private final ColumnOf<T> column;

  Column(ColumnOf<T> column) {
    this.column = column;
  }

  @Override
  final Type<T> type() {
    return column.type();
  }

  @Override
  final void write(Sql sql) {
    column.write(sql);
  }

  final int position() {
    return column.position();
  }

  /** For a version: what it is set to by an update. */
  Assignment<S> next() {
    return new Assignment<>(column, new Now<>(column.type()));
  }

  /** Assigns a value, in an update. */
  public final Assignment<S> to(T value) {
    return new Assignment<>(column, value(value));
  }

  /** Assigns what the server computes, in an update. */
  public final Assignment<S> to(Expression<T> value) {
    return new Assignment<>(column, value);
  }

  /** The server's clock, which also moves on within a transaction. */
  private static final class Now<T> extends Expression<T> {
    private final Type<T> type;

    Now(Type<T> type) {
      this.type = type;
    }

    @Override
    Type<T> type() {
      return type;
    }

    @Override
    void write(Sql sql) {
      sql.append("clock_timestamp()");
    }
  }
}
