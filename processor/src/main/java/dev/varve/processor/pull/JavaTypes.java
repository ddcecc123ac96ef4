package dev.varve.processor.pull;

import dev.varve.processor.read.Suggestion;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.TypeText;
import java.util.Map;
import java.util.Optional;

/**
 * The Java type of a column, and what {@code @Column} must say beside it.
 *
 * @param boxed as a type argument
 * @param plain as a component's own type
 * @param definition the type as SQL has it, where the Java type alone gives another
 */
record JavaTypes(
    String boxed,
    String plain,
    Optional<Integer> length,
    Optional<int[]> digits,
    Optional<Integer> seconds,
    Optional<String> definition) {
  private static final String VALUE = "dev.varve.runtime.value.";

  private static final Map<Scalar, String> SCALARS = Map.ofEntries(
      Map.entry(Scalar.BOOLEAN, "java.lang.Boolean"),
      Map.entry(Scalar.SMALLINT, "java.lang.Short"),
      Map.entry(Scalar.INTEGER, "java.lang.Integer"),
      Map.entry(Scalar.BIGINT, "java.lang.Long"),
      Map.entry(Scalar.REAL, "java.lang.Float"),
      Map.entry(Scalar.DOUBLE_PRECISION, "java.lang.Double"),
      Map.entry(Scalar.NUMERIC, "java.math.BigDecimal"),
      Map.entry(Scalar.TEXT, "java.lang.String"),
      Map.entry(Scalar.UUID, "java.util.UUID"),
      Map.entry(Scalar.BYTEA, "byte[]"),
      Map.entry(Scalar.VARBIT, VALUE + "BitString"),
      Map.entry(Scalar.DATE, "java.time.LocalDate"),
      Map.entry(Scalar.TIME, "java.time.LocalTime"),
      Map.entry(Scalar.TIMETZ, "java.time.OffsetTime"),
      Map.entry(Scalar.TIMESTAMP, "java.time.LocalDateTime"),
      Map.entry(Scalar.TIMESTAMPTZ, "java.time.Instant"),
      Map.entry(Scalar.INTERVAL, VALUE + "Interval"),
      Map.entry(Scalar.JSONB, "dev.varve.runtime.json.Json"),
      Map.entry(Scalar.INET, VALUE + "Inet"),
      Map.entry(Scalar.CIDR, VALUE + "Cidr"),
      Map.entry(Scalar.MACADDR, VALUE + "MacAddress"),
      Map.entry(Scalar.MACADDR8, VALUE + "MacAddress8"),
      Map.entry(Scalar.POINT, VALUE + "Point"),
      Map.entry(Scalar.LINE, VALUE + "Line"),
      Map.entry(Scalar.LSEG, VALUE + "LineSegment"),
      Map.entry(Scalar.BOX, VALUE + "Box"),
      Map.entry(Scalar.PATH, VALUE + "Path"),
      Map.entry(Scalar.POLYGON, VALUE + "Polygon"),
      Map.entry(Scalar.CIRCLE, VALUE + "Circle"),
      Map.entry(Scalar.TSVECTOR, VALUE + "TsVector"));

  private static final Map<Scalar, String[]> RANGES = Map.ofEntries(
      Map.entry(Scalar.INT4RANGE, new String[] {"Range", "java.lang.Integer"}),
      Map.entry(Scalar.INT8RANGE, new String[] {"Range", "java.lang.Long"}),
      Map.entry(Scalar.NUMRANGE, new String[] {"Range", "java.math.BigDecimal"}),
      Map.entry(Scalar.TSRANGE, new String[] {"Range", "java.time.LocalDateTime"}),
      Map.entry(Scalar.TSTZRANGE, new String[] {"Range", "java.time.Instant"}),
      Map.entry(Scalar.DATERANGE, new String[] {"Range", "java.time.LocalDate"}),
      Map.entry(Scalar.INT4MULTIRANGE, new String[] {"MultiRange", "java.lang.Integer"}),
      Map.entry(Scalar.INT8MULTIRANGE, new String[] {"MultiRange", "java.lang.Long"}),
      Map.entry(Scalar.NUMMULTIRANGE, new String[] {"MultiRange", "java.math.BigDecimal"}),
      Map.entry(Scalar.TSMULTIRANGE, new String[] {"MultiRange", "java.time.LocalDateTime"}),
      Map.entry(Scalar.TSTZMULTIRANGE, new String[] {"MultiRange", "java.time.Instant"}),
      Map.entry(Scalar.DATEMULTIRANGE, new String[] {"MultiRange", "java.time.LocalDate"}));

  private static final Map<String, String> PRIMITIVES = Map.of(
      "Boolean", "boolean",
      "Short", "short",
      "Integer", "int",
      "Long", "long",
      "Float", "float",
      "Double", "double");

  static JavaTypes of(ColumnType type, JavaSource source, JavaClasses classes) {
    if (type instanceof ColumnType.ArrayOf array) {
      JavaTypes element = of(array.element(), source, classes);
      String list = source.use("java.util.List") + "<" + element.boxed() + ">";
      return new JavaTypes(
          list,
          list,
          element.length(),
          element.digits(),
          element.seconds(),
          element.definition().map(definition -> definition + "[]"));
    }
    if (type instanceof Scalar scalar) {
      return scalar(scalar, source);
    }
    if (type instanceof ColumnType.Varchar varchar) {
      return new JavaTypes(
          "String",
          "String",
          Optional.of(varchar.length()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    if (type instanceof ColumnType.Numeric numeric) {
      boolean plain = numeric.scale() >= 0 && numeric.scale() <= numeric.precision();
      String decimal = source.use("java.math.BigDecimal");
      return new JavaTypes(
          decimal,
          decimal,
          Optional.empty(),
          plain ? Optional.of(new int[] {numeric.precision(), numeric.scale()}) : Optional.empty(),
          Optional.empty(),
          plain ? Optional.empty() : Optional.of(numeric.sql()));
    }
    if (type instanceof ColumnType.Sized sized) {
      return sized(sized, source);
    }
    if (type instanceof ColumnType.Interval interval) {
      return stated(source.use(VALUE + "Interval"), interval.sql());
    }
    if (type instanceof ColumnType.Enumerated enumerated) {
      return plain(source.use(classes.of(enumerated.type()).orElseThrow()));
    }
    ColumnType.Named named = (ColumnType.Named) type;
    Optional<String> record =
        named.modifiers().isEmpty() ? classes.of(named.name()) : Optional.empty();
    return record
        .map(source::use)
        .map(JavaTypes::plain)
        .orElseGet(() -> stated("String", definition(named)));
  }

  private static JavaTypes scalar(Scalar scalar, JavaSource source) {
    if (RANGES.containsKey(scalar)) {
      String[] range = RANGES.get(scalar);
      return plain(source.use(VALUE + range[0]) + "<" + source.use(range[1]) + ">");
    }
    String natural = SCALARS.get(scalar);
    if (natural != null) {
      String name = natural.equals("byte[]") ? natural : source.use(natural);
      return new JavaTypes(
          name,
          PRIMITIVES.getOrDefault(name, name),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    return switch (scalar) {
      case MONEY -> stated(source.use("java.math.BigDecimal"), "money");
      case JSON -> stated(source.use("dev.varve.runtime.json.Json"), "json");
      case OID -> stated("Long", "long", "oid");
      default -> stated("String", scalar.sql());
    };
  }

  private static JavaTypes sized(ColumnType.Sized sized, JavaSource source) {
    JavaTypes unsized = sized.kind() == ColumnType.Sized.Kind.BIT
        ? plain(source.use(VALUE + "BitString"))
        : sized.kind() == ColumnType.Sized.Kind.CHAR
            ? plain("String")
            : of(sized.kind().unsized(), source, JavaClasses.NONE);
    if (sized.kind() == ColumnType.Sized.Kind.VARBIT) {
      return new JavaTypes(
          unsized.boxed(),
          unsized.plain(),
          Optional.of(sized.size()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    if (sized.kind().isTime()) {
      return new JavaTypes(
          unsized.boxed(),
          unsized.plain(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(sized.size()),
          Optional.empty());
    }
    return stated(unsized.boxed(), sized.sql());
  }

  /** In quotes where it would be taken for a misspelt name of PostgreSQL's own. */
  private static String definition(ColumnType.Named named) {
    String name = named.name().name().value();
    boolean alone = named.name().schema().isEmpty();
    boolean quoted = named.name().quoted().startsWith("\"");
    boolean near =
        alone && !quoted && Suggestion.nearestWord(name, TypeText.builtIn()).isPresent();
    return near ? "\"" + name + "\"" + named.suffix() : named.sql();
  }

  private static JavaTypes plain(String name) {
    return new JavaTypes(
        name, name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static JavaTypes stated(String name, String definition) {
    return stated(name, name, definition);
  }

  private static JavaTypes stated(String boxed, String plain, String definition) {
    return new JavaTypes(
        boxed,
        plain,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(definition));
  }
}
