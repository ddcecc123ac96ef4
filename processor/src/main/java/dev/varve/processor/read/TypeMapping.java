package dev.varve.processor.read;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.ColumnType.Sized;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Java types to column types. Types are walked; their text differs between compilers. */
final class TypeMapping {
  /** A Java type and the column type that it has unless something else is said. */
  private record Natural(JavaType.Kind kind, ColumnType type) {}

  private static final String VALUE = "dev.varve.runtime.value.";

  private static final Map<String, Natural> DECLARED = Map.ofEntries(
      natural("java.lang.Boolean", JavaType.Kind.BOOLEAN, Scalar.BOOLEAN),
      natural("java.lang.Byte", JavaType.Kind.BYTE, Scalar.SMALLINT),
      natural("java.lang.Short", JavaType.Kind.SHORT, Scalar.SMALLINT),
      natural("java.lang.Integer", JavaType.Kind.INT, Scalar.INTEGER),
      natural("java.lang.Long", JavaType.Kind.LONG, Scalar.BIGINT),
      natural("java.lang.Float", JavaType.Kind.FLOAT, Scalar.REAL),
      natural("java.lang.Double", JavaType.Kind.DOUBLE, Scalar.DOUBLE_PRECISION),
      natural("java.lang.Character", JavaType.Kind.CHARACTER, new Sized(Sized.Kind.CHAR, 1)),
      natural("java.lang.String", JavaType.Kind.STRING, Scalar.TEXT),
      natural("java.math.BigDecimal", JavaType.Kind.DECIMAL, Scalar.NUMERIC),
      natural("java.math.BigInteger", JavaType.Kind.BIG_INTEGER, Scalar.NUMERIC),
      natural("java.util.UUID", JavaType.Kind.UUID, Scalar.UUID),
      natural("java.time.Instant", JavaType.Kind.INSTANT, Scalar.TIMESTAMPTZ),
      natural("java.time.OffsetDateTime", JavaType.Kind.OFFSET_DATE_TIME, Scalar.TIMESTAMPTZ),
      natural("java.time.LocalDate", JavaType.Kind.LOCAL_DATE, Scalar.DATE),
      natural("java.time.LocalTime", JavaType.Kind.LOCAL_TIME, Scalar.TIME),
      natural("java.time.OffsetTime", JavaType.Kind.OFFSET_TIME, Scalar.TIMETZ),
      natural("java.time.LocalDateTime", JavaType.Kind.LOCAL_DATE_TIME, Scalar.TIMESTAMP),
      natural("java.time.Duration", JavaType.Kind.DURATION, Scalar.INTERVAL),
      natural("java.time.Period", JavaType.Kind.PERIOD, Scalar.INTERVAL),
      natural("java.net.InetAddress", JavaType.Kind.INET_ADDRESS, Scalar.INET),
      natural(VALUE + "Interval", JavaType.Kind.INTERVAL, Scalar.INTERVAL),
      natural(VALUE + "Inet", JavaType.Kind.INET, Scalar.INET),
      natural(VALUE + "Cidr", JavaType.Kind.CIDR, Scalar.CIDR),
      natural(VALUE + "MacAddress", JavaType.Kind.MAC_ADDRESS, Scalar.MACADDR),
      natural(VALUE + "MacAddress8", JavaType.Kind.MAC_ADDRESS8, Scalar.MACADDR8),
      natural(VALUE + "BitString", JavaType.Kind.BIT_STRING, Scalar.VARBIT),
      natural(VALUE + "Point", JavaType.Kind.POINT, Scalar.POINT),
      natural(VALUE + "Line", JavaType.Kind.LINE, Scalar.LINE),
      natural(VALUE + "LineSegment", JavaType.Kind.LINE_SEGMENT, Scalar.LSEG),
      natural(VALUE + "Box", JavaType.Kind.BOX, Scalar.BOX),
      natural(VALUE + "Path", JavaType.Kind.PATH, Scalar.PATH),
      natural(VALUE + "Polygon", JavaType.Kind.POLYGON, Scalar.POLYGON),
      natural(VALUE + "Circle", JavaType.Kind.CIRCLE, Scalar.CIRCLE),
      natural(VALUE + "TsVector", JavaType.Kind.TS_VECTOR, Scalar.TSVECTOR),
      natural("dev.varve.runtime.json.Json", JavaType.Kind.JSON, Scalar.JSONB));

