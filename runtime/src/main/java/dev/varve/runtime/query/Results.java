package dev.varve.runtime.query;

import java.util.List;
import java.util.Optional;

/** What a statement gives; each method runs it. */
public abstract class Results<V> {
  Results() {}

  /** What it gives, as an insert, update, delete or select names it. */
  abstract Selection<V> selection();

  /** Writes the statement. */
  abstract void write(Sql sql);

  /** The statement's text, as it is run: its values are parameters. */
  public final String sql() {
    Sql sql = new Sql();
    write(sql);
    return sql.text();
  }

  /** The statement's text, and below it the values, sensitive ones left out. */
  @Override
  public final String toString() {
    Sql sql = new Sql();
    write(sql);
    return sql.toString();
  }

  /** All rows; the list is the caller's. */
  public abstract List<V> list();

  /** The same for one look at it. */
  List<V> glance() {
    return list();
  }

  /**
   * The only row.
   *
   * @throws RowCountException if there is none, or more than one
   */
  public final V one() {
    List<V> rows = glance();
    if (rows.size() != 1) {
      throw new RowCountException("one row", rows.size());
    }
    return rows.get(0);
  }

  /**
   * The only row, if there is one.
   *
   * @throws RowCountException if there is more than one
   */
  public final Optional<V> optional() {
    List<V> rows = glance();
    if (rows.size() > 1) {
      throw new RowCountException("at most one row", rows.size());
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }
}
