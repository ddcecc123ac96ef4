package dev.varve.runtime.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that only reads: a {@link Select} or a {@link Compound} of several. It runs by itself,
 * or stands in another statement.
 *
 * @param <V> what one row is in Java
 */
public abstract sealed class Query<V> extends Results<V> permits Select, Compound {
  private final Statements statements;

  Query(Statements statements) {
    this.statements = statements;
  }

  final Statements statements() {
    return statements;
  }

  /** The query as a table of this name, to select from or to join. */
  public final Subquery<V> as(String name) {
    return new Subquery<>(this, name);
  }

  /** The rows of both, each once. */
  public final Compound<V> union(Query<V> other) {
    return new Compound<>(this, "UNION", other);
  }

  /** The rows of both. */
  public final Compound<V> unionAll(Query<V> other) {
    return new Compound<>(this, "UNION ALL", other);
  }

  /** The rows that both have, each once. */
  public final Compound<V> intersect(Query<V> other) {
    return new Compound<>(this, "INTERSECT", other);
  }

  /** The rows that both have, each as often as the one that has it less often. */
  public final Compound<V> intersectAll(Query<V> other) {
    return new Compound<>(this, "INTERSECT ALL", other);
  }

  /** The rows that the other has not, each once. */
  public final Compound<V> except(Query<V> other) {
    return new Compound<>(this, "EXCEPT", other);
  }

  /** The rows without those of the other, each of which takes one away. */
  public final Compound<V> exceptAll(Query<V> other) {
    return new Compound<>(this, "EXCEPT ALL", other);
  }

  @Override
  public final List<V> list() {
    Sql sql = new Sql();
    write(sql);
    return statements.run(sql.text(), sql, Fetch.list(selection()));
  }

  /** The first row, if there is one; without an order, any. */
  public final Optional<V> first() {
    Sql sql = new Sql();
    firstRow().write(sql);
    return statements.run(sql.text(), sql, Fetch.atMostOne(selection()));
  }

  /**
   * Gives the rows to the work as they come, a thousand at a time, and never holds more. The stream
   * ends with the work; what the work leaves of it is not read. Inside a transaction its handle may
   * be used meanwhile; outside, the stream has a transaction and a connection of its own.
   */
  public final <X> X stream(Function<? super Stream<V>, ? extends X> work) {
    return stream(RowStream.PAGE, work);
  }

  /**
   * As {@link #stream(Function)}.
   *
   * @param page how many rows come at a time: fewer for large ones
   */
  public final <X> X stream(int page, Function<? super Stream<V>, ? extends X> work) {
    return RowStream.run(statements, this, page, work);
  }

  abstract Query<V> firstRow();

  /** How many rows there are. */
  public long count() {
    return counted(sql -> {
      sql.append("SELECT count(*)").line("FROM ");
      writeNested(sql);
      sql.append(" AS \"rows\"");
    });
  }

  final long counted(Node query) {
    Sql sql = new Sql();
    query.write(sql);
    return statements.run(sql.text(), sql, Fetch.atMostOne(Expressions.count())).orElseThrow();
  }

  /** Writes it in parentheses. */
  final void writeNested(Sql sql) {
    sql.nested(this::write);
  }

  /** Writes what tells whether there is a row. */
  void writeExistence(Sql sql) {
    write(sql);
  }

  static long notNegative(long rows) {
    if (rows < 0) {
      throw new StatementException("A limit or offset cannot be negative: " + rows + ".");
    }
    return rows;
  }
}
