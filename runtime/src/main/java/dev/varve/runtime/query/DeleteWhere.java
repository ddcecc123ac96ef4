package dev.varve.runtime.query;

import java.util.List;

/** A delete that has yet to say of which rows. */
public final class DeleteWhere<R> {
  private final Statements statements;
  private final Table<?, R, ?, ?> table;
  private final List<Source<?>> sources;

  DeleteWhere(Statements statements, Table<?, R, ?, ?> table) {
    this(statements, table, List.of());
  }

  private DeleteWhere(Statements statements, Table<?, R, ?, ?> table, List<Source<?>> sources) {
    this.statements = statements;
    this.table = table;
    this.sources = sources;
  }

  /** Other rows whose columns the condition may use. */
  public DeleteWhere<R> using(Source<?>... more) {
    return new DeleteWhere<>(statements, table, Clauses.with(sources, List.of(more)));
  }

  /**
   * The rows for which all of these hold.
   *
   * @throws StatementException if all of them are empty; to delete every row is said by {@link
   *     #allRows}
   */
  public Modification<R> where(Condition first, Condition... more) {
    Condition where = Conditions.required("delete", first, more);
    return new Delete<>(statements, table, sources, where);
  }

  /** Every row of the table. */
  public Modification<R> allRows() {
    return new Delete<>(statements, table, sources, Condition.EMPTY);
  }
}
