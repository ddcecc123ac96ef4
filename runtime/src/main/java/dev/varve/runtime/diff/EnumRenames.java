package dev.varve.runtime.diff;

import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.HashMap;
import java.util.Map;

/**
 * Enums, and values of enums, that stay under other names.
 *
 * <p>What has the name that another one takes over, and goes, gives it up first: its own going waits
 * until nothing has it any more.
 */
record EnumRenames(Draft draft, Schema to, Hints hints) {
  void rename() {
    Renames<QualifiedName> renames = Renames.of(
        hints.enums().renamed(),
        name -> draft.schema().enumType(name).isPresent(),
        name -> to.enumType(name).isPresent(),
        name -> false,
        hints.certain(),
        QualifiedName::of);
    renames.vacated().forEach(name -> draft.vacateEnum(name, gone(name)));
    renames.steps().forEach(step -> draft.add(new Change.EnumRenamed(step.from(), step.to())));
    to.enums().forEach(this::renameValues);
  }

  private void renameValues(EnumType type) {
    EnumType old = draft.schema().enumType(type.name()).orElse(type);
    Map<String, String> marks = new HashMap<>(hints.enums().values(type.name()));
    Renames<String> renames = Renames.of(
        marks,
        old.values()::contains,
        type.values()::contains,
        value -> false,
        hints.certain(),
        name -> name.value());
    renames.vacated().forEach(value -> rename(type, value, gone(value)));
    renames.steps().forEach(step -> rename(type, step.from(), step.to()));
  }

  private void rename(EnumType type, String from, String to) {
    draft.add(new Change.EnumValueRenamed(type.name(), from, to));
  }

  private static QualifiedName gone(QualifiedName name) {
    return name.sibling(DerivedName.of("varve_gone_" + name.name()));
  }

  private static String gone(String value) {
    return DerivedName.of("varve_gone_" + value).value();
  }
}
