package dev.varve.processor.read;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Java types to column types. Types are walked; their text differs between compilers. */
final class TypeMapping {
  private record Scalars(JavaType.Kind kind, ColumnType type) {}

  private static final Map<String, Scalars> DECLARED = Map.ofEntries(
      Map.entry("java.lang.Boolean", new Scalars(JavaType.Kind.BOOLEAN, Scalar.BOOLEAN)),
      Map.entry("java.lang.Short", new Scalars(JavaType.Kind.SHORT, Scalar.SMALLINT)),
      Map.entry("java.lang.Integer", new Scalars(JavaType.Kind.INT, Scalar.INTEGER)),
      Map.entry("java.lang.Long", new Scalars(JavaType.Kind.LONG, Scalar.BIGINT)),
      Map.entry("java.lang.Float", new Scalars(JavaType.Kind.FLOAT, Scalar.REAL)),
      Map.entry("java.lang.Double", new Scalars(JavaType.Kind.DOUBLE, Scalar.DOUBLE_PRECISION)),
      Map.entry("java.lang.String", new Scalars(JavaType.Kind.STRING, Scalar.TEXT)),
      Map.entry("java.math.BigDecimal", new Scalars(JavaType.Kind.DECIMAL, Scalar.NUMERIC)),
      Map.entry("java.util.UUID", new Scalars(JavaType.Kind.UUID, Scalar.UUID)),
      Map.entry("java.time.Instant", new Scalars(JavaType.Kind.INSTANT, Scalar.TIMESTAMPTZ)),
      Map.entry(
          "java.time.OffsetDateTime",
          new Scalars(JavaType.Kind.OFFSET_DATE_TIME, Scalar.TIMESTAMPTZ)),
      Map.entry("java.time.LocalDate", new Scalars(JavaType.Kind.LOCAL_DATE, Scalar.DATE)),
      Map.entry("java.time.LocalTime", new Scalars(JavaType.Kind.LOCAL_TIME, Scalar.TIME)),
      Map.entry(
          "java.time.LocalDateTime", new Scalars(JavaType.Kind.LOCAL_DATE_TIME, Scalar.TIMESTAMP)),
      Map.entry("dev.varve.runtime.json.Json", new Scalars(JavaType.Kind.JSON, Scalar.JSONB)));

  private static final Map<TypeKind, Scalars> PRIMITIVE = Map.of(
      TypeKind.BOOLEAN, new Scalars(JavaType.Kind.BOOLEAN, Scalar.BOOLEAN),
      TypeKind.SHORT, new Scalars(JavaType.Kind.SHORT, Scalar.SMALLINT),
      TypeKind.INT, new Scalars(JavaType.Kind.INT, Scalar.INTEGER),
      TypeKind.LONG, new Scalars(JavaType.Kind.LONG, Scalar.BIGINT),
      TypeKind.FLOAT, new Scalars(JavaType.Kind.FLOAT, Scalar.REAL),
      TypeKind.DOUBLE, new Scalars(JavaType.Kind.DOUBLE, Scalar.DOUBLE_PRECISION));

  /**
   * What a Java type became.
   *
   * @param column empty if no column can carry it
   */
  record Mapped(JavaType java, Optional<ColumnType> column) {}

  private final BiConsumer<EnumType, TypeElement> enums;

  /** Every enum that a column has is handed on. */
  TypeMapping(BiConsumer<EnumType, TypeElement> enums) {
    this.enums = enums;
  }

  Mapped map(TypeMirror declared, boolean document) {
    if (nameOf(declared).equals("java.util.Optional") && arguments(declared).size() == 1) {
      return map(arguments(declared).get(0), document, true);
    }
    return map(declared, document, false);
  }

  private Mapped map(TypeMirror type, boolean document, boolean optional) {
    if (document) {
      boolean fits = type.getKind() == TypeKind.DECLARED && isDocument(type);
      return fits
          ? mapped(new JavaType.Document(type, optional), Scalar.JSONB)
          : unsupported(type, optional);
    }
    if (type.getKind().isPrimitive()) {
      Scalars scalars = PRIMITIVE.get(type.getKind());
      return scalars == null
          ? unsupported(type, optional)
          : mapped(new JavaType.Plain(scalars.kind(), type, optional), scalars.type());
    }
    if (type instanceof ArrayType array) {
      return array(array, optional);
    }
    return type instanceof DeclaredType declared
        ? declared(declared, optional)
        : unsupported(type, optional);
  }

  private Mapped array(ArrayType type, boolean optional) {
    if (type.getComponentType().getKind() == TypeKind.BYTE) {
      return mapped(new JavaType.Plain(JavaType.Kind.BYTES, type, optional), Scalar.BYTEA);
    }
    Mapped element = map(type.getComponentType(), false, false);
    return isElement(element)
        ? mapped(
            new JavaType.ArrayOf(element.java(), type, optional),
            new ColumnType.ArrayOf(element.column().orElseThrow()))
        : unsupported(type, optional);
  }

  private Mapped declared(DeclaredType type, boolean optional) {
    String name = nameOf(type);
    if (name.equals("java.util.List") && type.getTypeArguments().size() == 1) {
      Mapped element = map(type.getTypeArguments().get(0), false, false);
      return isElement(element)
          ? mapped(
              new JavaType.ListOf(element.java(), type, optional),
              new ColumnType.ArrayOf(element.column().orElseThrow()))
          : unsupported(type, optional);
    }
    TypeElement element = (TypeElement) type.asElement();
    if (element.getKind() == ElementKind.ENUM) {
      EnumType enumType = enumType(element);
      enums.accept(enumType, element);
      return mapped(
          new JavaType.EnumOf(element, type, optional), new ColumnType.Enumerated(enumType.name()));
    }
    Scalars scalars = DECLARED.get(name);
    return scalars == null
        ? unsupported(type, optional)
        : mapped(new JavaType.Plain(scalars.kind(), type, optional), scalars.type());
  }

  private static EnumType enumType(TypeElement element) {
    List<String> values = element.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .map(member -> member.getSimpleName().toString())
        .toList();
    QualifiedName name =
        QualifiedName.of(DerivedName.of(Naming.words(element.getSimpleName().toString())));
    return new EnumType(name, element.getQualifiedName().toString(), values);
  }

  /** Arrays hold scalars and enums; PostgreSQL has no arrays of arrays of different lengths. */
  private static boolean isElement(Mapped element) {
    return element
            .column()
            .filter(type -> !(type instanceof ColumnType.ArrayOf))
            .isPresent()
        && element.column().filter(type -> type == Scalar.JSONB).isEmpty();
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
