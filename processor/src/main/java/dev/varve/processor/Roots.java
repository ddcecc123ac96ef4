package dev.varve.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What of a compilation belongs to the model, by full names. */
final class Roots {
  /** What makes a type part of the model. */
  private static final List<String> TABLES = List.of(
      "jakarta.persistence.Table",
      "dev.varve.annotations.View",
      "dev.varve.annotations.MaterializedView");

  /** Those of ours that may stand on a package. */
  private static final List<String> ON_PACKAGES = Stream.of(
          "Comment", "Domain", "Dropped", "Extension", "Grant", "Role", "Routine", "Sequence")
      .map(name -> "dev.varve.annotations." + name)
      .flatMap(name -> Stream.of(name, name + ".List"))
      .toList();

  private static final String AS_OF = "dev.varve.annotations.AsOf";

  private final Set<String> tables = new LinkedHashSet<>();
  private final Set<String> packages = new LinkedHashSet<>();

  Set<String> tables() {
    return tables;
  }

  Set<String> packages() {
    return packages;
  }

  /** Takes what a round brings, and gives all records among it that get classes. */
  Set<String> collect(ProcessingEnvironment environment, RoundEnvironment round) {
    Set<String> found = new LinkedHashSet<>();
    Set<? extends Element> annotated = annotated(environment, round, TABLES);
    for (String table : TABLES) {
      for (TypeElement type : ElementFilter.typesIn(annotated)) {
        if (!has(type, table)) {
          continue;
        }
        found.add(type.getQualifiedName().toString());
        if (!isOfThePast(type)) {
          tables.add(type.getQualifiedName().toString());
        }
      }
    }
    for (Element element : annotated(environment, round, ON_PACKAGES)) {
      if (element instanceof PackageElement named) {
        packages.add(named.getQualifiedName().toString());
      }
    }
    return found;
  }

  /** A record for a migration in Java is no part of the model. */
  private static boolean isOfThePast(TypeElement type) {
    return has(type, AS_OF);
  }

  private static boolean has(TypeElement type, String annotation) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(annotation));
  }

  static Set<? extends Element> annotated(
      ProcessingEnvironment environment, RoundEnvironment round, String annotation) {
    return annotated(environment, round, List.of(annotation));
  }

  /** In one walk over all that is compiled. */
  private static Set<? extends Element> annotated(
      ProcessingEnvironment environment, RoundEnvironment round, List<String> annotations) {
    TypeElement[] types = annotations.stream()
        .map(environment.getElementUtils()::getTypeElement)
        .filter(Objects::nonNull)
        .toArray(TypeElement[]::new);
    return types.length == 0 ? Set.of() : round.getElementsAnnotatedWithAny(types);
  }
}
