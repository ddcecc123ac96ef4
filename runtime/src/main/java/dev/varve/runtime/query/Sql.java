package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement while it is written: its text, its parameters in order, and the tables that it reads,
 * without which a column must not be used.
 */
final class Sql {
  private final StringBuilder text = new StringBuilder(256);
  private final List<Parameter<?>> parameters = new ArrayList<>();
  private final List<Source<?>> scope = new ArrayList<>(2);
  private final boolean literals;

  Sql() {
    this(false);
  }

  private Sql(boolean literals) {
    this.literals = literals;
  }

  /** Writes values where their parameters would stand: for messages, never for the server. */
  static Sql forMessage(Source<?> source) {
    Sql sql = new Sql(true);
    sql.scope.add(source);
    return sql;
  }

  /** A name in double quotes, whatever it contains. */
  static String quoted(String name) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      throw new StatementException("\"" + name.replace('\0', '?') + "\" cannot be a name in SQL.");
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  Sql append(String sql) {
    text.append(sql);
    return this;
  }

  <T> void parameter(Type<T> type, @Nullable T value) {
    if (literals) {
      text.append(value == null ? "NULL" : "'" + type.text(value).replace("'", "''") + "'");
    } else {
      text.append(type.placeholder());
      parameters.add(new Parameter<>(type, value));
    }
  }

  void column(Source<?> source, String name) {
    inScope(source, name);
    text.append(source.name()).append('.').append(name);
  }

  /** Takes a table into the statement. */
  void enter(Source<?> source) {
    for (Source<?> known : scope) {
      if (known.name().equals(source.name())) {
        throw new StatementException(source.name()
            + " stands twice in the statement. Give one of them another name: .as(\"…\").");
      }
    }
    scope.add(source);
  }

  void inScope(Source<?> source, String column) {
    for (Source<?> known : scope) {
      if (known == source || known.isSame(source)) {
        return;
      }
    }
    throw new StatementException("Column "
        + source.name()
        + "."
        + column
        + " is used, but the statement reads only "
        + String.join(", ", scope.stream().map(Source::name).toList())
        + ". Join "
        + source.name()
        + ", or take the column from a table that is read.");
  }

  String text() {
    return text.toString();
  }

  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      parameters.get(i).bind(statement, i + 1);
    }
  }

  private record Parameter<T>(Type<T> type, @Nullable T value) {
    void bind(PreparedStatement statement, int index) throws SQLException {
      type.set(statement, index, value);
    }
  }
}
