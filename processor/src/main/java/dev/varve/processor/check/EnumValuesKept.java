package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values stay, in their order, unless the user says that one goes. */
final class EnumValuesKept implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.EnumValueRemoved removed) {
        String target = removed.type() + "." + removed.value();
        boolean said =
            situation.marks().drops().stream().anyMatch(d -> d.target().equals(target));
        if (!said) {
          findings.add(new Finding(
              Problem.ENUM_VALUE_VANISHED,
              Subject.enumType(removed.type()),
              javaType(situation, removed),
              "the enum "
                  + removed.type()
                  + " has the value "
                  + removed.value()
                  + ", which has no constant any more. Put it back; or, if it is to go and no"
                  + " row has it, write @Dropped(\""
                  + target
                  + "\") on a table."));
        }
      }
    }
    for (EnumType type : situation.to().enums()) {
      situation
          .from()
          .enumType(type.name())
          .filter(old -> !common(type, old).equals(common(old, type)))
          .ifPresent(old -> findings.add(new Finding(
              Problem.ENUM_ORDER,
              Subject.enumType(type.name()),
              type.type(),
              "PostgreSQL sorts by the order of the values, "
                  + String.join(", ", old.values())
                  + ", and cannot change it. Put the constants into this order.")));
    }
    return findings;
  }

  private static String javaType(Situation situation, Change.EnumValueRemoved removed) {
    Optional<EnumType> type = situation.to().enumType(removed.type());
    return type.map(EnumType::type).orElse(removed.type().toString());
  }

  private static List<String> common(EnumType type, EnumType other) {
    return type.values().stream().filter(other.values()::contains).toList();
  }
}
