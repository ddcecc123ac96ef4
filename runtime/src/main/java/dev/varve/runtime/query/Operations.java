package dev.varve.runtime.query;

import java.util.Optional;
import java.util.function.Function;

/**
 * The statements that a {@link Database} and a {@link Transaction} run. A method that takes {@code
 * Operations} works with both.
 */
public abstract sealed class Operations permits Database, Transaction {
  Operations() {}

  /** Runs one statement. */
  abstract <X> X run(String sql, Binder values, Fetch<X> fetch);

  /** Runs several statements, all or none. */
  abstract <X> X atomically(Function<Operations, X> work);

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

  /** Whole rows of a table. */
  public final <R> Select<R> from(Source<R> source) {
    return new Select<>(this, source, source);
  }

  public final <V> SelectFrom<V> select(Selection<V> selection) {
    return new SelectFrom<>(this, selection);
  }

  public final <A, B> SelectFrom<Row2<A, B>> select(Selection<A> a, Selection<B> b) {
    return new SelectFrom<>(this, Tuple.of(a, b));
  }

  public final <A, B, C> SelectFrom<Row3<A, B, C>> select(
      Selection<A> a, Selection<B> b, Selection<C> c) {
    return new SelectFrom<>(this, Tuple.of(a, b, c));
  }

  public final <A, B, C, D> SelectFrom<Row4<A, B, C, D>> select(
      Selection<A> a, Selection<B> b, Selection<C> c, Selection<D> d) {
    return new SelectFrom<>(this, Tuple.of(a, b, c, d));
  }

  public final <A, B, C, D, E> SelectFrom<Row5<A, B, C, D, E>> select(
      Selection<A> a, Selection<B> b, Selection<C> c, Selection<D> d, Selection<E> e) {
    return new SelectFrom<>(this, Tuple.of(a, b, c, d, e));
  }

  public final <A, B, C, D, E, F> SelectFrom<Row6<A, B, C, D, E, F>> select(
      Selection<A> a,
      Selection<B> b,
      Selection<C> c,
      Selection<D> d,
      Selection<E> e,
      Selection<F> f) {
    return new SelectFrom<>(this, Tuple.of(a, b, c, d, e, f));
  }

  public final <A, B, C, D, E, F, G> SelectFrom<Row7<A, B, C, D, E, F, G>> select(
      Selection<A> a,
      Selection<B> b,
      Selection<C> c,
      Selection<D> d,
      Selection<E> e,
      Selection<F> f,
      Selection<G> g) {
    return new SelectFrom<>(this, Tuple.of(a, b, c, d, e, f, g));
  }

  public final <A, B, C, D, E, F, G, H> SelectFrom<Row8<A, B, C, D, E, F, G, H>> select(
      Selection<A> a,
      Selection<B> b,
      Selection<C> c,
      Selection<D> d,
      Selection<E> e,
      Selection<F> f,
      Selection<G> g,
      Selection<H> h) {
    return new SelectFrom<>(this, Tuple.of(a, b, c, d, e, f, g, h));
  }

  public final <S, R, I extends NewRow<S>> InsertInto<S, R, I> insert(Table<S, R, I, ?> table) {
    return new InsertInto<>(this, table);
  }

  public final <S, R, P extends Patch<S>> UpdateSet<S, R, P> update(
      UnversionedTable<S, R, ?, P> table) {
    return new UpdateSet<>(this, table);
  }

  public final <S, R, P extends Patch<S>, V extends Number> VersionedUpdateSet<S, R, P, V> update(
      VersionedTable<S, R, ?, P, V> table) {
    return new VersionedUpdateSet<>(this, table);
  }

  public final <R> DeleteWhere<R> delete(Table<?, R, ?, ?> table) {
    return new DeleteWhere<>(this, table);
  }
}
