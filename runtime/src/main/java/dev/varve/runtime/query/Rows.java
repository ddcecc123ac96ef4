package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of a query under a name: a {@link Subquery} or a {@link Cte}. Its columns stand for what
 * the query selects: {@code best.get(POSTS.title)}.
 *
 * @param <V> what one row is in Java
 */
public abstract sealed class Rows<V> extends Source<V> permits Subquery, Cte {
  private final String name;
  private final Selection<V> selection;
  private final List<Output> outputs = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  Rows(String name, Selection<V> selection) {
    this.name = Sql.quoted(name);
    this.selection = selection;
    selection.outputs(outputs);
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < outputs.size(); i++) {
      String column = outputs.get(i).name();
      if (column.isEmpty() || !taken.add(column)) {
        column = "\"c" + (i + 1) + "\"";
        taken.add(column);
      }
      names.add(column);
    }
  }

  /** The column that stands for this expression, which the query selects. */
  public final <T> Expression<T> get(Expression<T> selected) {
    ColumnOf<T> column = column(selected);
    if (outputs.get(column.position()).nullable()) {
      throw new StatementException("A column of " + name + " may be NULL.");
    }
    return new Computed<>(selected.type(), column);
  }

  /** The column that stands for this expression, which the query selects. */
  public final <T> NullableExpression<T> get(NullableExpression<T> selected) {
    return new NullableComputed<>(selected.type(), column(selected));
  }

  /** The column that stands for this text, which the query selects. */
  public final TextExpression get(TextColumn<?> selected) {
    return new TextExpression(column(selected));
  }

  /** The column that stands for this number, which the query selects. */
  public final <T extends Number> NumberExpression<T> get(NumberColumn<?, T> selected) {
    return new NumberExpression<>(selected.type(), column(selected));
  }

  final <T> ColumnOf<T> column(Operand<T, ?> selected) {
    int position = SelectText.position(outputs, selected);
    if (position < 0) {
      throw new StatementException("A column is taken from "
          + name
          + " for something that its query does not select. Take it for what stands in its select"
          + " list; an expression that is no column is kept in a variable.");
    }
    return new ColumnOf<>(this, names.get(position), position, selected.type());
  }

  /** The rows as the outer side of a join. */
  public final OuterRows<V> outer() {
    return new OuterRows<>(this);
  }

  final String columnName(int position) {
    return names.get(position);
  }

  /** {@code "name" ("column", …)}. */
  final void writeDefinition(Sql sql) {
    sql.append(name).append(" (").append(String.join(", ", names)).append(")");
  }

  @Override
  final String name() {
    return name;
  }

  @Override
  final void writeList(Sql sql) {
    sql.inScope(this, "*");
    sql.append(wholeList());
  }

  final String wholeList() {
    return String.join(", ", names.stream().map(column -> name + "." + column).toList());
  }

  @Override
  final void outputs(List<Output> all) {
    for (int i = 0; i < outputs.size(); i++) {
      Output output = outputs.get(i);
      ColumnOf<?> column = new ColumnOf<>(this, names.get(i), i, output.type());
      all.add(new Output(column, null, names.get(i), output.type(), output.nullable()));
    }
  }

  @Override
  final int width() {
    return selection.width();
  }

  @Override
  public final V read(RowReader row, int at) throws SQLException {
    return selection.read(row, at);
  }
}
