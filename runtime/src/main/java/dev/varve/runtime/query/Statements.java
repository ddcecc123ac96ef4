package dev.varve.runtime.query;

import java.util.List;
import java.util.function.Function;

/** What starts a statement: a {@link Database}, a {@link Transaction}, or either {@link With}. */
public abstract sealed class Statements permits Operations, With, Statements.None {
  /** For a query that only ever stands in another statement. */
  static final Statements NONE = new None();

  Statements() {}

  /** Runs one statement. */
  abstract <X> X run(String sql, Binder values, Fetch<X> fetch);

  /** Runs several statements, all or none. */
  abstract <X> X atomically(Function<Transaction, X> work);

  /** Writes what stands before the statement. */
  void begin(Sql sql) {}

  /** Common table expressions that a statement reads, each after those that it reads itself. */
  public final With with(Cte<?> first, Cte<?>... more) {
    return new With(this, Clauses.with(List.of(first), List.of(more)));
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

  /** Inserts, updates or deletes the rows of a table by how they compare with other rows. */
  public final <S, R> MergeUsing<S, R> merge(UnversionedTable<S, R, ?, ?> table) {
    return new MergeUsing<>(this, table, null);
  }

  /** Inserts, updates or deletes the rows of a table by how they compare with other rows. */
  public final <S, R> MergeVersion<S, R> merge(VersionedTable<S, R, ?, ?, ?> table) {
    return new MergeVersion<>(this, table);
  }

  static final class None extends Statements {
    @Override
    <X> X run(String sql, Binder values, Fetch<X> fetch) {
      throw new StatementException("This query stands only in other statements.");
    }

    @Override
    <X> X atomically(Function<Transaction, X> work) {
      throw new StatementException("This query stands only in other statements.");
    }
  }
}
