package dev.varve.runtime.query;

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
public abstract sealed class Key<S, R> permits Key1, Key2, Key3, Key4 {
  private final Table<S, R, ?, ?> table;
  private final String constraint;
  private final List<Operand<?, ?>> columns;
  private @Nullable String text;

  Key(Table<S, R, ?, ?> table, String constraint, List<Operand<?, ?>> columns) {
    this.table = table;
    this.constraint = constraint;
    this.columns = columns;
  }

  /** The constraint's name in the database. */
  public final String constraint() {
    return constraint;
  }

  final Table<S, R, ?, ?> table() {
    return table;
  }

  final List<Operand<?, ?>> columns() {
    return columns;
  }

  /** The columns' names, quoted. */
  final String names() {
    return String.join(
        ", ", columns.stream().map(c -> ((ColumnOf<?>) c.node()).name()).toList());
  }

  final Optional<R> find(Operations operations, Binder values) {
    return operations.run(text(), values, Fetch.atMostOne(table));
  }

  static <T> T present(T value) {
    return Objects.requireNonNull(value, "A key has no null: no row is found by NULL");
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
