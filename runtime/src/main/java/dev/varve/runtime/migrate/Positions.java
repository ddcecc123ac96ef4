package dev.varve.runtime.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * How far the batches of a migration in Java have come: a mark in the table {@code varve_marks},
 * which each batch sets in its own transaction, so that an interrupted migration goes on there.
 */
final class Positions {
  private final Connection connection;
  private final String table;
  private final String start;

  Positions(Session session, Work work) {
    this.connection = session.connection();
    this.table = Session.quoted(session.schema()) + ".varve_marks";
    this.start = work.module() + " " + work.id() + " at ";
  }

  Optional<String> find() throws SQLException {
    if (!exists()) {
      return Optional.empty();
    }
    String sql = "SELECT mark FROM " + table + " WHERE pg_catalog.starts_with(mark, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, start);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(row.getString(1).substring(start.length()))
            : Optional.empty();
      }
    }
  }

  void set(String position) throws SQLException {
    if (exists()) {
      clear();
    } else {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE " + table + " (mark text PRIMARY KEY)");
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO " + table + " VALUES (?)")) {
      statement.setString(1, start + position);
      statement.execute();
    }
  }

  void clear() throws SQLException {
    String sql = "DELETE FROM " + table + " WHERE pg_catalog.starts_with(mark, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, start);
      statement.execute();
    }
  }

  private boolean exists() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.to_regclass(?) IS NOT NULL")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
