package dev.varve.processor;

import static dev.varve.processor.Places.Host.COMPOSITE_TYPE;
import static dev.varve.processor.Places.Host.DOMAIN;
import static dev.varve.processor.Places.Host.EMBEDDED;
import static dev.varve.processor.Places.Host.ENUM;
import static dev.varve.processor.Places.Host.MATERIALIZED_VIEW;
import static dev.varve.processor.Places.Host.PACKAGE;
import static dev.varve.processor.Places.Host.PROJECTION;
import static dev.varve.processor.Places.Host.TABLE;
import static dev.varve.processor.Places.Host.VIEW;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Where annotations of ours mean something. Elsewhere they would be ignored without a word: Java lets
 * them stand on whatever is a type, a field or a method. What a reader has refused already is not
 * refused again.
 */
final class Places {
  private static final String OURS = Roots.OURS;
  private static final String EMBEDDABLE = "jakarta.persistence.Embeddable";

  /** What an annotation, or the component with it, may belong to. */
  enum Host {
    TABLE("@Table"),
    VIEW("@View"),
    MATERIALIZED_VIEW("@MaterializedView"),
    DOMAIN("@Domain"),
    COMPOSITE_TYPE("@CompositeType"),
    EMBEDDED("@Embeddable"),
    PROJECTION("@Projection"),
    ENUM("an enum of PostgreSQL"),
    CONSTANT("a constant of an enum"),
    PACKAGE("a package");

    private final String words;

    Host(String words) {
      this.words = words;
    }
  }

  /**
   * The places of one annotation.
   *
   * @param types on which it stands
   * @param components whose components it stands on
   */
  private record Use(Set<Host> types, Set<Host> components) {
    String words() {
      return Stream.of(
              records(types).map(records -> "a record with " + records),
              Optional.of(others()).filter(words -> !words.isEmpty()),
              records(components).map(records -> "a component of a record with " + records))
          .flatMap(Optional::stream)
          .collect(Collectors.joining(", or on "));
    }

    private String others() {
      return types.stream()
          .filter(host -> host.compareTo(ENUM) >= 0)
          .map(host -> host.words)
          .collect(Collectors.joining(", or on "));
    }

    /** {@code @Table, @View or @Domain}. */
    private static Optional<String> records(Set<Host> hosts) {
      List<String> words = hosts.stream()
          .filter(host -> host.compareTo(ENUM) < 0)
          .map(host -> host.words)
          .toList();
      int last = words.size() - 1;
      return last < 1
          ? words.stream().findFirst()
          : Optional.of(String.join(", ", words.subList(0, last)) + " or " + words.get(last));
    }
  }

  private static final Use ON_TABLE = on(TABLE);
  private static final Use OBJECT = on(TABLE, VIEW, MATERIALIZED_VIEW, PACKAGE);
  private static final Use OF_COLUMN = of(TABLE, EMBEDDED);

