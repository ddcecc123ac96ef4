package dev.varve.runtime.query;

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
