package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement while it is written: its text, its parameters in order, and the relations that each
 * query in it reads, without which a column must not be used.
 */
final class Sql {
  private final StringBuilder text = new StringBuilder(512);
  private final List<Type<?>> types = new ArrayList<>(4);
  private final List<@Nullable Object> values = new ArrayList<>(4);
  private final boolean literals;
  private Scope scope = new Scope(null);
  private String newline = "\n";
  private boolean inConflict;

  Sql() {
    this(false);
  }

  private Sql(boolean literals) {
    this.literals = literals;
  }

  /** Writes values where their parameters would stand: for messages, never for the server. */
  static Sql forMessage(Source<?> source) {
    Sql sql = new Sql(true);
    sql.scope.enter(source);
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

  /** A clause that starts a line. */
  Sql line(String sql) {
    if (text.length() > 0 && !isAtLineStart()) {
      text.append(newline);
    }
    text.append(sql);
    return this;
  }

  private boolean isAtLineStart() {
    int start = text.length() - newline.length();
    return start >= 0 && text.indexOf(newline, start) == start;
  }

  /** A query in parentheses, two spaces further in. */
  void nested(Node query) {
    String outer = newline;
    newline = outer + "  ";
    text.append("(").append(newline);
    scope = new Scope(scope);
    int start = text.length();
    query.write(this);
    scope = scope.parent();
    newline = outer;
    text.append(text.length() == start ? "" : newline).append(")");
  }

  /** A query after what is written, on lines and with relations of its own. */
  void beside(Node query) {
    scope = new Scope(scope);
    query.write(this);
    scope = scope.parent();
  }

  <T> void parameter(Type<T> type, @Nullable T value) {
    if (literals) {
      text.append(value == null ? "NULL" : "'" + type.text(value).replace("'", "''") + "'");
    } else {
      text.append(type.placeholder());
      bound(type, value);
    }
  }

  /** A parameter whose type stands in the text. */
  @SuppressWarnings("unchecked")
  <T> void typedParameter(Type<T> type, @Nullable Object value) {
    parameter(type, (T) value);
    if (!literals && type.placeholder().equals("?")) {
      text.append("::").append(type.sqlName());
    }
  }

  /** A parameter for a place that is already in the text. */
  <T> void bound(Type<T> type, @Nullable T value) {
    types.add(type);
    values.add(value);
  }

  void column(Relation<?> source, String name) {
    inScope(source, name);
    text.append(source.name()).append('.').append(name);
  }

  void excluded(ColumnOf<?> column) {
    if (!inConflict) {
      throw new StatementException("Column "
          + column.table().name()
          + "."
          + column.name()
          + ": excluded() is the value that an insert gave, and stands only in doUpdate(…).");
    }
    text.append("excluded.").append(column.name());
  }

  /** Writes what may use the values that an insert gave. */
  void conflict(Node update) {
    inConflict = true;
    update.write(this);
    inConflict = false;
  }

  /** Takes a relation into the query that is being written. */
  void enter(Relation<?> source) {
    scope.enter(source);
  }

  void inScope(Relation<?> source, String column) {
    scope.require(source, column);
  }

  Scope scope() {
    return scope;
  }

  String text() {
    return text.toString();
  }

  boolean hasParameters() {
    return !types.isEmpty();
  }

  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < types.size(); i++) {
      types.get(i).setUnchecked(statement, i + 1, values.get(i));
    }
  }
}
