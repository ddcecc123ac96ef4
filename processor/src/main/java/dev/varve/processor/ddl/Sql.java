package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of SQL.
 *
 * <p>The one place where names and values become text: a {@link Name} is quoted where needed, a
 * {@code List} of names is a list with commas, a {@code String} is a literal, an {@link Sql} stands
 * as it is, indented like the line it stands on.
 */
record Sql(String text) {
  /** A line end, or something within which a line end is a part of it. */
  private static final Pattern TOKEN = Pattern.compile(
      "(?<![\\w$])[eE]'(?:[^'\\\\]++|\\\\.|'')*+'|'[^']*+'|\"[^\"]*+\""
          + "|(?<![\\w$])(\\$(?:[\\p{L}_][\\p{L}\\d_]*)?\\$).*?\\1|--[^\n]*+|/\\*.*?\\*/|\n",
      Pattern.DOTALL);

  /** What everything begins with that a line end can be a part of. */
  private static final List<String> OPENING = List.of("'", "\"", "$", "--", "/*");

  private static final String PLACE = "{}";

  /**
   * Fills the {@code {}} of a template, which loses its last line end.
   *
   * @throws IllegalArgumentException if there are more or fewer arguments than places
   */
  static Sql of(String template, Object... arguments) {
    String text = template.stripTrailing();
    StringBuilder out = new StringBuilder();
    int places = 0;
    int start = 0;
    for (int place = text.indexOf(PLACE); place >= 0; place = text.indexOf(PLACE, start)) {
      out.append(text, start, place);
      start = place + PLACE.length();
      if (places < arguments.length) {
        out.append(indented(render(arguments[places]), indent(out)));
      }
      places++;
    }
    if (places != arguments.length) {
      throw new IllegalArgumentException(
          arguments.length + " arguments for " + places + " places: " + template);
    }
    return new Sql(out.append(text, start, text.length()).toString());
  }

  private static String indent(StringBuilder out) {
    String line = out.substring(out.lastIndexOf("\n") + 1);
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** Every line but the first; the line ends of literals, names and nested bodies stay theirs. */
  private static String indented(String text, String indent) {
    if (indent.isEmpty() || text.indexOf('\n') < 0) {
      return text;
    }
    // Most texts have nothing that a line end could be a part of.
    return OPENING.stream().noneMatch(text::contains)
        ? text.replace("\n", "\n" + indent)
        : TOKEN
            .matcher(text)
            .replaceAll(token -> Matcher.quoteReplacement(
                token.group().equals("\n") ? "\n" + indent : token.group()));
  }

  private static String render(Object argument) {
    if (argument instanceof Name name) {
      return name.quoted();
    }
    if (argument instanceof QualifiedName name) {
      return name.quoted();
    }
    if (argument instanceof Sql sql) {
      return sql.text();
    }
    if (argument instanceof String literal) {
      return literal(literal);
    }
    if (argument instanceof List<?> names) {
      return names.stream().map(Sql::render).collect(Collectors.joining(", "));
    }
    throw new IllegalArgumentException("Not a part of SQL: " + argument);
  }

  /** A string literal; standard strings, so that only the quote is special. */
  static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** What the user wrote, as it is. */
  static Sql raw(String text) {
    return new Sql(text);
  }

  /** A table or an index as the catalogue's key; it must exist. */
  static Sql relation(QualifiedName name) {
    return new Sql(literal(name.quoted()) + "::regclass");
  }

  /** The same, NULL if there is none. */
  static Sql findRelation(QualifiedName name) {
    return new Sql("to_regclass(" + literal(name.quoted()) + ")");
  }

  /** A type as the catalogue's key; it must exist. */
  static Sql type(QualifiedName name) {
    return new Sql(literal(name.quoted()) + "::regtype");
  }

  /** The same, NULL if there is none. */
  static Sql findType(QualifiedName name) {
    return new Sql("to_regtype(" + literal(name.quoted()) + ")");
  }

  /**
   * A new name, another schema, or both; {@code kind} is TABLE or TYPE. The schema that the
   * migrations run in has no name before they run.
   */
  static Sql move(String kind, QualifiedName from, QualifiedName to) {
    List<Sql> statements = new ArrayList<>();
    QualifiedName now = from;
    if (!from.schema().equals(to.schema())) {
      statements.add(to.schema()
          .map(schema -> of("ALTER {} {}\n  SET SCHEMA {};", raw(kind), from, schema))
          .orElseGet(() -> of(
              "EXECUTE format({}, current_schema());",
              "ALTER " + kind + " " + from.quoted().replace("%", "%%") + " SET SCHEMA %I")));
      now = new QualifiedName(to.schema(), from.name());
    }
    if (!from.name().equals(to.name())) {
      statements.add(of("ALTER {} {}\n  RENAME TO {};", raw(kind), now, to.name()));
    }
    return statements(statements);
  }

  /** The text of an exception; in a format string a percent sign stands for an argument. */
  static Sql message(String text) {
    return new Sql(literal(text.replace("%", "%%")));
  }

  /** An array of names or of texts. */
  static Sql array(List<String> values, String elementType) {
    return new Sql("ARRAY["
        + values.stream().map(Sql::literal).collect(Collectors.joining(", "))
        + "]::"
        + elementType
        + "[]");
  }

  /** Lines joined by a comma and a line end. */
  static Sql lines(List<Sql> parts) {
    return new Sql(parts.stream().map(Sql::text).collect(Collectors.joining(",\n")));
  }

  /** The same, but as many on a line as fit. */
  static Sql wrapped(List<Sql> parts) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i).text() + (i + 1 < parts.size() ? "," : "");
      if (line.length() > 0 && line.length() + part.length() > 90) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(part);
    }
    lines.add(line.toString());
    return new Sql(String.join("\n", lines));
  }

  /** One below the other. */
  static Sql statements(List<Sql> statements) {
    return new Sql(statements.stream().map(s -> s.text()).collect(Collectors.joining("\n")));
  }

  /** The text when something is there, but not as described. */
  static Sql anotherShape(String what) {
    return message(what
        + " exists in another shape than this migration makes. Rename, drop or change it; then"
        + " run the migration again.");
  }

  /** An anonymous block. */
  static Sql block(Sql body) {
    return block(raw(""), body);
  }

  /** An anonymous block with variables; its quotes are ones that do not occur in it. */
  static Sql block(Sql variables, Sql body) {
    String tag = "$varve$";
    for (int i = 1; body.text().contains(tag); i++) {
      tag = "$varve" + i + "$";
    }
    return Sql.of(
        """
        DO {}
        {}BEGIN
          {}
        END
        {};
        """,
        raw(tag),
        variables.text().isEmpty()
            ? variables
            : raw(of("DECLARE\n  {}", variables).text() + "\n"),
        body,
        raw(tag));
  }
}
