package dev.varve.processor.ddl;

import dev.varve.runtime.diff.Casts;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Extension;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Role;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Objects in words, for comments and names of files. */
final class ObjectWords {
  /** What gives a file its name before what serves it. */
  private static final Set<ObjectKind> MAIN = Set.of(
      ObjectKind.VIEW,
      ObjectKind.MATERIALIZED_VIEW,
      ObjectKind.SEQUENCE,
      ObjectKind.DOMAIN,
      ObjectKind.COMPOSITE_TYPE);

  private ObjectWords() {}

  /** {@code View totals}. */
  static String subject(SchemaObject object) {
    return capital(object.id().toString());
  }

  /** {@code View}. */
  static String kind(SchemaObject object) {
    return capital(object.id().kind().words());
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** What no undo brings back. */
  static Optional<String> lost(SchemaObject object, EarlierNames earlier) {
    return object instanceof Sequence sequence
        ? Optional.of("how far sequence "
            + earlier.object(ObjectKind.SEQUENCE, sequence.name())
            + " has counted")
        : Optional.empty();
  }

  /** What no undo brings back of what becomes another one. */
  static Optional<String> lost(SchemaObject from, SchemaObject to, EarlierNames earlier) {
    if (!(from instanceof CompositeType old && to instanceof CompositeType now)) {
      return Optional.empty();
    }
    List<String> lost = new ArrayList<>();
    String gone = old.attributes().stream()
        .filter(attribute -> now.attribute(attribute.name()).isEmpty())
        .map(attribute -> earlier.attribute(old.name(), attribute.name()).toString())
        .collect(Collectors.joining(", "));
    if (!gone.isEmpty()) {
      lost.add("the values of " + gone);
    }
    for (CompositeType.Attribute attribute : old.attributes()) {
      now.attribute(attribute.name())
          .filter(next -> !Casts.isLossless(attribute.type(), next.type()))
          .ifPresent(next -> lost.add("what "
              + next.type().sql()
              + " cannot hold of "
              + earlier.attribute(old.name(), attribute.name())));
    }
    return lost.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", lost));
  }

  static String gone(SchemaObject object) {
    return object instanceof Role
        ? "left where it is, for other databases may need it. To drop it: DROP ROLE "
            + object.id().name()
        : object instanceof Extension ? "dropped, unless something uses it" : "dropped";
  }

  static String added(SchemaObject object) {
    return "new " + object.id().kind().words();
  }

  /** {@code view_totals}, without arguments and tables. */
  static String name(SchemaObject object) {
    String name = object.id().name().replaceFirst("\\(.*| ON .*", "");
    return object.id().kind().words() + "_" + name;
  }

  static boolean isMain(SchemaObject object) {
    return MAIN.contains(object.id().kind());
  }
}