  private static final Map<TypeKind, Natural> PRIMITIVE = Map.of(
      TypeKind.BOOLEAN, new Natural(JavaType.Kind.BOOLEAN, Scalar.BOOLEAN),
      TypeKind.BYTE, new Natural(JavaType.Kind.BYTE, Scalar.SMALLINT),
      TypeKind.SHORT, new Natural(JavaType.Kind.SHORT, Scalar.SMALLINT),
      TypeKind.INT, new Natural(JavaType.Kind.INT, Scalar.INTEGER),
      TypeKind.LONG, new Natural(JavaType.Kind.LONG, Scalar.BIGINT),
      TypeKind.FLOAT, new Natural(JavaType.Kind.FLOAT, Scalar.REAL),
      TypeKind.DOUBLE, new Natural(JavaType.Kind.DOUBLE, Scalar.DOUBLE_PRECISION),
      TypeKind.CHAR, new Natural(JavaType.Kind.CHARACTER, new Sized(Sized.Kind.CHAR, 1)));

  /** The types of ranges and multiranges, by the kind of their bounds. */
  private static final Map<JavaType.Kind, List<Scalar>> RANGES = Map.of(
      JavaType.Kind.INT, List.of(Scalar.INT4RANGE, Scalar.INT4MULTIRANGE),
      JavaType.Kind.LONG, List.of(Scalar.INT8RANGE, Scalar.INT8MULTIRANGE),
      JavaType.Kind.DECIMAL, List.of(Scalar.NUMRANGE, Scalar.NUMMULTIRANGE),
      JavaType.Kind.LOCAL_DATE_TIME, List.of(Scalar.TSRANGE, Scalar.TSMULTIRANGE),
      JavaType.Kind.INSTANT, List.of(Scalar.TSTZRANGE, Scalar.TSTZMULTIRANGE),
      JavaType.Kind.OFFSET_DATE_TIME, List.of(Scalar.TSTZRANGE, Scalar.TSTZMULTIRANGE),
      JavaType.Kind.LOCAL_DATE, List.of(Scalar.DATERANGE, Scalar.DATEMULTIRANGE));

  private static Map.Entry<String, Natural> natural(
      String name, JavaType.Kind kind, ColumnType type) {
    return Map.entry(name, new Natural(kind, type));
  }

  /**
   * What a Java type became.
   *
   * @param column empty if no column can carry it
   */
  record Mapped(JavaType java, Optional<ColumnType> column) {}

  /**
   * What annotations say about the type.
   *
   * @param document stored as JSON
   * @param enumAsText whether an enum is a text
   * @param stated the type of the column, by {@code columnDefinition}
   */
  record Wish(
      boolean document,
      boolean enumAsText,
      Optional<Converter> converter,
      Optional<ColumnType> stated) {
    static final Wish NONE = new Wish(false, false, Optional.empty(), Optional.empty());

    boolean isArray() {
      return stated.filter(ColumnType.ArrayOf.class::isInstance).isPresent();
    }
  }

  private final BiConsumer<EnumType, TypeElement> enums;
  private final Consumer<TypeElement> records;

  /** The composite types that are being read: none can be a part of itself. */
  private final Set<String> within = new HashSet<>();

  private Function<VariableElement, Mapped> fields = field -> map(field.asType(), Wish.NONE);

  /** Every PostgreSQL enum that a column has is handed on, and every record that is a type. */
  TypeMapping(BiConsumer<EnumType, TypeElement> enums, Consumer<TypeElement> records) {
    this.enums = enums;
    this.records = records;
  }

  /** How the components of composite types are read. */
  void readFields(Function<VariableElement, Mapped> newFields) {
    fields = newFields;
  }

  /** The type without what {@link Wish#stated} says, which may not fit. */
  Mapped map(TypeMirror declared, Wish wish) {
    TypeMirror inner = withoutOptional(declared);
    return map(inner, wish, inner != declared);
  }

  /** Of an {@code Optional} what it holds. */
  static TypeMirror withoutOptional(TypeMirror declared) {
    return nameOf(declared).equals("java.util.Optional") && arguments(declared).size() == 1
        ? arguments(declared).get(0)
        : declared;
  }

  private Mapped map(TypeMirror type, Wish wish, boolean optional) {
    if (wish.converter().isPresent()) {
      return converted(type, wish, wish.converter().get(), optional);
    }
    if (wish.document() && !(wish.isArray() && elementOf(type).isPresent())) {
      boolean fits = type.getKind() == TypeKind.DECLARED && isDocument(type);
      return fits
          ? mapped(new JavaType.Document(type, optional), Scalar.JSONB)
          : unsupported(type, optional);
    }
    if (type.getKind().isPrimitive()) {
      return plain(PRIMITIVE.get(type.getKind()), type, optional);
    }
    if (type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE) {
      return mapped(new JavaType.Plain(JavaType.Kind.BYTES, type, optional), Scalar.BYTEA);
    }
    Optional<TypeMirror> element = elementOf(type);
    if (element.isPresent()) {
      return array(type, map(element.get(), wish, false), optional);
    }
    return type instanceof DeclaredType declared
        ? declared(declared, wish, optional)
        : unsupported(type, optional);
  }

