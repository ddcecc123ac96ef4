package dev.varve.processor.queries;

import com.palantir.javapoet.CodeBlock;
import dev.varve.processor.read.JavaType.Kind;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The methods of the runtime's RowReader: one for each kind of value that needs no codec. */
final class Getters {
  private static final Map<String, Kind> DECLARED = Map.ofEntries(
      Map.entry("java.lang.Boolean", Kind.BOOLEAN),
      Map.entry("java.lang.Short", Kind.SHORT),
      Map.entry("java.lang.Integer", Kind.INT),
      Map.entry("java.lang.Long", Kind.LONG),
      Map.entry("java.lang.Float", Kind.FLOAT),
      Map.entry("java.lang.Double", Kind.DOUBLE),
      Map.entry("java.math.BigDecimal", Kind.DECIMAL),
      Map.entry("java.lang.String", Kind.STRING),
      Map.entry("java.util.UUID", Kind.UUID),
      Map.entry("java.time.Instant", Kind.INSTANT),
      Map.entry("java.time.OffsetDateTime", Kind.OFFSET_DATE_TIME),
      Map.entry("java.time.LocalDate", Kind.LOCAL_DATE),
      Map.entry("java.time.LocalTime", Kind.LOCAL_TIME),
      Map.entry("java.time.LocalDateTime", Kind.LOCAL_DATE_TIME),
      Map.entry("dev.varve.runtime.json.Json", Kind.JSON));

  private static final Map<TypeKind, Kind> PRIMITIVE = Map.of(
      TypeKind.BOOLEAN, Kind.BOOLEAN,
      TypeKind.SHORT, Kind.SHORT,
      TypeKind.INT, Kind.INT,
      TypeKind.LONG, Kind.LONG,
      TypeKind.FLOAT, Kind.FLOAT,
      TypeKind.DOUBLE, Kind.DOUBLE);

  private Getters() {}

  /** The kind of a Java type that stands in no table of ours; empty if it is none of them. */
  static Optional<Kind> kindOf(TypeMirror type) {
    if (type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE) {
      return Optional.of(Kind.BYTES);
    }
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      return Optional.ofNullable(DECLARED.get(element.getQualifiedName().toString()));
    }
    return Optional.ofNullable(PRIMITIVE.get(type.getKind()));
  }

  /** {@code getLong}; empty if the column's own codec reads it. */
  static Optional<String> of(Kind kind) {
    return switch (kind) {
      case BOOLEAN -> Optional.of("getBoolean");
      case SHORT -> Optional.of("getShort");
      case INT -> Optional.of("getInt");
      case LONG -> Optional.of("getLong");
      case FLOAT -> Optional.of("getFloat");
      case DOUBLE -> Optional.of("getDouble");
      case DECIMAL -> Optional.of("getDecimal");
      case STRING -> Optional.of("getString");
      case UUID -> Optional.of("getUuid");
      case INSTANT -> Optional.of("getInstant");
      case OFFSET_DATE_TIME -> Optional.of("getOffsetDateTime");
      case LOCAL_DATE -> Optional.of("getLocalDate");
      case LOCAL_TIME -> Optional.of("getLocalTime");
      case LOCAL_DATE_TIME -> Optional.of("getLocalDateTime");
      case BYTES -> Optional.of("getBytes");
      default -> Optional.empty();
    };
  }

  /** {@code row.getLong(at + 1)}, with what it takes to be null or an Optional. */
  static CodeBlock read(String getter, boolean optional, boolean nullable, String at) {
    if (optional) {
      return CodeBlock.of("row.find$L($L)", getter.substring("get".length()), at);
    }
    return CodeBlock.of("row.$L$L($L)", getter, nullable ? "OrNull" : "", at);
  }

  /** {@code at + 2}. */
  static String at(int index) {
    return index == 0 ? "at" : "at + " + index;
  }

  /** A field in a method whose parameters are {@code row} and {@code at}. */
  static String field(String component) {
    return component.equals("row") || component.equals("at") ? "this." + component : component;
  }
}
