package dev.varve.processor.queries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A component of a record that is no table: of a projection or of a document.
 *
 * @param type without the Optional
 * @param nullable declared {@code @Nullable}, whatever the annotation's package
 */
record Component(String name, TypeMirror type, boolean optional, boolean nullable) {
  static List<Component> of(TypeElement type) {
    Map<String, VariableElement> fields = new HashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      fields.put(field.getSimpleName().toString(), field);
    }
    List<Component> components = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      // The field is there for every compiler, and its annotations can be read.
      VariableElement field = fields.get(component.getSimpleName().toString());
      if (field != null) {
        components.add(of(field));
      }
    }
    return components;
  }

  private static Component of(VariableElement field) {
    String name = field.getSimpleName().toString();
    TypeMirror type = field.asType();
    return isNamed(type, "java.util.Optional") && arguments(type).size() == 1
        ? new Component(name, arguments(type).get(0), true, false)
        : new Component(name, type, false, hasNullable(field));
  }

  static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(name);
  }

  static List<? extends TypeMirror> arguments(TypeMirror type) {
    return ((DeclaredType) type).getTypeArguments();
  }

  private static boolean hasNullable(VariableElement field) {
    return Stream.concat(
            field.getAnnotationMirrors().stream(), field.asType().getAnnotationMirrors().stream())
        .map(mirror -> mirror.getAnnotationType().asElement().getSimpleName())
        .anyMatch(name -> name.contentEquals("Nullable"));
  }
}
