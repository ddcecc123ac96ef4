package dev.varve.runtime.query;

import java.util.List;
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
    writeValue(sql);
  }

  void writeValue(Sql sql) {
    long mark = sql.mark();
    sql.touch(column.type());
    writeOperand(sql);
    sql.protect(mark);
  }

  private void writeOperand(Sql sql) {
    if (value == null) {
      sql.append("NULL");
    } else {
      value.write(sql);
    }
  }

  /** Of its value, where it is selected. */
  void outputs(List<Output> outputs) {
    if (value == null) {
      outputs.add(new Output(null, null, "", column.type(), true));
    } else {
      value.outputs(outputs);
    }
  }

  static void writeAll(Sql sql, List<? extends Assignment<?>> assignments) {
    String separator = "SET ";
    for (Assignment<?> assignment : assignments) {
      if (separator.equals(", ")) {
        sql.append(separator);
      } else {
        sql.line(separator);
      }
      separator = ", ";
      assignment.write(sql);
    }
  }

  /** Of what counts a version: that nothing else sets it. */
  void requireUncounted(List<? extends Assignment<?>> others) {
    for (Assignment<?> other : others) {
      if (other.column.position() == column.position()) {
        throw new StatementException("The update sets "
            + column.table().name()
            + "."
            + column.name()
            + ", which is the version and counts itself. Leave it out.");
      }
    }
  }
}
