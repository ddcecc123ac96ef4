package dev.varve.processor.read;

import dev.varve.runtime.schema.ColumnType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** How a component's Java type carries the values of its column. */
public sealed interface JavaType {

  /** The type as declared; of an {@code Optional} the type inside. */
  TypeMirror mirror();

  /** Whether the component is an {@code Optional}. */
  boolean optional();

  /** What it is made of: the elements of a list or array, what a converter converts. */
  default JavaType core() {
    if (this instanceof Converted converted) {
      return converted.inner().core();
    }
    if (this instanceof Wrapped wrapped) {
      return wrapped.inner().core();
    }
    return elements().map(JavaType::core).orElse(this);
  }

  /** The elements of a list or an array, which may be lists or arrays themselves. */
  default Optional<JavaType> elements() {
    if (this instanceof ListOf list) {
      return Optional.of(list.element());
    }
    return this instanceof ArrayOf array ? Optional.of(array.element()) : Optional.empty();
  }

  /** Whether it is a list or an array. */
  default boolean isArray() {
    return elements().isPresent();
  }

  /** A value that the driver reads and writes directly. */
  record Plain(Kind kind, TypeMirror mirror, boolean optional) implements JavaType {}

  /** A Java enum, in the database a PostgreSQL enum or a text. */
  record EnumOf(TypeElement type, TypeMirror mirror, boolean optional) implements JavaType {}

  /** A document in a {@code jsonb} column. */
  record Document(TypeMirror mirror, boolean optional) implements JavaType {}

  /** A {@code java.util.List}, an array in the database. */
  record ListOf(JavaType element, TypeMirror mirror, boolean optional) implements JavaType {}

  /** A Java array, an array in the database. */
  record ArrayOf(JavaType element, TypeMirror mirror, boolean optional) implements JavaType {}

  /**
   * A range, or a multirange.
   *
   * @param element the kind of its bounds
   */
  record RangeOf(Kind element, boolean multi, TypeMirror mirror, boolean optional)
      implements JavaType {}

  /**
   * A type that a converter of the user's makes.
   *
   * @param converter its class
   * @param inner what the column has
   */
  record Converted(TypeElement converter, JavaType inner, TypeMirror mirror, boolean optional)
      implements JavaType {}

  /**
   * A record that is a domain.
   *
   * @param accessor of its one component
   * @param inner what the component has
   * @param column the type that the domain restricts
   */
  record Wrapped(
      TypeElement type,
      String accessor,
      JavaType inner,
      ColumnType column,
      TypeMirror mirror,
      boolean optional)
      implements JavaType {}

  /** A record that is a composite type. */
  record Composite(TypeElement type, List<Part> parts, TypeMirror mirror, boolean optional)
      implements JavaType {
    public Composite {
      parts = List.copyOf(parts);
    }

    /**
     * A component of it.
     *
     * @param nullable whether it is marked so, and no Optional
     */
    public record Part(String accessor, JavaType java, ColumnType column, boolean nullable) {}
  }

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
    JSON,
    BYTE,
    CHARACTER,
    BIG_INTEGER,
    OFFSET_TIME,
    DURATION,
    PERIOD,
    INTERVAL,
    INET,
    INET_ADDRESS,
    CIDR,
    MAC_ADDRESS,
    MAC_ADDRESS8,
    BIT_STRING,
    POINT,
    LINE,
    LINE_SEGMENT,
    BOX,
    PATH,
    POLYGON,
    CIRCLE,
    TS_VECTOR;

    /** Whether it is among those that most applications have. */
    public boolean isEveryday() {
      return compareTo(JSON) <= 0;
    }
  }
}
