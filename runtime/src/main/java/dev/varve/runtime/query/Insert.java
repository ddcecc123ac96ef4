package dev.varve.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An insert, with what it does where a row is there already. */
abstract sealed class Insert<S, R> permits InsertOne, InsertMany, InsertSelect {
  private final Statements statements;
  private final Table<S, R, ?, ?> table;

  Insert(Statements statements, Table<S, R, ?, ?> table) {
    this.statements = statements;
    this.table = table;
  }

  final Statements statements() {
    return statements;
  }

  final Table<S, R, ?, ?> table() {
    return table;
  }

  abstract long execute(@Nullable Node conflict);

  abstract <V> List<V> fetch(@Nullable Node conflict, Selection<V> selection);

  <V> List<V> glance(@Nullable Node conflict, Selection<V> selection) {
    return fetch(conflict, selection);
  }

  abstract void write(Sql sql, @Nullable Node conflict);

  static void writeConflict(Sql sql, @Nullable Node conflict) {
    if (conflict != null) {
      sql.conflict(conflict);
    }
  }
}
