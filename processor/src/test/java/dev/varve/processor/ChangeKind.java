package dev.varve.processor;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** In words what a change is, and of what: {@code ColumnRemoved, parked}. */
final class ChangeKind {
  private static final List<String> CONSTRAINTS =
      List.of("check", "exclusion", "foreign key", "primary key", "unique");

  private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private ChangeKind() {}

  static String of(Change change) {
    String detail = detail(change);
    return change.getClass().getSimpleName() + (detail.isEmpty() ? "" : ", " + detail);
  }

  /** What random edits make, each of which is to occur. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>(CHANGES.lines().toList());
    CONSTRAINTS.forEach(
        words -> all.addAll(List.of("ConstraintAdded, " + words, "ConstraintRemoved, " + words)));
    Stream.of("Added", "Changed", "Removed")
        .forEach(what -> Stream.of(
                ObjectKind.COMMENT,
                ObjectKind.COMPOSITE_TYPE,
                ObjectKind.DOMAIN,
                ObjectKind.EXTENSION,
                ObjectKind.GRANT,
                ObjectKind.MATERIALIZED_VIEW,
                ObjectKind.SEQUENCE,
                ObjectKind.TRIGGER,
                ObjectKind.VIEW)
            // Nothing of an extension changes here.
            .filter(kind -> kind != ObjectKind.EXTENSION || !what.equals("Changed"))
            .forEach(kind -> all.add("Object" + what + ", " + kind.words())));
    Stream.of(ObjectKind.COMPOSITE_TYPE, ObjectKind.DOMAIN, ObjectKind.SEQUENCE)
        .forEach(kind -> all.add("ObjectRenamed, " + kind.words()));
    for (Class<?> change : Change.class.getPermittedSubclasses()) {
      String name = change.getSimpleName();
      if (all.stream().noneMatch(kind -> kind.equals(name) || kind.startsWith(name + ", "))) {
        all.add(name);
      }
    }
    return all;
  }

  private static final String CHANGES = """
      ColumnAdded, generated
      ColumnAdded, none
      ColumnAdded, expression
      ColumnAdded, identity
      ColumnAdded, serial
      ColumnDefaultChanged, to expression
      ColumnDefaultChanged, to identity
      ColumnDefaultChanged, to none
      ColumnDefaultChanged, to serial
      ColumnNullabilityChanged, to not null
      ColumnNullabilityChanged, to null
      ColumnRemoved, for good
      ColumnRemoved, parked
      EnumRemoved, for good
      EnumRemoved, parked
      EnumValueAdded, at the end
      EnumValueAdded, before another
      PartitionRemoved, for good
      PartitionRemoved, parked
      TableRemoved, for good
      TableRemoved, parked
      """;

  private static String detail(Change change) {
    if (change instanceof Change.ColumnAdded added) {
      return words(added.column().defaultValue());
    } else if (change instanceof Change.ColumnDefaultChanged changed) {
      return "to " + words(changed.to());
    } else if (change instanceof Change.ColumnNullabilityChanged changed) {
      return changed.nullable() ? "to null" : "to not null";
    } else if (change instanceof Change.EnumValueAdded added) {
      return added.before().isPresent() ? "before another" : "at the end";
    } else if (change instanceof Change.ConstraintAdded added) {
      return words(added.constraint());
    } else if (change instanceof Change.ConstraintRemoved removed) {
      return words(removed.constraint());
    }
    return parked(change)
        .map(parked -> parked ? "parked" : "for good")
        .or(() -> object(change).map(ObjectKind::words))
        .orElse("");
  }

  private static Optional<Boolean> parked(Change change) {
    if (change instanceof Change.TableRemoved removed) {
      return Optional.of(removed.parkedAs().isPresent());
    } else if (change instanceof Change.ColumnRemoved removed) {
      return Optional.of(removed.parkedAs().isPresent());
    } else if (change instanceof Change.PartitionRemoved removed) {
      return Optional.of(removed.parkedAs().isPresent());
    } else if (change instanceof Change.EnumRemoved removed) {
      return Optional.of(removed.parkedAs().isPresent());
    }
    return Optional.empty();
  }

  private static Optional<ObjectKind> object(Change change) {
    if (change instanceof Change.ObjectAdded added) {
      return Optional.of(added.object().id().kind());
    } else if (change instanceof Change.ObjectRemoved removed) {
      return Optional.of(removed.object().id().kind());
    } else if (change instanceof Change.ObjectChanged changed) {
      return Optional.of(changed.to().id().kind());
    } else if (change instanceof Change.ObjectRenamed renamed) {
      return Optional.of(renamed.kind());
    }
    return Optional.empty();
  }

  private static String words(Default value) {
    return words(value.getClass());
  }

  private static String words(Constraint constraint) {
    return words(constraint.getClass());
  }

  private static String words(Class<?> type) {
    return WORD.matcher(type.getSimpleName()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
