package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Gives a statement the values of its parameters. */
interface Binder {
  void bind(PreparedStatement statement) throws SQLException;
}
