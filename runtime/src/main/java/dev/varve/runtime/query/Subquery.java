package dev.varve.runtime.query;

/** A query in parentheses, under a name. */
public final class Subquery<V> extends Rows<V> {
  private final Query<V> query;

  Subquery(Query<V> query, String name) {
    super(name, query.selection());
    this.query = query;
  }

  @Override
  void writeSource(Sql sql) {
    query.writeNested(sql);
    sql.append(" AS ");
    writeDefinition(sql);
  }

  @Override
  boolean isSame(Relation<?> other) {
    return this == other;
  }
}
