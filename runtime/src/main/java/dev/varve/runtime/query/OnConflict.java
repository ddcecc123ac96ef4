package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an insert does where a row with the same key is there already. */
public final class OnConflict<S, R> {
  private final Insert<S, R> insert;
  private final Key<S, R> key;
  private final @Nullable Assignment<S> version;

  OnConflict(Insert<S, R> insert, Key<S, R> key, @Nullable Assignment<S> version) {
    this.insert = insert;
    this.key = key;
    this.version = version;
  }

  /** Leaves the row that is there as it is, and out of what is counted and returned. */
  public Modification<R> doNothing() {
    return new InsertRows.Final<>(insert, sql -> {
      writeTarget(sql);
      sql.append(" DO NOTHING");
    });
  }

  /**
   * Changes the row that is there. What the insert gave is {@link Column#excluded}. Rows of one
   * insert must not have the same key.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final OnConflictUpdate<S, R> doUpdate(Assignment<S> first, Assignment<S>... more) {
    List<Assignment<S>> all = new ArrayList<>(Clauses.with(List.of(first), List.of(more)));
    if (version != null) {
      version.requireUncounted(all);
      all.add(version);
    }
    return new OnConflictUpdate<>(insert, this::writeTarget, all, Condition.EMPTY);
  }

  private void writeTarget(Sql sql) {
    sql.line("ON CONFLICT (").append(key.names()).append(")");
  }
}