  private static final Map<String, Use> USES = Map.ofEntries(
      Map.entry("AllowRewrite", with(on(TABLE, ENUM), of(TABLE, EMBEDDED))),
      Map.entry("AsOf", ON_TABLE),
      Map.entry("Backfill", OF_COLUMN),
      Map.entry("Check", with(on(TABLE, DOMAIN), of(TABLE, EMBEDDED, DOMAIN))),
      Map.entry("Collation", of(TABLE, EMBEDDED, DOMAIN)),
      Map.entry(
          "Comment",
          with(
              on(TABLE, VIEW, MATERIALIZED_VIEW, DOMAIN, COMPOSITE_TYPE, ENUM, PACKAGE),
              of(TABLE, VIEW, MATERIALIZED_VIEW, EMBEDDED))),
      Map.entry("CompositeType", on(COMPOSITE_TYPE)),
      Map.entry("Compression", OF_COLUMN),
      Map.entry("Default", of(TABLE, EMBEDDED, DOMAIN)),
      Map.entry("Domain", on(DOMAIN, TABLE, VIEW, MATERIALIZED_VIEW, PACKAGE)),
      Map.entry(
          "Dropped", on(TABLE, VIEW, MATERIALIZED_VIEW, DOMAIN, COMPOSITE_TYPE, ENUM, PACKAGE)),
      Map.entry("Exclude", ON_TABLE),
      Map.entry("Extension", OBJECT),
      Map.entry("ForeignKey", ON_TABLE),
      Map.entry("Generated", OF_COLUMN),
      Map.entry("Grant", OBJECT),
      Map.entry("Identity", OF_COLUMN),
      Map.entry(
          "Index", with(on(TABLE, MATERIALIZED_VIEW), of(TABLE, EMBEDDED, MATERIALIZED_VIEW))),
      Map.entry("Json", of(TABLE, EMBEDDED, VIEW, MATERIALIZED_VIEW, DOMAIN, COMPOSITE_TYPE)),
      Map.entry("Keyless", ON_TABLE),
      Map.entry("MaterializedView", on(MATERIALIZED_VIEW)),
      Map.entry("NamedEnum", on(ENUM)),
      Map.entry("Partition", ON_TABLE),
      Map.entry("Partitioned", ON_TABLE),
      Map.entry("Policy", ON_TABLE),
      Map.entry("Prefix", OF_COLUMN),
      Map.entry("PrimaryKey", ON_TABLE),
      Map.entry("Projection", on(PROJECTION)),
      Map.entry("References", OF_COLUMN),
      Map.entry(
          "RenamedFrom",
          with(
              on(TABLE, VIEW, MATERIALIZED_VIEW, DOMAIN, COMPOSITE_TYPE, ENUM, Host.CONSTANT),
              of(TABLE, EMBEDDED, COMPOSITE_TYPE))),
      Map.entry("Role", OBJECT),
      Map.entry("Routine", OBJECT),
      Map.entry("RowSecurity", ON_TABLE),
      Map.entry("Sensitive", of(TABLE, EMBEDDED, VIEW, MATERIALIZED_VIEW)),
      Map.entry("Sequence", OBJECT),
      Map.entry("Serial", OF_COLUMN),
      Map.entry("Storage", OF_COLUMN),
      Map.entry("Tablespace", ON_TABLE),
      Map.entry("Trigger", on(TABLE, VIEW)),
      Map.entry("Unique", with(on(TABLE), of(TABLE, EMBEDDED))),
      Map.entry("Unlogged", ON_TABLE),
      Map.entry("Using", OF_COLUMN),
      Map.entry("View", on(VIEW)),
      Map.entry("With", ON_TABLE));

  private final Diagnostics diagnostics;
  private final Set<String> embedded;
  private final Set<String> texts;

  /**
   * @param embedded the records that components embed, by name
   * @param texts the enums that are kept as text, by name
   */
  Places(Diagnostics diagnostics, Set<String> embedded, Set<String> texts) {
    this.diagnostics = diagnostics;
    this.embedded = embedded;
    this.texts = texts;
  }

  private static Use on(Host... types) {
    return new Use(EnumSet.copyOf(List.of(types)), Set.of());
  }

  private static Use of(Host... components) {
    return new Use(Set.of(), EnumSet.copyOf(List.of(components)));
  }

  private static Use with(Use on, Use of) {
    return new Use(on.types(), of.components());
  }

