package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The side of an outer join that may be missing: its columns may be NULL, and the whole of it is an
 * {@code Optional}, empty where the join found no row.
 *
 * @param <R> the record of a row that is there
 */
public abstract non-sealed class Outer<R> extends Relation<Optional<R>> {
  private final Source<R> source;

  Outer(Source<R> source) {
    this.source = source;
  }

  final Source<R> source() {
    return source;
  }

  @Override
  final String name() {
    return source.name();
  }

  @Override
  final void writeSource(Sql sql) {
    source.writeSource(sql);
  }

  @Override
  final boolean isSame(Relation<?> other) {
    return other instanceof Outer<?> that && source.isSame(that.source);
  }

  @Override
  final void writeList(Sql sql) {
    sql.inScope(this, "*");
    presence();
    sql.append(wholeList());
  }

  abstract String wholeList();

  @Override
  final int width() {
    return source.width();
  }

  @Override
  final void outputs(List<Output> outputs) {
    List<Output> own = new ArrayList<>();
    source.outputs(own);
    for (int i = 0; i < own.size(); i++) {
      Output output = own.get(i);
      ColumnOf<?> column = new ColumnOf<>(this, column(output, i), i, output.type());
      outputs.add(new Output(column, null, output.name(), output.type(), true));
    }
  }

  /** The quoted name of an output in this relation. */
  abstract String column(Output output, int position);

  /**
   * The place of a column that is NULL only where no row was found: a value that is NULL in the row
   * itself tells nothing.
   */
  private int presence() {
    List<Output> outputs = new ArrayList<>();
    source.outputs(outputs);
    for (int i = 0; i < outputs.size(); i++) {
      if (!outputs.get(i).nullable()) {
        return i;
      }
    }
    throw new StatementException("All columns of "
        + name()
        + " may be NULL, so it cannot be told whether a row was found. Select its columns, and one"
        + " that is never NULL beside them.");
  }

  private int present = -1;

  @Override
  public final Optional<R> read(RowReader row, int at) throws SQLException {
    if (present < 0) {
      present = presence();
    }
    return row.isNull(at + present) ? Optional.empty() : Optional.of(source.read(row, at));
  }
}
