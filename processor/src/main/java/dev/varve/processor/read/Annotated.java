package dev.varve.processor.read;

import dev.varve.processor.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * One annotation as it stands in the source. Only values that are written there count: a default
 * such as {@code @Column(nullable = true)} is not what the user said.
 */
record Annotated(AnnotationMirror mirror, Origin origin) {
  /** The end of a container's name, after that of what it contains. */
  private static final String LIST = ".List";

  /** The annotations of this full name on the element, also those in its container. */
  static List<Annotated> all(Element element, Origin origin, String name) {
    List<Annotated> found = new ArrayList<>();
    for (Annotations.Named annotation : Annotations.of(element)) {
      AnnotationMirror mirror = annotation.mirror();
      String type = annotation.name();
      if (type.equals(name)) {
        found.add(new Annotated(mirror, origin.at(mirror)));
      } else if (type.length() == name.length() + LIST.length()
          && type.startsWith(name)
          && type.endsWith(LIST)) {
        new Annotated(mirror, origin)
            .nested("value")
            .forEach(inner -> found.add(new Annotated(inner, origin.at(inner))));
      }
    }
    return found;
  }

  static Optional<Annotated> find(Element element, Origin origin, String name) {
    return all(element, origin, name).stream().findFirst();
  }

  static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .toString();
  }

  Optional<AnnotationValue> value(String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /** The names of the members that are written there. */
  List<String> members() {
    return mirror.getElementValues().keySet().stream()
        .map(member -> member.getSimpleName().toString())
        .toList();
  }

  /** The text; empty if it is not there or has no characters. */
  Optional<String> text(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isEmpty());
  }

  Optional<Integer> number(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast);
  }

  Optional<Long> whole(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(Number.class::isInstance)
        .map(value -> ((Number) value).longValue());
  }

  Optional<Boolean> flag(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(Boolean.class::isInstance)
        .map(Boolean.class::cast);
  }

  /** The simple name of an enum constant. */
  Optional<String> constant(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(javax.lang.model.element.VariableElement.class::isInstance)
        .map(constant -> ((Element) constant).getSimpleName().toString());
  }

  /** The simple names of several enum constants. */
  List<String> constants(String member) {
    return elements(member).stream()
        .map(AnnotationValue::getValue)
        .filter(javax.lang.model.element.VariableElement.class::isInstance)
        .map(constant -> ((Element) constant).getSimpleName().toString())
        .toList();
  }

  Optional<TypeMirror> type(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(TypeMirror.class::isInstance)
        .map(TypeMirror.class::cast);
  }

  /** An annotation within this one. */
  Optional<Annotated> annotation(String member) {
    return value(member)
        .map(AnnotationValue::getValue)
        .filter(AnnotationMirror.class::isInstance)
        .map(AnnotationMirror.class::cast)
        .map(inner -> new Annotated(inner, origin));
  }

  /** Annotations within this one. */
  List<Annotated> annotations(String member) {
    return nested(member).stream()
        .map(inner -> new Annotated(inner, at(member)))
        .toList();
  }

  List<String> texts(String member) {
    return elements(member).stream()
        .map(AnnotationValue::getValue)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  List<AnnotationMirror> nested(String member) {
    return elements(member).stream()
        .map(AnnotationValue::getValue)
        .filter(AnnotationMirror.class::isInstance)
        .map(AnnotationMirror.class::cast)
        .toList();
  }

  private List<AnnotationValue> elements(String member) {
    Object value = value(member).map(AnnotationValue::getValue).orElse(List.of());
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    return list.stream()
        .filter(AnnotationValue.class::isInstance)
        .map(AnnotationValue.class::cast)
        .toList();
  }

  /** The place of one of its values, or its own. */
  Origin at(String member) {
    return value(member).map(value -> origin.at(mirror, value)).orElse(origin);
  }
}
