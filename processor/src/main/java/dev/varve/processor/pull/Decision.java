package dev.varve.processor.pull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which things records say, given those that they cannot say.
 *
 * <p>The migration that records make stands between two scripts: what it rests on comes before it,
 * and all other SQL behind it. So what rests on something behind it goes there, too. Within it, types,
 * sequences and routines come first, then tables, then what rests on tables.
 */
final class Decision {
  private final Things things;
  private final Map<String, Boolean> before = new HashMap<>();
  private final Map<String, Boolean> late = new HashMap<>();

  private Decision(Things things) {
    this.things = things;
  }

  /** Leaves to SQL what must be left, until nothing more must. */
  static void settle(Things things) {
    boolean more = true;
    while (more) {
      Decision decision = new Decision(things);
      more = false;
      for (Thing thing : things.all()) {
        if (thing.isInModel()) {
          decision.check(thing);
          more |= !thing.isInModel();
        }
      }
      more |= Users.leaveUnused(things);
      more |= Views.leaveUnread(things);
    }
  }

  /** What SQL makes before the migration of the records, since nothing of that is in it. */
  static Predicate<Thing> before(Things things) {
    return new Decision(things)::isBefore;
  }

  private void check(Thing thing) {
    for (Thing used : uses(thing)) {
      if (isHeir(thing, used)) {
        continue;
      }
      if (thing.owner().filter(used::equals).isPresent()) {
        if (!used.isInModel()) {
          leave(thing, used + " is not in a record");
        }
        continue;
      }
      if (!used.isInModel() && isReference(thing, used)) {
        leave(thing, "it references " + used + ", which is in no record");
      } else if (!used.isInModel() && !isBefore(used)) {
        leave(thing, "it rests on " + used + ", which comes behind the records");
      } else if (isEarly(thing) && isLate(used) && !isReference(thing, used)) {
        leave(thing, "it rests on " + used + ", and in the records' migration comes before it");
      }
    }
  }

  /** What a table cannot do without takes the table along. */
  private void leave(Thing thing, String why) {
    thing.leave(why);
    if (thing.kind() == Thing.Kind.DEFAULT && !thing.row().text("generated").isEmpty()) {
      thing.owner().ifPresent(table -> table.leave("its column " + thing.name() + ": " + why));
    }
  }

  private List<Thing> uses(Thing thing) {
    return thing.uses().stream().flatMap(key -> things.find(key).stream()).toList();
  }

  private static boolean isEarly(Thing thing) {
    return switch (thing.kind()) {
      case ENUM, DOMAIN, COMPOSITE_TYPE, SEQUENCE, TABLE -> true;
      case DEFAULT, CONSTRAINT -> true;
      case INDEX -> thing.owner().filter(on -> on.kind() == Thing.Kind.TABLE).isPresent();
      default -> false;
    };
  }

  /** It begins to inherit when all tables are there. */
  private static boolean isHeir(Thing thing, Thing used) {
    return thing.kind() == Thing.Kind.TABLE
        && used.kind() == Thing.Kind.TABLE
        && thing.row().list("parents").contains(used.row().text("text"));
  }

  /** Foreign keys are made when all tables are there. */
  private static boolean isReference(Thing thing, Thing used) {
    return thing.kind() == Thing.Kind.CONSTRAINT
        && thing.row().text("kind").equals("f")
        && (used.kind() == Thing.Kind.TABLE || used.kind().isPart());
  }

  /** Whether it is a table or rests on one. */
  private boolean isLate(Thing thing) {
    Boolean known = late.get(thing.key());
    if (known != null) {
      return known;
    }
    late.put(thing.key(), false);
    boolean found = thing.isInModel()
        && (thing.kind() == Thing.Kind.TABLE
            || thing.kind().isView()
            || uses(thing).stream().anyMatch(this::isLate));
    late.put(thing.key(), found);
    return found;
  }

  private boolean isBefore(Thing thing) {
    Boolean known = before.get(thing.key());
    if (known != null) {
      return known;
    }
    before.put(thing.key(), true);
    boolean found = !thing.isInModel()
        && !isLast(thing)
        && uses(thing).stream().allMatch(used -> isFirst(used) || isBefore(used));
    before.put(thing.key(), found);
    return found;
  }

  /** Schemas and extensions stand in both. */
  static boolean isFirst(Thing thing) {
    return thing.kind() == Thing.Kind.SCHEMA || thing.kind() == Thing.Kind.EXTENSION;
  }

  /** What is about all else, or looks at it: default privileges, publications, event triggers. */
  static boolean isLast(Thing thing) {
    return thing.kind() == Thing.Kind.OTHER && thing.row().is("is_last");
  }

  /** All that SQL makes, each behind what it rests on. */
  static List<Thing> ordered(Things things) {
    Set<Thing> ordered = new java.util.LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    things.all().stream()
        .sorted(java.util.Comparator.comparing(Thing::kind)
            .thenComparing(Thing::name)
            .thenComparing(Thing::key))
        .forEach(thing -> visit(thing, things, seen, ordered));
    return ordered.stream().filter(thing -> !thing.isInModel()).toList();
  }

  private static void visit(Thing thing, Things things, Set<String> seen, Set<Thing> ordered) {
    if (seen.add(thing.key())) {
      thing.uses().stream()
          .flatMap(key -> things.find(key).stream())
          .sorted(java.util.Comparator.comparing(Thing::kind)
              .thenComparing(Thing::name)
              .thenComparing(Thing::key))
          .forEach(used -> visit(used, things, seen, ordered));
      ordered.add(thing);
    }
  }
}
