package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values stay unless the user says that one goes. */
final class EnumValuesKept implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.EnumValueRemoved removed) {
        String target = Targets.valueBefore(situation, removed);
        String value = target.substring(target.lastIndexOf('.') + 1);
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
                  + value
                  + ", which has no constant any more. If another constant is that value now, write"
                  + " @RenamedFrom(\""
                  + value
                  + "\") on it; if the value is to go and no row has it, write @Dropped(\""
                  + target
                  + "\") on the Java enum."));
        }
      }
    }
    return findings;
  }

  private static String javaType(Situation situation, Change.EnumValueRemoved removed) {
    Optional<EnumType> type = situation.to().enumType(removed.type());
    return type.map(EnumType::type).orElse(removed.type().toString());
  }
}
