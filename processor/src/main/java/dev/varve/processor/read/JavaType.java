package dev.varve.processor.read;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** How a component's Java type carries the values of its column. */
public sealed interface JavaType {

  /** The type as declared; of an {@code Optional} the type inside. */
  TypeMirror mirror();

  /** Whether the component is an {@code Optional}. */
  boolean optional();

  /** A value that the driver reads and writes directly. */
  record Plain(Kind kind, TypeMirror mirror, boolean optional) implements JavaType {}

  /** A Java enum, a PostgreSQL enum in the database. */
  record EnumOf(TypeElement type, TypeMirror mirror, boolean optional) implements JavaType {}

  /** A document in a {@code jsonb} column. */
  record Document(TypeMirror mirror, boolean optional) implements JavaType {}

  /** A {@code java.util.List}, an array in the database. */
  record ListOf(JavaType element, TypeMirror mirror, boolean optional) implements JavaType {}

  /** A Java array, an array in the database. */
  record ArrayOf(JavaType element, TypeMirror mirror, boolean optional) implements JavaType {}

  /** A type that no column can have; it has been reported. */
  record Unsupported(TypeMirror mirror, boolean optional) implements JavaType {}

  /** The values that the driver knows. */
  enum Kind {
    BOOLEAN,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    DECIMAL,
    STRING,
    UUID,
    INSTANT,
    OFFSET_DATE_TIME,
    LOCAL_DATE,
    LOCAL_TIME,
    LOCAL_DATE_TIME,
    BYTES,
    JSON
  }
}