  /** The element of a list or an array. */
  private static Optional<TypeMirror> elementOf(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return Optional.of(array.getComponentType());
    }
    return nameOf(type).equals("java.util.List") && arguments(type).size() == 1
        ? Optional.of(arguments(type).get(0))
        : Optional.empty();
  }

  private static Mapped array(TypeMirror type, Mapped element, boolean optional) {
    // Java makes no arrays of generic types.
    boolean generic = type instanceof ArrayType array
        && array.getComponentType() instanceof DeclaredType component
        && !component.getTypeArguments().isEmpty();
    if (generic
        || element.column().isEmpty()
        || element.java().mirror().getKind() == TypeKind.CHAR) {
      return unsupported(type, optional);
    }
    ColumnType inner = element.column().get();
    // PostgreSQL does not tell arrays of more dimensions from others.
    ColumnType column = inner instanceof ColumnType.ArrayOf ? inner : new ColumnType.ArrayOf(inner);
    return mapped(
        type instanceof ArrayType
            ? new JavaType.ArrayOf(element.java(), type, optional)
            : new JavaType.ListOf(element.java(), type, optional),
        column);
  }

  private Mapped converted(TypeMirror type, Wish wish, Converter converter, boolean optional) {
    Wish rest = new Wish(wish.document(), wish.enumAsText(), Optional.empty(), wish.stated());
    if (converter.makes(type)) {
      Mapped inner = map(converter.database(), rest, false);
      return inner.column().isEmpty()
          ? unsupported(type, optional)
          : mapped(
              new JavaType.Converted(converter.type(), inner.java(), type, optional),
              inner.column().get());
    }
    return elementOf(type)
        .map(element -> array(type, map(element, wish, false), optional))
        .orElseGet(() -> unsupported(type, optional));
  }

  private Mapped declared(DeclaredType type, Wish wish, boolean optional) {
    String name = nameOf(type);
    if (name.equals(VALUE + "Range") || name.equals(VALUE + "MultiRange")) {
      return range(type, name.endsWith("MultiRange"), wish, optional);
    }
    TypeElement element = (TypeElement) type.asElement();
    if (element.getKind() == ElementKind.ENUM) {
      JavaType java = new JavaType.EnumOf(element, type, optional);
      if (wish.enumAsText()) {
        return mapped(java, Scalar.TEXT);
      }
      EnumType enumType = enumType(element);
      enums.accept(enumType, element);
      return mapped(java, new ColumnType.Enumerated(enumType.name()));
    }
    if (DeclaredTypes.isDomain(element)) {
      return domain(element, type, optional);
    }
    if (DeclaredTypes.isComposite(element)) {
      return composite(element, type, optional);
    }
    return plain(DECLARED.get(name), type, optional);
  }

  private Mapped composite(TypeElement record, DeclaredType type, boolean optional) {
    Optional<QualifiedName> name = DeclaredTypes.name(record, Marker.COMPOSITE_TYPE);
    String full = record.getQualifiedName().toString();
    records.accept(record);
    if (name.isEmpty() || !within.add(full)) {
      // Reported where the record is read.
      return mapped(new JavaType.Unsupported(type, optional), Scalar.TEXT);
    }
    List<JavaType.Composite.Part> parts = new ArrayList<>();
    for (VariableElement field : TableReader.fields(record)) {
      Mapped part = fields.apply(field);
      parts.add(new JavaType.Composite.Part(
          field.getSimpleName().toString(),
          part.java(),
          part.column().orElse(Scalar.TEXT),
          ColumnReader.hasNullable(field)));
    }
    within.remove(full);
    return mapped(
        new JavaType.Composite(record, parts, type, optional),
        new ColumnType.Named(name.get(), List.of()));
  }

  private Mapped domain(TypeElement record, DeclaredType type, boolean optional) {
    List<VariableElement> fields = TableReader.fields(record);
    Optional<QualifiedName> name = DeclaredTypes.name(record, Marker.DOMAIN);
    if (fields.size() != 1 || name.isEmpty()) {
      // Reported where the record is read, once.
      records.accept(record);
      return mapped(new JavaType.Unsupported(type, optional), Scalar.TEXT);
    }
    records.accept(record);
    Wish wish = new Wish(false, false, Optional.empty(), Optional.empty());
    Mapped value = map(withoutOptional(fields.get(0).asType()), wish, false);
    return mapped(
        new JavaType.Wrapped(
            record,
            fields.get(0).getSimpleName().toString(),
            value.java(),
            value.column().orElse(Scalar.TEXT),
            type,
            optional),
        new ColumnType.Named(name.get(), List.of()));
  }

  private static Mapped range(DeclaredType type, boolean multi, Wish wish, boolean optional) {
    Natural bound =
        arguments(type).size() == 1 ? DECLARED.get(nameOf(arguments(type).get(0))) : null;
    if (bound == null) {
      return unsupported(type, optional);
    }
    JavaType java = new JavaType.RangeOf(bound.kind(), multi, type, optional);
    List<Scalar> types = RANGES.get(bound.kind());
    if (types == null) {
      // A range of the user's own: only its name is known.
      Optional<ColumnType> named =
          wish.stated().map(TypeMapping::element).filter(ColumnType.Named.class::isInstance);
      return named.map(column -> mapped(java, column)).orElseGet(() -> unsupported(type, optional));
    }
    return mapped(java, types.get(multi ? 1 : 0));
  }

  static ColumnType element(ColumnType type) {
    return type instanceof ColumnType.ArrayOf array ? array.element() : type;
  }

  /** The Java type that is natural for a column type, as the source would have it. */
  static Optional<String> naturalFor(ColumnType type) {
    Optional<String> plain = DECLARED.entrySet().stream()
        .filter(entry -> entry.getValue().type().equals(type))
        .filter(entry -> entry.getValue().kind() != JavaType.Kind.BYTE)
        .map(Map.Entry::getKey)
        .min(Comparator.comparing((String name) -> !name.startsWith(VALUE))
            .thenComparing(name -> name));
    return plain.or(() -> RANGES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(type))
        .map(entry -> VALUE
            + (entry.getValue().indexOf(type) == 0 ? "Range<" : "MultiRange<")
            + boundName(entry.getKey())
            + ">")
        .min(Comparator.naturalOrder()));
  }

  private static String boundName(JavaType.Kind kind) {
    return DECLARED.entrySet().stream()
        .filter(entry -> entry.getValue().kind() == kind)
        .map(entry -> entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1))
        .findFirst()
        .orElseThrow();
  }

  private static Mapped plain(@Nullable Natural natural, TypeMirror type, boolean optional) {
    return natural == null
        ? unsupported(type, optional)
        : mapped(new JavaType.Plain(natural.kind(), type, optional), natural.type());
  }

  private static EnumType enumType(TypeElement element) {
    List<String> values = element.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .map(member -> member.getSimpleName().toString())
        .toList();
    // A name that is none is reported where the enum is kept.
    QualifiedName name = DeclaredTypes.name(element, Marker.NAMED_ENUM)
        .orElseGet(() ->
            QualifiedName.of(DerivedName.of(Naming.type(element.getSimpleName().toString()))));
    return new EnumType(name, element.getQualifiedName().toString(), values);
  }

  private static boolean isDocument(TypeMirror type) {
    Element element = ((DeclaredType) type).asElement();
    return element.getKind() == ElementKind.RECORD
        || nameOf(type).equals("java.util.List")
        || nameOf(type).equals("java.util.Map");
  }

  /** Whether the type, or a part of it, is not known yet: another processor may still make it. */
  static boolean isUnresolved(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return isUnresolved(array.getComponentType());
    }
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().stream().anyMatch(TypeMapping::isUnresolved);
  }

  /** The full name of a declared type without its arguments; empty for another kind of type. */
  static String nameOf(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? element.getQualifiedName().toString()
        : "";
  }

  /** A type as the source has it, such as {@code List<int[]>}, for messages. */
  static String describe(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return describe(array.getComponentType()) + "[]";
    }
    if (type.getKind().isPrimitive()) {
      return type.getKind().name().toLowerCase(Locale.ROOT);
    }
    String name = nameOf(type);
    if (name.isEmpty()) {
      return "?";
    }
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return arguments(type).isEmpty()
        ? simple
        : arguments(type).stream()
            .map(TypeMapping::describe)
            .collect(Collectors.joining(", ", simple + "<", ">"));
  }

  private static List<? extends TypeMirror> arguments(TypeMirror type) {
    return ((DeclaredType) type).getTypeArguments();
  }

  private static Mapped mapped(JavaType java, ColumnType column) {
    return new Mapped(java, Optional.of(column));
  }

  private static Mapped unsupported(TypeMirror type, boolean optional) {
    return new Mapped(new JavaType.Unsupported(type, optional), Optional.empty());
  }
}
