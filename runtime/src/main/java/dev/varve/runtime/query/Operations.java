package dev.varve.runtime.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The statements that a {@link Database} and a {@link Transaction} run. A method that takes {@code
 * Operations} works with both.
 */
public abstract sealed class Operations extends Statements permits Database, Transaction {
  Operations() {}

  /** The row with this key, if there is one. */
  public final <R, A> Optional<R> find(Key1<?, R, A> key, A a) {
    return key.find(this, a);
  }

  /** The row with this key, if there is one. */
  public final <R, A, B> Optional<R> find(Key2<?, R, A, B> key, A a, B b) {
    return key.find(this, a, b);
  }

  /** The row with this key, if there is one. */
  public final <R, A, B, C> Optional<R> find(Key3<?, R, A, B, C> key, A a, B b, C c) {
    return key.find(this, a, b, c);
  }

  /** The row with this key, if there is one. */
  public final <R, A, B, C, D> Optional<R> find(Key4<?, R, A, B, C, D> key, A a, B b, C c, D d) {
    return key.find(this, a, b, c, d);
  }

  public final <S, R, I extends NewRow<S>> InsertInto<S, R, I> insert(
      UnversionedTable<S, R, I, ?> table) {
    return new InsertInto<>(this, table);
  }

  public final <S, R, I extends NewRow<S>> VersionedInsertInto<S, R, I> insert(
      VersionedTable<S, R, I, ?, ?> table) {
    return new VersionedInsertInto<>(this, table);
  }

  /** Removes every row of these tables at once. Rows that refer to them elsewhere forbid it. */
  public final Truncate truncate(Table<?, ?, ?, ?>... tables) {
    return new Truncate(this, tables);
  }

  /**
   * Runs changes in their order, all or none, those beside each other that have the same text in one
   * go; gives how many rows each has changed. For many rows of one table an insert of many or an
   * update of {@code each} is faster.
   */
  public final long[] batch(List<? extends Modification<?>> changes) {
    return changes.isEmpty() ? new long[0] : atomically(inside -> Batch.run(inside, changes));
  }

  /**
   * SQL of the application's own, which nobody checks: for what has no words here. Each {@code ?} is
   * a parameter, to be bound in turn.
   */
  public final Raw raw(String sql) {
    return new Raw(this, sql, List.of());
  }

  /**
   * Inserts rows by {@code COPY}, the fastest way for thousands of them, one after another as they
   * come; gives their number. All or none are inserted.
   */
  public final <S, I extends NewRow<S>> long copyIn(
      Table<S, ?, I, ?> table, Iterable<? extends I> rows) {
    return new CopyIn<>(table, rows).run(this);
  }

  /**
   * Hands each row of the query to the consumer by {@code COPY}, holding none of them; gives their
   * number. {@code COPY} takes no parameters: a query with values is refused.
   */
  public final <V> long copyOut(Query<V> query, Consumer<? super V> rows) {
    return new CopyOut<>(query, rows).run(this);
  }
}