  /** Refuses what has no meaning on a type and on its members. */
  void check(TypeElement type) {
    String name = type.getQualifiedName().toString();
    Set<Host> hosts = hosts(type);
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      Optional<Use> use = use(mirror);
      Origin origin = Origin.of(name, type);
      if (use.isPresent() && isMissing(use.get().types(), hosts)) {
        refuse(origin, mirror, use.get());
      } else if (use.isPresent() && isSecond(simple(mirror), hosts, type)) {
        refuse(
            origin,
            mirror,
            "makes something else of " + type.getSimpleName()
                + " than another annotation on it does. Remove one of the two.");
      }
    }
    for (Element member : type.getEnclosedElements()) {
      for (AnnotationMirror mirror : member.getAnnotationMirrors()) {
        use(mirror)
            .filter(use -> !mayHave(type, hosts, member, use))
            .ifPresent(
                use -> refuse(Origin.of(name + "." + member.getSimpleName(), member), mirror, use));
      }
    }
  }

  /** Whether the record is something else already: a row of a table is no value, a view is not stored. */
  private static boolean isSecond(String marker, Set<Host> hosts, TypeElement type) {
    boolean embeddable = type.getAnnotationMirrors().stream()
        .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(EMBEDDABLE));
    return switch (marker) {
      case "CompositeType" ->
        embeddable || !isMissing(EnumSet.of(TABLE, VIEW, MATERIALIZED_VIEW, DOMAIN), hosts);
      case "Domain" -> embeddable;
      case "MaterializedView" -> hosts.contains(VIEW);
      default -> false;
    };
  }

  private static boolean mayHave(TypeElement type, Set<Host> hosts, Element member, Use use) {
    return switch (member.getKind()) {
      case ENUM_CONSTANT -> use.types().contains(Host.CONSTANT);
      // What stands on an accessor is the component's, for one compiler has it only there.
      case FIELD, METHOD -> isComponent(type, member) && !isMissing(use.components(), hosts);
      default -> true;
    };
  }

  private static boolean isComponent(TypeElement type, Element member) {
    return type.getKind() == ElementKind.RECORD
        && !member.getModifiers().contains(Modifier.STATIC)
        && !(member instanceof ExecutableElement method
            && !method.getParameters().isEmpty())
        && type.getEnclosedElements().stream()
            .anyMatch(component -> component.getKind() == ElementKind.RECORD_COMPONENT
                && component.getSimpleName().equals(member.getSimpleName()));
  }

  private static boolean isMissing(Set<Host> allowed, Set<Host> hosts) {
    return hosts.stream().noneMatch(allowed::contains);
  }

  private Set<Host> hosts(TypeElement type) {
    Set<Host> hosts = EnumSet.noneOf(Host.class);
    String name = type.getQualifiedName().toString();
    if (type.getKind() == ElementKind.ENUM && !texts.contains(name)) {
      hosts.add(ENUM);
    }
    if (type.getKind() != ElementKind.RECORD) {
      return hosts;
    }
    if (embedded.contains(name)) {
      hosts.add(EMBEDDED);
    }
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      switch (mirror.getAnnotationType().toString()) {
        case "jakarta.persistence.Table" -> hosts.add(TABLE);
        case EMBEDDABLE -> hosts.add(EMBEDDED);
        case OURS + "View" -> hosts.add(VIEW);
        case OURS + "MaterializedView" -> hosts.add(MATERIALIZED_VIEW);
        case OURS + "Domain" -> hosts.add(DOMAIN);
        case OURS + "CompositeType" -> hosts.add(COMPOSITE_TYPE);
        case OURS + "Projection" -> hosts.add(PROJECTION);
        default -> {}
      }
    }
    return hosts;
  }

  private static String simple(AnnotationMirror mirror) {
    String name = mirror.getAnnotationType().toString();
    return name.startsWith(OURS) ? name.substring(OURS.length()).replace(".List", "") : "";
  }

  private static Optional<Use> use(AnnotationMirror mirror) {
    return Optional.ofNullable(USES.get(simple(mirror)));
  }

  private void refuse(Origin origin, AnnotationMirror mirror, Use use) {
    refuse(
        origin,
        mirror,
        "has no meaning here, and ignoring it would surprise you. It belongs on " + use.words()
            + ". Put it there, or remove it.");
  }

  private void refuse(Origin origin, AnnotationMirror mirror, String text) {
    String annotation = "@" + simple(mirror);
    if (!diagnostics.hasError(origin, annotation)) {
      diagnostics.report(
          Problem.ANNOTATION_UNSUPPORTED, origin.at(mirror), annotation + " " + text);
    }
  }

  /** The annotations whose places are known, by full names; for those who look for them. */
  static List<String> annotations() {
    return USES.keySet().stream()
        .sorted()
        .flatMap(name -> Stream.of(OURS + name, OURS + name + ".List"))
        .toList();
  }
}
