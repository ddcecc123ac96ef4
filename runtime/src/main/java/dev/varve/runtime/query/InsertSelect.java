package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An insert of the rows that a query gives. */
final class InsertSelect<S, R> extends Insert<S, R> {
  private final Select<?> query;
  private final List<Assignment<S>> assignments;

  InsertSelect(
      Statements statements,
      Table<S, R, ?, ?> table,
      Select<?> query,
      List<Assignment<S>> assignments) {
    super(statements, table);
    this.query = query;
    this.assignments = assignments;
  }

  @Override
  long execute(@Nullable Node conflict) {
    Sql sql = new Sql();
    write(sql, conflict);
    return statements().run(sql.text(), sql, Fetch.CHANGED);
  }

  @Override
  <V> List<V> fetch(@Nullable Node conflict, Selection<V> selection) {
    Sql sql = new Sql();
    write(sql, conflict);
    Modification.writeReturning(sql, selection);
    return statements().run(sql.text(), sql, Fetch.list(selection));
  }

  @Override
  void write(Sql sql, @Nullable Node conflict) {
    statements().begin(sql);
    sql.line("INSERT INTO ").append(table().table()).append(" (");
    String separator = "";
    for (Assignment<?> assignment : assignments) {
      sql.append(separator).append(assignment.column().name());
      separator = ", ";
    }
    sql.append(")");
    // The query stands beside the table, not within it: it does not see the table's columns.
    sql.beside(query.selecting(new Values(assignments))::write);
    sql.enter(table());
    writeConflict(sql, conflict);
  }

  /** The values of assignments as a select list. */
  private static final class Values extends Selection<Boolean> {
    private final List<? extends Assignment<?>> assignments;

    Values(List<? extends Assignment<?>> assignments) {
      this.assignments = assignments;
    }

    @Override
    void writeList(Sql sql) {
      String separator = "";
      for (Assignment<?> assignment : assignments) {
        sql.append(separator);
        separator = ", ";
        assignment.writeValue(sql);
      }
    }

    @Override
    void outputs(List<Output> outputs) {
      assignments.forEach(assignment -> assignment.outputs(outputs));
    }

    @Override
    int width() {
      return assignments.size();
    }

    @Override
    public Boolean read(RowReader row, int at) throws SQLException {
      throw new SQLException("An insert's rows are not read");
    }
  }
}
