package dev.varve.processor.pull;

import dev.varve.runtime.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The classes that stand for tables, views and types, by the names that these have.
 *
 * @param packages the package of each schema
 * @param siblings the simple names of the classes in each package
 */
record JavaClasses(
    Map<QualifiedName, String> types,
    Map<String, String> packages,
    Map<String, Set<String>> siblings) {
  static final JavaClasses NONE = new JavaClasses(Map.of(), Map.of(), Map.of());

  /** What the processor generates beside a record. */
  private static final List<String> GENERATED = List.of("table", "insert", "patch", "view", "row");

  /**
   * Names for all that records say.
   *
   * @param packages the package of each schema
   * @param given the classes that there are already, which keep their names
   */
  static JavaClasses of(
      Things things, Map<String, String> packages, Map<QualifiedName, String> given) {
    Map<QualifiedName, String> types = new TreeMap<>();
    // Two files whose names differ in capitals alone are one on some disks.
    Set<String> taken = new HashSet<>();
    given.values().forEach(type -> taken.add(type.toLowerCase(Locale.ROOT)));
    Set<QualifiedName> used = Users.used(things);
    // An enum's name is its class's: it comes first.
    for (Thing.Kind kind : List.of(
        Thing.Kind.ENUM,
        Thing.Kind.DOMAIN,
        Thing.Kind.COMPOSITE_TYPE,
        Thing.Kind.TABLE,
        Thing.Kind.VIEW,
        Thing.Kind.MATERIALIZED_VIEW)) {
      for (Thing thing : things.of(kind)) {
        boolean stated = kind == Thing.Kind.DOMAIN && !Users.isRecord(thing, used, things);
        if (thing.isInModel() && !stated) {
          String there = given.get(thing.name());
          types.put(thing.name(), there != null ? there : free(thing, packages, taken, kind));
        }
      }
    }
    Map<String, Set<String>> siblings = new TreeMap<>();
    for (String type : types.values()) {
      int dot = type.lastIndexOf('.');
      siblings
          .computeIfAbsent(type.substring(0, dot), name -> new TreeSet<>())
          .add(type.substring(dot + 1));
    }
    return new JavaClasses(types, packages, siblings);
  }

  private static String free(
      Thing thing, Map<String, String> packages, Set<String> taken, Thing.Kind kind) {
    String name = thing.name().name().value();
    String in = packages.get(schema(thing));
    boolean row = kind == Thing.Kind.TABLE || kind.isView();
    String base = JavaNames.type(name);
    String ending = kind == Thing.Kind.TABLE ? "Record" : kind.isView() ? "Listing" : "Type";
    for (int i = 0; i < 1_000; i++) {
      String full = in + "."
          + switch (i) {
            case 0 -> row ? JavaNames.row(name) : base;
            case 1 -> base;
            default -> base + ending + (i == 2 ? "" : i - 1);
          };
      String lower = full.toLowerCase(Locale.ROOT);
      boolean clashes = taken.contains(lower)
          || GENERATED.stream().anyMatch(end -> taken.contains(lower + end))
          || GENERATED.stream()
              .anyMatch(end -> lower.endsWith(end)
                  && taken.contains(lower.substring(0, lower.length() - end.length())));
      if (!clashes) {
        taken.add(lower);
        return full;
      }
    }
    throw new IllegalStateException("No name is free for " + thing);
  }

  private static String schema(Thing thing) {
    return thing.row().text("schema");
  }

  /** The full name of the class. */
  Optional<String> of(QualifiedName name) {
    return Optional.ofNullable(types.get(name));
  }

  String packageOf(Thing thing) {
    return packages.getOrDefault(schema(thing), "");
  }

  /** The simple names of the classes in a package. */
  Set<String> in(String packageName) {
    return siblings.getOrDefault(packageName, Set.of());
  }
}
