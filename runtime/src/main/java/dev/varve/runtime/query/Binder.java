package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The values of a statement's parameters. */
interface Binder {
  Binder NONE = statement -> {};

  /** What stands in the place of a value that is marked as sensitive. */
  String REDACTED = "***";

  void bind(PreparedStatement statement) throws SQLException;

  /** The values as text, for listeners and recordings; sensitive ones are left out. */
  default List<String> texts() {
    return List.of();
  }

  /** Whether the server's errors may repeat a value that is marked as sensitive. */
  default boolean isSensitive() {
    return false;
  }

  /** The text of an error without the sensitive values. */
  default String redacted(String text) {
    return text;
  }
}
