package dev.varve.processor.pull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** What records cannot say, seen from the thing alone. */
final class Sayable {
  private static final Set<String> VIEW_OPTIONS =
      Set.of("security_barrier", "security_invoker", "check_option");

  private final Things things;

  private Sayable(Things things) {
    this.things = things;
  }

  /** Leaves the thing to SQL if no record could say it. */
  static void check(Thing thing, Things things) {
    new Sayable(things).fault(thing).ifPresent(thing::leave);
  }

  private Optional<String> fault(Thing thing) {
    Row row = thing.row();
    return switch (thing.kind()) {
      case SCHEMA, EXTENSION, OTHER, DEFAULT -> Optional.empty();
      case ENUM ->
        enumType(row.list("labels")).or(() -> whenOf(things.isKept(thing), Partitions.KEPT));
      case DOMAIN -> domain(thing);
      case COMPOSITE_TYPE ->
        things.columns(thing).stream()
                .anyMatch(column -> column.find("collation").isPresent())
            ? Optional.of("an attribute has a collation")
            : whenOf(things.columns(thing).isEmpty(), "it has no attributes");
      case TYPE -> Optional.of("records have no word for it");
      case AGGREGATE -> Optional.of("records have no word for an aggregate");
      case STATISTICS -> Optional.of("records have no word for statistics");
      case RULE -> Optional.of("records have no word for a rule");
      case SEQUENCE -> whenOf(row.is("is_unlogged"), "it is unlogged");
      case ROUTINE -> Optional.empty();
      case TABLE -> table(thing);
      case VIEW, MATERIALIZED_VIEW -> view(thing);
      case CONSTRAINT -> constraint(thing);
      case INDEX -> index(thing);
      case TRIGGER -> trigger(thing);
      case POLICY -> Optional.empty();
    };
  }

  private static Optional<String> whenOf(boolean condition, String reason) {
    return condition ? Optional.of(reason) : Optional.empty();
  }

  private static Optional<String> enumType(List<String> labels) {
    return labels.stream()
        .filter(
            label -> !SourceVersion.isName(label) || label.contains(".") || label.equals("values"))
        .findFirst()
        .map(label -> "the value \"" + label + "\" is no name in Java")
        .or(() -> whenOf(labels.isEmpty(), "it has no values"));
  }

  private Optional<String> domain(Thing thing) {
    boolean unchecked = things.checks(thing).stream().anyMatch(rule -> !rule.is("is_valid"));
    return whenOf(unchecked, "a check of it is not validated");
  }

  private Optional<String> table(Thing thing) {
    Row row = thing.row();
    if (things.isKept(thing)) {
      return Optional.of(Partitions.KEPT);
    }
    if (row.is("is_partition")) {
      return Optional.of("its table is in no record");
    }
    boolean divided = row.text("kind").equals("p");
    Optional<String> undivided = things.undivided(thing);
    if (undivided.isPresent()) {
      return undivided;
    }
    if (!divided && !row.text("kind").equals("r")) {
      return Optional.of("records have no word for a " + Relations.words(row));
    }
    boolean inherits = !row.list("parents").isEmpty()
        && (things.columns(thing).stream().anyMatch(column -> !column.is("is_local"))
            || things.snapshot().rows(Query.CONSTRAINTS).stream()
                .anyMatch(rule ->
                    rule.number("relation") == row.number("oid") && rule.is("is_inherited")));
    if (inherits) {
      return Optional.of("it has columns or rules of " + String.join(", ", row.list("parents")));
    }
    return things.columns(thing).stream()
        .filter(column -> !column.text("identity").isEmpty())
        .filter(column -> things
            .counter(column)
            .filter(counter -> counter.text("counts_in").equals(column.text("type")))
            .isEmpty())
        .findFirst()
        .map(column -> "the sequence of " + column.text("name") + " counts in another type");
  }

  private Optional<String> view(Thing thing) {
    List<String> options = thing.row().list("options");
    Optional<String> unknown = options.stream()
        .filter(option -> thing.kind() == Thing.Kind.MATERIALIZED_VIEW
            || !VIEW_OPTIONS.contains(option.substring(0, option.indexOf('='))))
        .findFirst();
    return unknown
        .map(option -> "records have no word for its option " + option)
        .or(() -> thing.row().find("tablespace").map(space -> "it is in the tablespace " + space))
        .or(() -> whenOf(things.columns(thing).isEmpty(), "it has no columns"))
        .or(() -> things.columns(thing).stream()
            .filter(column ->
                thing.kind() == Thing.Kind.VIEW && column.find("value").isPresent())
            .findFirst()
            .map(column -> "its column " + column.text("name") + " has a default"));
  }

  private Optional<String> constraint(Thing thing) {
    if (!thing.row().is("is_valid")) {
      return Optional.of("it is not validated");
    }
    return whenOf(
        things.constraint(thing).isEmpty(),
        "records have no word for all of " + thing.row().text("definition"));
  }

  private Optional<String> index(Thing thing) {
    if (!thing.row().is("is_valid")) {
      return Optional.of("it is not valid");
    }
    return whenOf(
        !thing.row().is("is_plain") || things.index(thing).isEmpty(),
        "records have no word for all of " + thing.row().text("sql"));
  }

  private static Optional<String> trigger(Thing thing) {
    return whenOf(thing.row().is("has_target"), "it is a trigger between two tables");
  }
}
