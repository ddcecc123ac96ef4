package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Runs a statement that has its values, and takes what comes back. */
interface Fetch<X> {
  X from(PreparedStatement statement) throws SQLException;

  /** How many rows the result stands for. */
  default long rows(X result) {
    if (result instanceof List<?> list) {
      return list.size();
    }
    if (result instanceof Optional<?> optional) {
      return optional.isPresent() ? 1 : 0;
    }
    return result instanceof Long count ? count : 0;
  }

  /** The number of rows that were changed. */
  Fetch<Long> CHANGED = PreparedStatement::executeLargeUpdate;

  /** For a query that is only there for its effect. */
  Fetch<Boolean> IGNORED = PreparedStatement::execute;

  static <V> Fetch<List<V>> list(Selection<V> selection) {
    return statement -> {
      try (ResultSet rows = statement.executeQuery()) {
        RowReader row = new RowReader(rows);
        List<V> list = new ArrayList<>();
        while (rows.next()) {
          list.add(selection.read(row, 1));
        }
        return list;
      }
    };
  }

  /** For an insert of one row; a trigger may take it back. */
  static <V> Fetch<List<V>> onlyOne(Selection<V> selection) {
    return statement -> {
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Collections.singletonList(selection.read(new RowReader(rows), 1))
            : List.of();
      }
    };
  }

  /** For a statement that cannot find a second row. */
  static <V> Fetch<Optional<V>> atMostOne(Selection<V> selection) {
    return statement -> {
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(selection.read(new RowReader(rows), 1)) : Optional.empty();
      }
    };
  }
}
