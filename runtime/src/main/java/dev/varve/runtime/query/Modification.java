package dev.varve.runtime.query;

import java.util.List;

/**
 * An insert, update or delete that is complete: it runs once, by {@link #execute} or by the end of
 * {@link #returning()}.
 *
 * @param <R> the record of the table
 */
public abstract class Modification<R> {
  private final Table<?, R, ?, ?> table;

  Modification(Table<?, R, ?, ?> table) {
    this.table = table;
  }

  /** Runs it and tells how many rows it changed. */
  public abstract long execute();

  /** The whole rows, as they are after the change; for a delete, as they were. */
  public final Results<R> returning() {
    return returning(table);
  }

  /** A column, an expression or a projection of the rows that it changes. */
  public final <V> Results<V> returning(Selection<V> selection) {
    return new Returned<>(this, selection);
  }

  /** Runs it and gives what it returns. */
  abstract <V> List<V> fetch(Selection<V> selection);

  static String returning(Table<?, ?, ?, ?> table, Selection<?> selection) {
    Sql sql = new Sql();
    sql.enter(table);
    writeReturning(sql, selection);
    return sql.text();
  }

  static void writeReturning(Sql sql, Selection<?> selection) {
    sql.append("\nRETURNING ");
    selection.write(sql);
  }

  private static final class Returned<V> extends Results<V> {
    private final Modification<?> modification;
    private final Selection<V> selection;

    Returned(Modification<?> modification, Selection<V> selection) {
      this.modification = modification;
      this.selection = selection;
    }

    @Override
    public List<V> list() {
      return modification.fetch(selection);
    }
  }
}
