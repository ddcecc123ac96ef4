package dev.varve.runtime.query;

import org.jspecify.annotations.Nullable;

/**
 * {@code column = value}, in an update.
 *
 * @param <S> the table that the column belongs to
 */
public final class Assignment<S> {
  private final ColumnOf<?> column;

  /** Null is NULL. */
  private final @Nullable Operand<?, ?> value;

  Assignment(ColumnOf<?> column, @Nullable Operand<?, ?> value) {
    this.column = column;
    this.value = value;
  }

  /** For a value that generated code has put in the place of this column. */
  @SuppressWarnings("unchecked")
  static <T> Assignment<?> unchecked(ColumnOf<T> column, @Nullable Object value) {
    return new Assignment<>(column, value == null ? null : new Value<>(column.type(), (T) value));
  }

  ColumnOf<?> column() {
    return column;
  }

  void write(Sql sql) {
    sql.inScope(column.table(), column.name());
    sql.append(column.name()).append(" = ");
    if (value == null) {
      sql.append("NULL");
    } else {
      value.write(sql);
    }
  }
}
