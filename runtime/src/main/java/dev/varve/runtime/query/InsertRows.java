package dev.varve.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An insert that is complete, unless it is to say what to do where a row is there already. */
public abstract sealed class InsertRows<S, R> extends Modification<R>
    permits InsertRows.Final, UnversionedInsert, VersionedInsert {
  private final Insert<S, R> insert;
  private final @Nullable Node conflict;

  InsertRows(Insert<S, R> insert, @Nullable Node conflict) {
    super(insert.statements(), insert.table());
    this.insert = insert;
    this.conflict = conflict;
  }

  final Insert<S, R> insert() {
    return insert;
  }

  /**
   * Leaves out each row that breaks a unique key. Only rows that were inserted are counted and
   * returned.
   */
  public final Modification<R> onConflictDoNothing() {
    return new Final<>(insert, sql -> sql.line("ON CONFLICT DO NOTHING"));
  }

  @Override
  public final long execute() {
    return insert.execute(conflict);
  }

  @Override
  final <V> List<V> fetch(Selection<V> selection) {
    return insert.fetch(conflict, selection);
  }

  @Override
  final <V> List<V> glance(Selection<V> selection) {
    return insert.glance(conflict, selection);
  }

  @Override
  final void write(Sql sql) {
    insert.write(sql, conflict);
  }

  /** With what it does where a row is there already. */
  static final class Final<S, R> extends InsertRows<S, R> {
    Final(Insert<S, R> insert, Node conflict) {
      super(insert, conflict);
    }
  }
}
