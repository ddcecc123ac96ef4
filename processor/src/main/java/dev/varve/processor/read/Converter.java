package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

/**
 * An {@code AttributeConverter} of the user's.
 *
 * @param attribute the Java type that it makes
 * @param database the Java type that it makes it of
 */
record Converter(TypeElement type, TypeMirror attribute, TypeMirror database) {
  private static final String INTERFACE = Jakarta.PACKAGE + "AttributeConverter";

  /** Of a class; empty if its type arguments cannot be told. */
  static Optional<Converter> of(TypeMirror mirror) {
    return mirror instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? arguments(declared, Map.of())
            .filter(arguments -> arguments.size() == 2)
            .map(arguments -> new Converter(element, arguments.get(0), arguments.get(1)))
        : Optional.empty();
  }

  /** The arguments of the interface, as far up as it stands. */
  private static Optional<List<TypeMirror>> arguments(
      DeclaredType type, Map<Element, TypeMirror> outer) {
    List<TypeMirror> given = type.getTypeArguments().stream()
        .map(argument -> argument.getKind() == TypeKind.TYPEVAR
            ? outer.get(((TypeVariable) argument).asElement())
            : argument)
        .map(TypeMirror.class::cast)
        .toList();
    if (TypeMapping.nameOf(type).equals(INTERFACE)) {
      return given.contains(null) ? Optional.empty() : Optional.of(given);
    }
    TypeElement element = (TypeElement) type.asElement();
    Map<Element, TypeMirror> inner = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      inner.put(element.getTypeParameters().get(i), given.get(i));
    }
    for (TypeMirror parent : parents(element)) {
      Optional<List<TypeMirror>> found =
          parent instanceof DeclaredType declared ? arguments(declared, inner) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<TypeMirror> parents(TypeElement element) {
    List<TypeMirror> parents = new ArrayList<>(element.getInterfaces());
    parents.add(element.getSuperclass());
    return parents;
  }

  /** Whether it makes values of this type. */
  boolean makes(TypeMirror declared) {
    return isSame(declared, attribute);
  }

  private static boolean isSame(TypeMirror a, TypeMirror b) {
    if (a instanceof ArrayType one && b instanceof ArrayType other) {
      TypeMirror element = one.getComponentType();
      TypeMirror otherElement = other.getComponentType();
      return element.getKind() == otherElement.getKind() && isSame(element, otherElement);
    }
    return boxed(a).equals(boxed(b)) && argumentsAreSame(a, b);
  }

  private static boolean argumentsAreSame(TypeMirror a, TypeMirror b) {
    if (!(a instanceof DeclaredType one) || !(b instanceof DeclaredType other)) {
      return true;
    }
    List<? extends TypeMirror> ones = one.getTypeArguments();
    List<? extends TypeMirror> others = other.getTypeArguments();
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      if (!isSame(ones.get(i), others.get(i))) {
        return false;
      }
    }
    return ones.size() == others.size();
  }

  private static String boxed(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> "java.lang.Boolean";
      case BYTE -> "java.lang.Byte";
      case SHORT -> "java.lang.Short";
      case INT -> "java.lang.Integer";
      case LONG -> "java.lang.Long";
      case FLOAT -> "java.lang.Float";
      case DOUBLE -> "java.lang.Double";
      case CHAR -> "java.lang.Character";
      default -> TypeMapping.nameOf(type);
    };
  }

  /** Whether generated code of the package can make one. */
  boolean isMadeIn(Element place) {
    boolean known = !type.getModifiers().contains(Modifier.ABSTRACT)
        && type.getKind() != ElementKind.INTERFACE
        && isVisible(type, place);
    List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
    return known
        && (constructors.isEmpty()
            || constructors.stream()
                .anyMatch(c -> c.getParameters().isEmpty() && isVisibleMember(c, place)));
  }

  private static boolean isVisible(TypeElement type, Element place) {
    return isVisibleMember(type, place)
        && (!(type.getEnclosingElement() instanceof TypeElement outer)
            || (type.getModifiers().contains(Modifier.STATIC) && isVisible(outer, place))
            || (type.getKind() != ElementKind.CLASS && isVisible(outer, place)));
  }

  private static boolean isVisibleMember(Element member, Element place) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        || (!member.getModifiers().contains(Modifier.PRIVATE)
            && packageOf(member).equals(packageOf(place)));
  }

  private static String packageOf(Element element) {
    Element parent = element;
    while (parent != null && parent.getKind() != ElementKind.PACKAGE) {
      parent = parent.getEnclosingElement();
    }
    return parent instanceof PackageElement found ? found.getQualifiedName().toString() : "";
  }
}
