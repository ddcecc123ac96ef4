package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.List;

/** Several selections side by side, read into one of {@link Row2} to {@link Row8}. */
final class Tuple<V> extends Selection<V> {
  private final List<Selection<?>> parts;
  private final Reader<V> reader;

  private Tuple(List<Selection<?>> parts, Reader<V> reader) {
    this.parts = parts;
    this.reader = reader;
  }

  private interface Reader<V> {
    V read(RowReader row, int at) throws SQLException;
  }

  @Override
  void writeList(Sql sql) {
    writeLists(parts, sql);
  }

  @Override
  void outputs(List<Output> outputs) {
    parts.forEach(part -> part.outputs(outputs));
  }

  @Override
  int width() {
    return parts.stream().mapToInt(Selection::width).sum();
  }

  @Override
  public V read(RowReader row, int at) throws SQLException {
    return reader.read(row, at);
  }

  static <A, B> Selection<Row2<A, B>> of(Selection<A> a, Selection<B> b) {
    int bAt = a.width();
    return new Tuple<>(
        List.of(a, b), (row, at) -> new Row2<>(a.read(row, at), b.read(row, at + bAt)));
  }

  static <A, B, C> Selection<Row3<A, B, C>> of(Selection<A> a, Selection<B> b, Selection<C> c) {
    int bAt = a.width();
    int cAt = bAt + b.width();
    return new Tuple<>(
        List.of(a, b, c),
        (row, at) -> new Row3<>(a.read(row, at), b.read(row, at + bAt), c.read(row, at + cAt)));
  }

  static <A, B, C, D> Selection<Row4<A, B, C, D>> of(
      Selection<A> a, Selection<B> b, Selection<C> c, Selection<D> d) {
    int bAt = a.width();
    int cAt = bAt + b.width();
    int dAt = cAt + c.width();
    return new Tuple<>(
        List.of(a, b, c, d),
        (row, at) -> new Row4<>(
            a.read(row, at), b.read(row, at + bAt), c.read(row, at + cAt), d.read(row, at + dAt)));
  }

  static <A, B, C, D, E> Selection<Row5<A, B, C, D, E>> of(
      Selection<A> a, Selection<B> b, Selection<C> c, Selection<D> d, Selection<E> e) {
    int bAt = a.width();
    int cAt = bAt + b.width();
    int dAt = cAt + c.width();
    int eAt = dAt + d.width();
    return new Tuple<>(
        List.of(a, b, c, d, e),
        (row, at) -> new Row5<>(
            a.read(row, at),
            b.read(row, at + bAt),
            c.read(row, at + cAt),
            d.read(row, at + dAt),
            e.read(row, at + eAt)));
  }

  static <A, B, C, D, E, F> Selection<Row6<A, B, C, D, E, F>> of(
      Selection<A> a,
      Selection<B> b,
      Selection<C> c,
      Selection<D> d,
      Selection<E> e,
      Selection<F> f) {
    int bAt = a.width();
    int cAt = bAt + b.width();
    int dAt = cAt + c.width();
    int eAt = dAt + d.width();
    int fAt = eAt + e.width();
    return new Tuple<>(
        List.of(a, b, c, d, e, f),
        (row, at) -> new Row6<>(
            a.read(row, at),
            b.read(row, at + bAt),
            c.read(row, at + cAt),
            d.read(row, at + dAt),
            e.read(row, at + eAt),
            f.read(row, at + fAt)));
  }

  static <A, B, C, D, E, F, G> Selection<Row7<A, B, C, D, E, F, G>> of(
      Selection<A> a,
      Selection<B> b,
      Selection<C> c,
      Selection<D> d,
      Selection<E> e,
      Selection<F> f,
      Selection<G> g) {
    int bAt = a.width();
    int cAt = bAt + b.width();
    int dAt = cAt + c.width();
    int eAt = dAt + d.width();
    int fAt = eAt + e.width();
    int gAt = fAt + f.width();
    return new Tuple<>(
        List.of(a, b, c, d, e, f, g),
        (row, at) -> new Row7<>(
            a.read(row, at),
            b.read(row, at + bAt),
            c.read(row, at + cAt),
            d.read(row, at + dAt),
            e.read(row, at + eAt),
            f.read(row, at + fAt),
            g.read(row, at + gAt)));
  }

  static <A, B, C, D, E, F, G, H> Selection<Row8<A, B, C, D, E, F, G, H>> of(
      Selection<A> a,
      Selection<B> b,
      Selection<C> c,
      Selection<D> d,
      Selection<E> e,
      Selection<F> f,
      Selection<G> g,
      Selection<H> h) {
    int bAt = a.width();
    int cAt = bAt + b.width();
    int dAt = cAt + c.width();
    int eAt = dAt + d.width();
    int fAt = eAt + e.width();
    int gAt = fAt + f.width();
    int hAt = gAt + g.width();
    return new Tuple<>(
        List.of(a, b, c, d, e, f, g, h),
        (row, at) -> new Row8<>(
            a.read(row, at),
            b.read(row, at + bAt),
            c.read(row, at + cAt),
            d.read(row, at + dAt),
            e.read(row, at + eAt),
            f.read(row, at + fAt),
            g.read(row, at + gAt),
            h.read(row, at + hAt)));
  }
}
