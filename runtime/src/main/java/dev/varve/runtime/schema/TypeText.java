package dev.varve.runtime.schema;

import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.ColumnType.Sized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A type as SQL spells it, in any of the ways that PostgreSQL takes or prints: {@code int8}, {@code
 * character varying(20)}, {@code timestamp(3) with time zone}, {@code public.vector(3)[]}.
 */
public final class TypeText {
  private static final Map<String, Scalar> ALIASES = Map.of(
      "bool", Scalar.BOOLEAN,
      "int2", Scalar.SMALLINT,
      "int", Scalar.INTEGER,
      "int4", Scalar.INTEGER,
      "int8", Scalar.BIGINT,
      "float4", Scalar.REAL,
      "float8", Scalar.DOUBLE_PRECISION);

  private static final List<String> SERIAL =
      List.of("smallserial", "serial", "bigserial", "serial2", "serial4", "serial8");

  private static final String FAMILIES = "char character decimal dec float bit";

  private final String text;
  private int at;
  private final List<String> words = new ArrayList<>();
  private final List<Boolean> quoted = new ArrayList<>();
  private final List<String> modifiers = new ArrayList<>();
  private boolean qualified;
  private boolean array;

  private TypeText(String text) {
    this.text = text;
  }

  /**
   * The type; a name that is not built in is a {@link ColumnType.Named}.
   *
   * @throws IllegalArgumentException if it is not the text of a type; its message ends without a
   *     full stop
   */
  public static ColumnType parse(String text) {
    TypeText parser = new TypeText(text);
    parser.scan();
    ColumnType type = parser.type();
    return parser.array ? new ColumnType.ArrayOf(type) : type;
  }

  /** The names of built-in types, each as SQL has it, for suggestions. */
  public static List<String> builtIn() {
    return Stream.concat(
            Arrays.stream(Scalar.values()).flatMap(s -> Stream.of(s.sql(), s.printed())),
            Stream.concat(ALIASES.keySet().stream().sorted(), Arrays.stream(FAMILIES.split(" "))))
        .distinct()
        .toList();
  }

