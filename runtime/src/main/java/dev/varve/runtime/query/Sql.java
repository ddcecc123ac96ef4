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
final class Sql implements Binder {
  private final StringBuilder text = new StringBuilder(512);
  private final List<Parameter<?>> parameters = new ArrayList<>(4);
  private final boolean literals;
  private Scope scope = new Scope(null);
  private String newline = "\n";

  /** Where the last line began; what begins there needs no other. */
  private int lineStart;

  private boolean inConflict;
  private boolean sensitive;

  /** How often a column was written whose values nobody should see. */
  private int touches;

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

  /** A type as SQL writes it, which generated code gives: words, quoted names, numbers. */
  static String typeName(String name) {
    boolean quoted = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      quoted ^= c == '"';
      if (c == 0
          || !quoted && c != '"' && !Character.isLetterOrDigit(c) && " _$.,()[]".indexOf(c) < 0) {
        throw new StatementException("\"" + name.replace('\0', '?') + "\" is no type of SQL.");
      }
    }
    if (quoted || name.isBlank()) {
      throw new StatementException("\"" + name + "\" is no type of SQL.");
    }
    return name;
  }

  Sql append(String sql) {
    text.append(sql);
    return this;
  }

  /** A clause that starts a line. */
  Sql line(String sql) {
    if (text.length() != lineStart) {
      text.append(newline);
      lineStart = text.length();
    }
    text.append(sql);
    return this;
  }

  /** A query in parentheses, two spaces further in. */
  void nested(Node query) {
    String outer = newline;
    newline = outer + "  ";
    text.append("(").append(newline);
    scope = new Scope(scope);
    int start = text.length();
    lineStart = start;
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
      boolean hidden = touches > 0 || type.isSensitive();
      String shown = value == null || hidden ? type.shown(value) : type.text(value);
      text.append(value == null ? "NULL" : "'" + shown.replace("'", "''") + "'");
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
    sensitive |= type.isSensitive();
    parameters.add(new Parameter<>(type, value));
  }

  /** An array for a place that is already in the text, written as the text of many values. */
  void array(Type<?> element, String text) {
    bound(element.isSensitive() ? Type.STRING.sensitive() : Type.STRING, text);
  }

  void touch(Type<?> type) {
    if (type.isSensitive()) {
      touches++;
    }
  }

  /** Where a condition or an assignment begins, for {@link #protect}. */
  long mark() {
    return (long) touches << 32 | parameters.size();
  }

  /** Hides the parameters since the mark if a sensitive column has been written since. */
  void protect(long mark) {
    if (touches != (int) (mark >>> 32)) {
      sensitive = true;
      for (int i = (int) mark; i < parameters.size(); i++) {
        parameters.set(i, parameters.get(i).hidden());
      }
    }
  }

  void column(ColumnOf<?> column) {
    inScope(column.table(), column.name());
    text.append(column.qualified());
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
    sensitive |= source.isSensitive();
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
    return !parameters.isEmpty();
  }

  @Override
  public void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      parameters.get(i).bind(statement, i + 1);
    }
  }

  @Override
  public List<String> texts() {
    List<String> texts = new ArrayList<>(parameters.size());
    for (Parameter<?> parameter : parameters) {
      texts.add(parameter.type().shown(parameter.value()));
    }
    return texts;
  }

  @Override
  public boolean isSensitive() {
    return sensitive;
  }

  @Override
  public String redacted(String message) {
    String redacted = message;
    for (Parameter<?> parameter : parameters) {
      redacted = parameter.redacted(redacted);
    }
    return redacted;
  }

  /** The text, and the values of its parameters below. */
  @Override
  public String toString() {
    return parameters.isEmpty() ? text() : text() + "\n-- " + String.join(", ", texts());
  }

  private record Parameter<T>(Type<T> type, @Nullable T value) {
    Parameter<T> hidden() {
      return type.isSensitive() ? this : new Parameter<>(type.sensitive(), value);
    }

    String redacted(String message) {
      String text = value == null || !type.isSensitive() ? "" : type.text(value);
      return text.isEmpty() ? message : message.replace(text, REDACTED);
    }

    void bind(PreparedStatement statement, int index) throws SQLException {
      type.set(statement, index, value);
    }
  }
}
