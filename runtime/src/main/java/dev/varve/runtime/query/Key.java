package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Columns that no two rows have in common: the primary key or a unique constraint. {@code find}
 * takes nothing else, so that it can promise at most one row.
 *
 * @param <S> the table
 * @param <R> its record
 */
public abstract sealed class Key<S, R> extends Constraint permits Key1, Key2, Key3, Key4 {
  private final Table<S, R, ?, ?> table;
  private final List<Operand<?, ?>> columns;
  private @Nullable String text;
  private @Nullable Fetch<Optional<R>> one;

  Key(Table<S, R, ?, ?> table, String constraint, List<Operand<?, ?>> columns) {
    super(table, constraint);
    this.table = table;
    this.columns = columns;
  }

  final Table<S, R, ?, ?> table() {
    return table;
  }

  final List<Operand<?, ?>> columns() {
    return columns;
  }

  /** Its values, for a message. */
  final List<String> shown(List<?> values) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      texts.add(columns.get(i).type().shown(values.get(i)));
    }
    return texts;
  }

  /** The columns' names, quoted. */
  final String names() {
    return String.join(
        ", ", columns.stream().map(c -> ((ColumnOf<?>) c.node()).name()).toList());
  }

  final Optional<R> find(Operations operations, Object... values) {
    for (Object value : values) {
      Objects.requireNonNull(value, "A key has no null: no row is found by NULL");
    }
    Fetch<Optional<R>> fetch = one;
    if (fetch == null) {
      fetch = Fetch.atMostOne(table);
      one = fetch;
    }
    return operations.run(text(), new Values(values), fetch);
  }

  private final class Values implements Binder {
    private final Object[] values;

    Values(Object[] values) {
      this.values = values;
    }

    @Override
    public void bind(PreparedStatement statement) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        columns.get(i).type().setUnchecked(statement, i + 1, values[i]);
      }
    }

    @Override
    public List<String> texts() {
      return shown(List.of(values));
    }

    @Override
    public boolean isSensitive() {
      return table.isSensitive();
    }
  }

  /** One text for all calls, so that the driver knows it as the statement it has prepared. */
  private String text() {
    String known = text;
    if (known == null) {
      Sql sql = new Sql();
      sql.enter(table);
      sql.append("SELECT ").append(table.selectList()).append("\nFROM ");
      table.writeSource(sql);
      String separator = "\nWHERE ";
      for (Operand<?, ?> column : columns) {
        sql.append(separator);
        separator = " AND ";
        column.write(sql);
        sql.append(" = ").append(column.type().placeholder());
      }
      known = sql.text();
      text = known;
    }
    return known;
  }
}
