package dev.varve.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An insert, update, delete or merge that is complete: it runs once, by {@link #execute} or by the
 * end of {@link #returning()}.
 *
 * @param <R> the record of the table
 */
public abstract class Modification<R> {
  private final Statements statements;
  private final Table<?, R, ?, ?> table;

  Modification(Statements statements, Table<?, R, ?, ?> table) {
    this.statements = statements;
    this.table = table;
  }

  final Statements statements() {
    return statements;
  }

  final Table<?, R, ?, ?> table() {
    return table;
  }

  /** Writes the statement without what it returns. */
  abstract void write(Sql sql);

  /** The statement's text, and below it the values, sensitive ones left out. */
  @Override
  public final String toString() {
    Sql sql = new Sql();
    write(sql);
    return sql.toString();
  }

  /** Runs it and tells how many rows it changed. */
  public long execute() {
    Sql sql = new Sql();
    write(sql);
    long count = statements.run(sql.text(), sql, Fetch.CHANGED);
    changed(count);
    return count;
  }

  /** The whole rows, as they are after the change; for a delete, as they were. */
  public final Results<R> returning() {
    return returning(table);
  }

  /** A column, an expression or a projection of the rows that it changes. */
  public final <V> Results<V> returning(Selection<V> selection) {
    return new Returned<>(this, selection);
  }

  /** Runs it and gives what it returns. */
  <V> List<V> fetch(Selection<V> selection) {
    Sql sql = new Sql();
    write(sql, selection);
    List<V> rows = statements.run(sql.text(), sql, Fetch.list(selection));
    changed(rows.size());
    return rows;
  }

  /** The same, for a list that nobody keeps. */
  <V> List<V> glance(Selection<V> selection) {
    return fetch(selection);
  }

  /** After it has run. */
  void changed(long count) {}

  private void write(Sql sql, Selection<?> selection) {
    write(sql);
    writeReturning(sql, selection);
  }

  static String returning(Table<?, ?, ?, ?> table, Selection<?> selection) {
    Sql sql = new Sql();
    sql.enter(table);
    writeReturning(sql, selection);
    return "\n" + sql.text();
  }

  static void writeReturning(Sql sql, Selection<?> selection) {
    sql.line("RETURNING ");
    selection.writeList(sql);
  }

  /** {@code WHERE …}, unless every row is meant. */
  static void writeWhere(Sql sql, Condition where, @Nullable Condition more) {
    Condition rows = more == null ? where : where.and(more);
    if (!rows.isEmpty()) {
      sql.line("WHERE ");
      rows.write(sql);
    }
  }

  private static final class Returned<V> extends Results<V> {
    private final Modification<?> modification;
    private final Selection<V> selection;

    Returned(Modification<?> modification, Selection<V> selection) {
      this.modification = modification;
      this.selection = selection;
    }

    @Override
    Selection<V> selection() {
      return selection;
    }

    @Override
    void write(Sql sql) {
      modification.write(sql, selection);
    }

    @Override
    public List<V> list() {
      return modification.fetch(selection);
    }

    @Override
    List<V> glance() {
      return modification.glance(selection);
    }
  }
}
