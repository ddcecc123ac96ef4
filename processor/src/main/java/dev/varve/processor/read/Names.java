package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.Optional;
import java.util.Set;

/** Names that PostgreSQL does not take, or would not keep as they are. */
final class Names {
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private Names() {}

  /** Reports a name that is not valid. */
  static void refuse(Diagnostics diagnostics, Origin origin, String what, String name) {
    if (Name.bytes(name) > Name.MAX_BYTES) {
      diagnostics.report(
          Problem.NAME_LENGTH,
          origin,
          "PostgreSQL would cut the "
              + what
              + " name \""
              + name
              + "\" ("
              + Name.bytes(name)
              + " bytes) to "
              + Name.MAX_BYTES
              + " bytes. Give it a shorter one.");
    } else {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          origin,
          name.isEmpty()
              ? "the " + what + " has no name. Give it one."
              : "the " + what
                  + " name has a character that PostgreSQL cannot store. Give it another one.");
    }
  }

  /** The name in a member and in {@code schema}; empty, and reported, if it is none. */
  static Optional<QualifiedName> qualified(
      Diagnostics diagnostics, Annotated annotation, String member, String what) {
    String name = annotation.text(member).orElse("");
    Optional<String> schema = annotation.text("schema");
    if (!Name.isValid(name)) {
      refuse(diagnostics, annotation.at(member), what, name);
      return Optional.empty();
    }
    if (schema.isPresent() && !Name.isValid(schema.get())) {
      refuse(diagnostics, annotation.at("schema"), "schema", schema.get());
      return Optional.empty();
    }
    return Optional.of(new QualifiedName(schema.map(Name::new), new Name(name)));
  }

  static boolean isSystemColumn(String name) {
    return SYSTEM_COLUMNS.contains(name);
  }
}
