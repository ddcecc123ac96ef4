package dev.varve.processor;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** What of a compilation belongs to the model, by full names. */
final class Roots {
  static final String OURS = "dev.varve.annotations.";

  /** What makes a type part of the model. */
  private static final List<String> TABLES =
      List.of("jakarta.persistence.Table", OURS + "View", OURS + "MaterializedView");

  /** Those of ours that may stand on a package. */
  private static final List<String> ON_PACKAGES = Stream.of(
          "Comment", "Domain", "Dropped", "Extension", "Grant", "Role", "Routine", "Sequence")
      .map(name -> OURS + name)
      .flatMap(name -> Stream.of(name, name + ".List"))
      .toList();

  /** Those of ours that mean something only on a record of the model. */
  private static final List<String> ON_TABLES = Stream.of(
          "Check",
          "Exclude",
          "ForeignKey",
          "Index",
          "Keyless",
          "Partition",
          "Partitioned",
          "Policy",
          "PrimaryKey",
          "RowSecurity",
          "Tablespace",
          "Trigger",
          "Unique",
          "Unlogged",
          "With")
      .map(name -> OURS + name)
      .flatMap(name -> Stream.of(name, name + ".List"))
      .toList();

  private static final String ENTITY = "jakarta.persistence.Entity";
  private static final String AS_OF = OURS + "AsOf";
  private static final String DOMAIN = OURS + "Domain";
  private static final String PROJECTION = OURS + "Projection";

  private final Set<String> tables = new LinkedHashSet<>();
  private final Set<String> packages = new LinkedHashSet<>();

  /** The types with annotations of ours on them or on their members. */
  private final Set<String> annotated = new TreeSet<>();

  /**
   * What a round brings that gets classes.
   *
   * @param records of tables and views
   */
  record Found(
      List<TypeElement> records, List<TypeElement> projections, List<TypeElement> migrations) {}

  Set<String> tables() {
    return tables;
  }

  Set<String> packages() {
    return packages;
  }

  Set<String> annotated() {
    return annotated;
  }

  /** Looks once at everything that is compiled: each question to the compiler does. */
  Found collect(
      ProcessingEnvironment environment, RoundEnvironment round, Diagnostics diagnostics) {
    return collect(annotated(environment, round), diagnostics);
  }

  /**
   * Looks at what no round brings.
   *
   * @param elements types with all that is in them, and packages
   */
  void collect(Stream<Element> elements, Diagnostics diagnostics) {
    collect(elements.flatMap(Roots::annotated).collect(Collectors.toSet()), diagnostics);
  }

  private Found collect(Set<? extends Element> all, Diagnostics diagnostics) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    all.forEach(this::note);
    List<Element> elements = all.stream()
        .filter(element -> element instanceof TypeElement || element instanceof PackageElement)
        .sorted(Comparator.comparing(Element::toString))
        .map(Element.class::cast)
        .toList();
    for (Element element : elements) {
      Map<String, AnnotationMirror> annotations = new LinkedHashMap<>();
      element
          .getAnnotationMirrors()
          .forEach(mirror -> annotations.put(mirror.getAnnotationType().toString(), mirror));
      if (element instanceof PackageElement named
          && ON_PACKAGES.stream().anyMatch(annotations::containsKey)) {
        packages.add(named.getQualifiedName().toString());
      } else if (element instanceof TypeElement type) {
        collect(type, annotations, found, diagnostics);
      }
    }
    return found;
  }

  private void note(Element element) {
    Element type = element instanceof TypeElement ? element : element.getEnclosingElement();
    if (type instanceof TypeElement named) {
      annotated.add(named.getQualifiedName().toString());
    }
  }

  private void collect(
      TypeElement type,
      Map<String, AnnotationMirror> annotations,
      Found found,
      Diagnostics diagnostics) {
    if (TABLES.stream().anyMatch(annotations::containsKey)) {
      found.records().add(type);
      // A record for a migration in Java is no part of the model.
      if (!annotations.containsKey(AS_OF)) {
        tables.add(type.getQualifiedName().toString());
      }
    } else if (!annotations.containsKey(DOMAIN)) {
      refuse(type, annotations, diagnostics);
    }
    if (annotations.containsKey(PROJECTION)) {
      found.projections().add(type);
    }
    if (annotations.containsKey(JavaMigrations.ANNOTATION)) {
      found.migrations().add(type);
    }
  }

  /** What would be ignored, because nothing makes the record a table. Entities may be classes. */
  private static void refuse(
      TypeElement type, Map<String, AnnotationMirror> annotations, Diagnostics diagnostics) {
    annotations.forEach((name, mirror) -> {
      boolean entity = name.equals(ENTITY) && type.getKind() == ElementKind.RECORD;
      if (entity || ON_TABLES.contains(name)) {
        String simple = name.replace(".List", "").replaceAll(".*\\.", "@");
        String where = type.getQualifiedName().toString();
        diagnostics.report(
            Problem.ANNOTATION_UNSUPPORTED,
            Origin.of(where, type).at(mirror),
            simple
                + " does not make " + type.getSimpleName() + " a table, and nothing else does. "
                + (entity ? "Write @Table in its place." : "Add @Table, or remove it."));
      }
    });
  }

  private static Stream<Element> annotated(Element element) {
    Stream<Element> within = element instanceof PackageElement
        ? Stream.empty()
        : element.getEnclosedElements().stream().flatMap(Roots::annotated);
    return element.getAnnotationMirrors().isEmpty()
        ? within
        : Stream.concat(Stream.of(element), within);
  }

  private static Set<? extends Element> annotated(
      ProcessingEnvironment environment, RoundEnvironment round) {
    TypeElement[] types = Stream.of(
            TABLES,
            ON_PACKAGES,
            ON_TABLES,
            Places.annotations(),
            List.of(ENTITY, PROJECTION, JavaMigrations.ANNOTATION))
        .flatMap(List::stream)
        .distinct()
        .map(environment.getElementUtils()::getTypeElement)
        .filter(Objects::nonNull)
        .toArray(TypeElement[]::new);
    return types.length == 0 ? Set.of() : round.getElementsAnnotatedWithAny(types);
  }
}
