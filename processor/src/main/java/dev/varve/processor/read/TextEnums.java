package dev.varve.processor.read;

import dev.varve.runtime.schema.ColumnType;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Enums that are stored as text: only a check tells the server their values. */
final class TextEnums {
  private TextEnums() {}

  /** The condition on the column; empty if it is none of an enum as text. */
  static Optional<String> check(ColumnSource source) {
    boolean array = source.column().type() instanceof ColumnType.ArrayOf;
    ColumnType element = TypeMapping.element(source.column().type());
    if (!(source.type().core() instanceof JavaType.EnumOf enumeration)
        || element instanceof ColumnType.Enumerated
        || element instanceof ColumnType.Named) {
      return Optional.empty();
    }
    String values = enumeration.type().getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .map(Element::getSimpleName)
        .map(name -> "'" + name + "'")
        .collect(Collectors.joining(", "));
    String column = source.column().name().quoted();
    return Optional.of(
        array
            ? "array_remove(" + column + ", NULL)::text[] <@ ARRAY[" + values + "]::text[]"
            : column + " IN (" + values + ")");
  }
}
