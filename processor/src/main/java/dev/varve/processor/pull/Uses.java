package dev.varve.processor.pull;

import dev.varve.runtime.schema.Expressions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What rests on what: PostgreSQL knows most, and the bodies of routines tell the rest. */
final class Uses {
  private static final Pattern TYPE_OF = Pattern.compile(
      "([\\w.\"]+?)(?:\\.[\\w\"]+)?\\s*%\\s*(?:row)?type", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECLARE =
      Pattern.compile("\\bdeclare\\b(.*?)\\bbegin\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Set<String> MEMBERS = Set.of("pg_amop", "pg_amproc");

  private final Things things;

  private Uses(Things things) {
    this.things = things;
  }

  static void read(Snapshot snapshot, Things things) {
    Uses uses = new Uses(things);
    // What the members of an operator class need, it needs.
    snapshot.rows(Query.DEPENDS).stream()
        .filter(row -> MEMBERS.contains(row.text("class")))
        .filter(row -> row.text("on_class").equals("pg_opclass"))
        .forEach(row -> things.alias(
            row.text("class") + ":" + row.text("oid"), "pg_opclass:" + row.text("on_oid")));
    snapshot.rows(Query.DEPENDS).forEach(uses::known);
    things.of(Thing.Kind.ROUTINE).forEach(uses::told);
  }

  private void known(Row row) {
    Optional<Thing> one = things.find(row.text("class") + ":" + row.text("oid"));
    Optional<Thing> other = things.find(row.text("on_class") + ":" + row.text("on_oid"));
    if (one.isPresent() && other.isPresent() && rests(one.get(), other.get())) {
      one.get().uses().add(other.get().key());
    }
  }

  private static boolean rests(Thing one, Thing other) {
    // A sequence is there before the column that owns it, and a table before its parts.
    return one != other
        && !(one.kind() == Thing.Kind.SEQUENCE && other.kind() == Thing.Kind.TABLE)
        && other.owner().filter(one::equals).isEmpty();
  }

  /** The server looks into a body when it makes the routine, and keeps nothing of what it saw. */
  private void told(Thing routine) {
    String source = routine.row().find("source").orElse("");
    String language = routine.row().text("language");
    String text = switch (language) {
      case "sql" -> source;
      case "plpgsql" -> declared(source);
      default -> "";
    };
    if (text.isBlank()) {
      return;
    }
    Stream.of(
            Thing.Kind.TABLE,
            Thing.Kind.VIEW,
            Thing.Kind.MATERIALIZED_VIEW,
            Thing.Kind.ROUTINE,
            Thing.Kind.ENUM,
            Thing.Kind.DOMAIN,
            Thing.Kind.COMPOSITE_TYPE,
            Thing.Kind.TYPE,
            Thing.Kind.SEQUENCE)
        .flatMap(kind -> things.of(kind).stream())
        .filter(thing -> thing != routine)
        .filter(thing -> text.contains(thing.name().name().value()))
        .filter(thing -> Expressions.contains(text, thing.name().name())
            // The name of a sequence stands in a literal.
            || thing.kind() == Thing.Kind.SEQUENCE)
        .filter(thing -> !reaches(thing, routine, new HashSet<>()))
        .forEach(thing -> routine.uses().add(thing.key()));
  }

  private static String declared(String source) {
    StringBuilder text = new StringBuilder();
    Matcher type = TYPE_OF.matcher(source);
    while (type.find()) {
      text.append(type.group(1)).append(' ');
    }
    Matcher declare = DECLARE.matcher(source);
    while (declare.find()) {
      text.append(declare.group(1)).append(' ');
    }
    return text.toString();
  }

  private boolean reaches(Thing from, Thing to, Set<String> seen) {
    if (from == to) {
      return true;
    }
    if (!seen.add(from.key())) {
      return false;
    }
    List<Thing> next = Stream.concat(
            from.uses().stream().flatMap(key -> things.find(key).stream()),
            from.kind() == Thing.Kind.TABLE
                ? things.parts(from).stream().filter(part -> !isReference(part))
                : Stream.of())
        .toList();
    return next.stream().anyMatch(thing -> reaches(thing, to, seen));
  }

  private static boolean isReference(Thing part) {
    return part.kind() == Thing.Kind.CONSTRAINT && part.row().text("kind").equals("f");
  }
}
