package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.List;

/** One row without columns, for a select without FROM. */
final class Nothing extends Source<Boolean> {
  static final Nothing ROW = new Nothing();

  private Nothing() {}

  @Override
  String name() {
    return "\"nothing\"";
  }

  @Override
  void writeSource(Sql sql) {
    throw new IllegalStateException("A select from nothing has no FROM");
  }

  @Override
  boolean isSame(Relation<?> other) {
    return this == other;
  }

  @Override
  void writeList(Sql sql) {}

  @Override
  void outputs(List<Output> outputs) {}

  @Override
  int width() {
    return 0;
  }

  @Override
  public Boolean read(RowReader row, int at) throws SQLException {
    return true;
  }
}
