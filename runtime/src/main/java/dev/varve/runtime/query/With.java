package dev.varve.runtime.query;

import java.util.List;
import java.util.function.Function;

/** A statement that starts with common table expressions, and may read them. */
public final class With extends Statements {
  private final Statements statements;
  private final List<Cte<?>> ctes;

  With(Statements statements, List<Cte<?>> ctes) {
    this.statements = statements;
    this.ctes = List.copyOf(ctes);
  }

  /** An insert of rows that a query gives. */
  public <S, R> InsertFrom<S, R> insert(UnversionedTable<S, R, ?, ?> table) {
    return new InsertFrom<>(this, table);
  }

  /** An insert of rows that a query gives. */
  public <S, R> VersionedInsertFrom<S, R> insert(VersionedTable<S, R, ?, ?, ?> table) {
    return new VersionedInsertFrom<>(this, table);
  }

  @Override
  void begin(Sql sql) {
    statements.begin(sql);
    sql.line(ctes.stream().anyMatch(Cte::isRecursive) ? "WITH RECURSIVE " : "WITH ");
    String separator = "";
    for (Cte<?> cte : ctes) {
      sql.append(separator);
      separator = ", ";
      cte.writeStatement(sql);
      sql.scope().declare(cte);
    }
    sql.line("");
  }

  @Override
  <X> X run(String sql, Binder values, Fetch<X> fetch) {
    return statements.run(sql, values, fetch);
  }

  @Override
  <X> X atomically(Function<Transaction, X> work) {
    return statements.atomically(work);
  }
}
