package dev.varve.runtime.query;

import java.sql.SQLException;

/** An {@link Operand} that is never NULL. */
public abstract class Expression<T> extends Operand<T, T> {
  Expression() {}

  @Override
  public final T read(RowReader row, int at) throws SQLException {
    return RowReader.present(type().read(row, at), at);
  }
}
