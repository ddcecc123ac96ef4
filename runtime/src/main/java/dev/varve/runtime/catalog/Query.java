package dev.varve.runtime.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the queries beside this class, each with one parameter: the oid of the schema, for {@link
 * #SCHEMA} its name or null, for {@link #INSTALLED} an array of roles, for {@link #CONSTRAINTS}
 * and {@link #OWNERS} an array of schemas.
 */
enum Query {
  SCHEMA,
  SCHEMAS,
  SEARCH_PATH,
  HISTORIES,
  RELATIONS,
  COLUMNS,
  CONSTRAINTS,
  INDEXES,
  ENUMS,
  EXTENSIONS,
  FUNCTIONS,
  GRANTS,
  TYPES,
  ATTACHED,
  COMMENTS,
  REMAINING,
  OWNERS,
  DEFAULT_GRANTS,
  INSTALLED,
  EXTENSION_PARTS;

  private final String sql = load(name().toLowerCase(Locale.ROOT) + ".sql");

  private static String load(String file) {
    try (InputStream in = Query.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing beside " + Query.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String sql() {
    return sql;
  }

  /** Hands each row to the reader. */
  void forEach(Connection connection, @Nullable Object parameter, RowReader reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.read(new Row(row));
        }
      }
    }
  }

  /** Takes one row. */
  interface RowReader {
    void read(Row row) throws SQLException;
  }

  /** The row on which a result stands. */
  record Row(ResultSet result) {
    String text(String column) throws SQLException {
      return find(column)
          .orElseThrow(() -> new CatalogException("The catalogue has no " + column + " here"));
    }

    Optional<String> find(String column) throws SQLException {
      return Optional.ofNullable(result.getString(column));
    }

    long number(String column) throws SQLException {
      return result.getLong(column);
    }

    boolean is(String column) throws SQLException {
      return result.getBoolean(column);
    }

    /** An array of texts; empty if it is NULL. */
    List<String> list(String column) throws SQLException {
      Array array = result.getArray(column);
      return array == null ? List.of() : List.of((String[]) array.getArray());
    }
  }
}
