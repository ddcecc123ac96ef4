package dev.varve.processor.pull;

import dev.varve.runtime.catalog.CatalogReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The queries beside this class, and two of the runtime's; their number does not depend on what there is. */
enum Query {
  /** By the names that were asked for. */
  SCHEMAS,
  RELATIONS,
  COLUMNS,
  CONSTRAINTS(CatalogReader.constraintsSql()),
  INDEXES,
  TYPES,
  ROUTINES,
  ATTACHED,
  DEPENDS,
  COMMENTS,
  GRANTS,
  ROLES,
  EXTENSIONS,
  OTHERS,
  OWNERS(CatalogReader.ownersSql());

  private final String sql;

  Query() {
    this.sql = load(name().toLowerCase(Locale.ROOT) + ".sql");
  }

  Query(String sql) {
    this.sql = sql;
  }

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

  /** All rows; each parameter of the query is this array. */
  List<Row> rows(Connection connection, Array array) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(5_000);
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setArray(i, array);
      }
      try (ResultSet result = statement.executeQuery()) {
        Map<String, Integer> columns = columns(result.getMetaData());
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row(result, columns));
        }
        return rows;
      }
    }
  }

  private static Map<String, Integer> columns(ResultSetMetaData data) throws SQLException {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      columns.put(data.getColumnLabel(i), i - 1);
    }
    return columns;
  }

  private static Row row(ResultSet result, Map<String, Integer> columns) throws SQLException {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = result.getObject(i + 1);
      values[i] = value instanceof Array array ? array.getArray() : value;
    }
    return new Row(columns, values);
  }
}
