package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Casts;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.CompositeType.Attribute;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An attribute that goes, or changes its type, takes values along; only the user knows whether. */
final class AttributesKept implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.ObjectChanged changed
          && changed.from() instanceof CompositeType from
          && changed.to() instanceof CompositeType to) {
        for (Attribute attribute : from.attributes()) {
          lost(situation, to, attribute).ifPresent(findings::add);
        }
        if (!to.isExtensionOf(from)) {
          container(situation, from, to).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> lost(Situation situation, CompositeType to, Attribute old) {
    Optional<Attribute> now = to.attribute(old.name());
    String name = Targets.nameBefore(situation, to.name()) + "." + old.name();
    if (now.isPresent()) {
      return Casts.isAssigned(old.type(), now.get().type())
          ? Optional.empty()
          : Optional.of(finding(
              Problem.TYPE_CHANGE,
              to,
              "the attribute "
                  + name
                  + " becomes "
                  + now.get().type().sql()
                  + ", and the server casts no "
                  + old.type().sql()
                  + " to that by itself. Add a component of the new type under another name, and drop"
                  + " this one."));
    }
    boolean dropped = situation.marks().drops().stream()
        .anyMatch(drop -> drop.target().equals(name) && drop.purge());
    return dropped
        ? Optional.empty()
        : Optional.of(finding(
            Problem.COLUMN_VANISHED,
            to,
            "the attribute "
                + name
                + " has no component any more. If another component is that attribute now, write"
                + " @RenamedFrom(\""
                + old.name()
                + "\") on it; if it is to go with its values, which cannot be parked amid others, write"
                + " @Dropped(value = \""
                + name
                + "\", purge = true)."));
  }

  private static Optional<Finding> container(
      Situation situation, CompositeType from, CompositeType to) {
    return situation.to().objects().stream()
        .filter(object -> (object instanceof CompositeType || object instanceof Domain)
            && object.requires().contains(to.id()))
        .map(SchemaObject::id)
        .findFirst()
        .map(user -> finding(
            Problem.TYPE_CHANGE,
            to,
            "the "
                + from.id()
                + " gets its attributes in another order or of other types, and the "
                + user
                + " is made of it. Put new components last, or give the new one another name."));
  }

  private static Finding finding(Problem problem, CompositeType type, String text) {
    return new Finding(problem, Subject.object(type.id()), type.source(), text);
  }
}
