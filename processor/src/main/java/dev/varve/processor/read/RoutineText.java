package dev.varve.processor.read;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A CREATE FUNCTION or CREATE PROCEDURE, read as far as its arguments go.
 *
 * @param arguments without default values
 * @param statement from {@code CREATE} on, without {@code OR REPLACE} and without semicolon
 */
record RoutineText(QualifiedName name, String arguments, boolean procedure, String statement) {
  private static final String PART = "(\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
  private static final Pattern HEAD = Pattern.compile(
      "\\s*CREATE\\s+(?:OR\\s+REPLACE\\s+)?(FUNCTION|PROCEDURE)\\s+(?:" + PART + "\\s*\\.\\s*)?"
          + PART + "\\s*\\(",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFAULT =
      Pattern.compile("\\s*(?:=|\\bDEFAULT\\b).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Empty if the text does not begin as such a statement does. */
  static Optional<RoutineText> parse(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return Optional.empty();
    }
    int end = closing(text, head.end());
    if (end < 0) {
      return Optional.empty();
    }
    Optional<Name> schema = Optional.ofNullable(head.group(2)).map(RoutineText::name);
    boolean procedure = head.group(1).toUpperCase(Locale.ROOT).equals("PROCEDURE");
    String body = text.substring(head.start(1)).strip();
    return Optional.of(new RoutineText(
        new QualifiedName(schema, name(head.group(3))),
        arguments(text.substring(head.end(), end)),
        procedure,
        "CREATE " + (body.endsWith(";") ? withoutEnd(body) : body)));
  }

  private static String withoutEnd(String body) {
    return body.substring(0, body.length() - 1).stripTrailing();
  }

  private static Name name(String part) {
    return new Name(
        part.startsWith("\"")
            ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
            : part.toLowerCase(Locale.ROOT));
  }

  private static String arguments(String list) {
    return split(list).stream()
        .map(argument -> DEFAULT.matcher(argument).replaceFirst("").strip())
        .filter(argument -> !argument.isEmpty())
        .map(argument -> argument.replaceAll("\\s+", " "))
        .collect(Collectors.joining(", "));
  }

  /** At the commas that stand in no parentheses and in no quotes. */
  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < list.length(); i = next(list, i)) {
      if (list.charAt(i) == ',') {
        parts.add(list.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(list.substring(start));
    return parts;
  }

  /** The place of the parenthesis that closes the one before this place; negative if none does. */
  private static int closing(String text, int start) {
    for (int i = start; i < text.length(); i = next(text, i)) {
      if (text.charAt(i) == ')') {
        return i;
      }
    }
    return -1;
  }

  /** The next character of the same depth: quotes and parentheses are passed over as a whole. */
  private static int next(String text, int i) {
    char c = text.charAt(i);
    if (c == '\'' || c == '"') {
      int end = text.indexOf(c, i + 1);
      return end < 0 ? text.length() : end + 1;
    }
    if (c == '(') {
      int end = closing(text, i + 1);
      return end < 0 ? text.length() : end + 1;
    }
    return i + 1;
  }
}