  private void scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '"') {
        words.add(quotedWord());
        quoted.add(true);
      } else if (Character.isLetter(c) || c == '_') {
        words.add(word());
        quoted.add(false);
      } else if (c == '(' && modifiers.isEmpty() && !words.isEmpty()) {
        at++;
        modifiers();
      } else if (c == '[' && text.indexOf(']', at) > 0) {
        array = true;
        at = text.indexOf(']', at) + 1;
      } else if (c == '.' && words.size() == 1) {
        qualified = true;
        at++;
      } else {
        throw refused();
      }
    }
    int last = words.size() - 1;
    if (last > 0 && words.get(last).equals("array") && !quoted.get(last)) {
      array = true;
      words.remove(last);
      quoted.remove(last);
    }
    if (words.isEmpty() || (qualified && words.size() < 2)) {
      throw refused();
    }
  }

  private IllegalArgumentException refused() {
    return new IllegalArgumentException("\"" + text + "\" is not the name of a type");
  }

  private String word() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return text.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private String quotedWord() {
    StringBuilder word = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) != '"') {
        word.append(text.charAt(at));
      } else if (text.startsWith("\"\"", at)) {
        word.append('"');
        at++;
      } else {
        at++;
        return word.toString();
      }
    }
    throw refused();
  }

  private void modifiers() {
    int end = text.indexOf(')', at);
    if (end < 0) {
      throw refused();
    }
    for (String modifier : text.substring(at, end).split(",", -1)) {
      if (modifier.isBlank()) {
        throw refused();
      }
      modifiers.add(modifier.trim());
    }
    at = end + 1;
  }

  private ColumnType type() {
    boolean ofCatalog = qualified && words.get(0).equals("pg_catalog");
    if (ofCatalog) {
      words.remove(0);
      quoted.remove(0);
    }
    if ((qualified && !ofCatalog) || (quoted.contains(true) && !ofCatalog)) {
      return named();
    }
    String name = String.join(" ", words);
    return switch (name) {
      case "varchar", "character varying", "char varying" ->
        modifiers.isEmpty() ? Scalar.VARCHAR : new ColumnType.Varchar(only());
      case "char", "character" -> new Sized(Sized.Kind.CHAR, modifiers.isEmpty() ? 1 : only());
      case "bpchar" -> sized(Scalar.BPCHAR, Sized.Kind.CHAR);
      case "bit" -> new Sized(Sized.Kind.BIT, modifiers.isEmpty() ? 1 : only());
      case "varbit", "bit varying" -> sized(Scalar.VARBIT, Sized.Kind.VARBIT);
      case "numeric", "decimal", "dec" -> numeric();
      case "float" -> floating();
      case "time", "time without time zone" -> sized(Scalar.TIME, Sized.Kind.TIME);
      case "timetz", "time with time zone" -> sized(Scalar.TIMETZ, Sized.Kind.TIMETZ);
      case "timestamp", "timestamp without time zone" ->
        sized(Scalar.TIMESTAMP, Sized.Kind.TIMESTAMP);
      case "timestamptz", "timestamp with time zone" ->
        sized(Scalar.TIMESTAMPTZ, Sized.Kind.TIMESTAMPTZ);
      default -> name.startsWith("interval") ? interval(name) : plain(name);
    };
  }

  private ColumnType plain(String name) {
    Optional<Scalar> scalar = Optional.ofNullable(ALIASES.get(name)).or(() -> Scalar.of(name));
    if (scalar.isPresent()) {
      if (!modifiers.isEmpty()) {
        throw new IllegalArgumentException(name + " takes nothing in parentheses");
      }
      return scalar.get();
    }
    if (SERIAL.contains(name)) {
      throw new IllegalArgumentException(
          name + " is not a type, but an integer with a sequence, as @GeneratedValue makes one");
    }
    return named();
  }

  private ColumnType named() {
    int expected = qualified && words.size() == 2 ? 2 : 1;
    if (words.size() != expected || !words.stream().allMatch(Name::isValid)) {
      throw refused();
    }
    return new ColumnType.Named(
        expected == 2
            ? QualifiedName.of(words.get(0), words.get(1))
            : QualifiedName.of(words.get(0)),
        modifiers);
  }

  private ColumnType sized(Scalar unsized, Sized.Kind kind) {
    return modifiers.isEmpty() ? unsized : new Sized(kind, only());
  }

  private ColumnType numeric() {
    return switch (modifiers.size()) {
      case 0 -> Scalar.NUMERIC;
      case 1 -> new ColumnType.Numeric(only(), 0);
      case 2 -> new ColumnType.Numeric(number(0), number(1));
      default -> throw refused();
    };
  }

  private ColumnType floating() {
    int bits = modifiers.isEmpty() ? 53 : only();
    if (bits < 1 || bits > 53) {
      throw new IllegalArgumentException("float takes 1 to 53 bits");
    }
    return bits <= 24 ? Scalar.REAL : Scalar.DOUBLE_PRECISION;
  }

  private ColumnType interval(String name) {
    String fields = name.substring("interval".length()).trim();
    if (!name.equals("interval") && !name.startsWith("interval ")) {
      return plain(name);
    }
    if (fields.isEmpty() && modifiers.isEmpty()) {
      return Scalar.INTERVAL;
    }
    return new ColumnType.Interval(
        fields.isEmpty() ? Optional.empty() : Optional.of(fields),
        modifiers.isEmpty() ? OptionalInt.empty() : OptionalInt.of(only()));
  }

  private int only() {
    if (modifiers.size() != 1) {
      throw refused();
    }
    return number(0);
  }

  private int number(int index) {
    try {
      return Integer.parseInt(modifiers.get(index));
    } catch (NumberFormatException e) {
      throw refused();
    }
  }
}
