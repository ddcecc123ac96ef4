package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new enum takes the place of one that loses values, and types that are made of it cannot follow. */
final class EnumChangesPossible implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    List<QualifiedName> seen = new ArrayList<>();
    for (Change change : situation.changes()) {
      remade(change)
          .filter(type -> !seen.contains(type))
          .flatMap(situation.to()::enumType)
          .ifPresent(type -> {
            seen.add(type.name());
            user(situation.to(), type).ifPresent(user -> findings.add(finding(type, user)));
          });
    }
    return findings;
  }

  private static Optional<QualifiedName> remade(Change change) {
    return change instanceof Change.EnumValueRemoved removed
        ? Optional.of(removed.type())
        : change instanceof Change.EnumReordered reordered
            ? Optional.of(reordered.type())
            : Optional.empty();
  }

  private static Optional<SchemaObject> user(Schema schema, EnumType type) {
    return schema.objects().stream()
        .filter(object -> (object instanceof Domain domain && domain.type().holds(type.name()))
            || (object instanceof CompositeType composite
                && composite.attributes().stream().anyMatch(a -> a.type().holds(type.name()))))
        .findFirst();
  }

  private static Finding finding(EnumType type, SchemaObject user) {
    return new Finding(
        Problem.TYPE_CHANGE,
        Subject.enumType(type.name()),
        type.type(),
        "the enum "
            + type.name()
            + " loses a value or gets another order, for which another enum takes its place, and the "
            + user.id()
            + " is made of it. Keep the constants in their order, new ones among them; or give the"
            + " new enum another name, and a component of its own.");
  }
}
