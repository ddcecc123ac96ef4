package dev.varve.processor.report;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A place in the source.
 *
 * @param where the full name of what stands there, such as {@code shop.Order.customerId}: some
 *     compilers print no position for what belongs to a record
 */
public record Origin(
    String where,
    Optional<Element> element,
    Optional<AnnotationMirror> annotation,
    Optional<AnnotationValue> value) {

  /** No place in the source at all: a file, an option. */
  public static Origin of(String where) {
    return new Origin(where, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static Origin of(String where, Element element) {
    return new Origin(where, Optional.of(element), Optional.empty(), Optional.empty());
  }

  /** The same place, at one of its annotations. */
  public Origin at(AnnotationMirror mirror) {
    return new Origin(where, element, Optional.of(mirror), Optional.empty());
  }

  /** The same place, at one value of one of its annotations. */
  public Origin at(AnnotationMirror mirror, AnnotationValue annotationValue) {
    return new Origin(where, element, Optional.of(mirror), Optional.of(annotationValue));
  }
}
