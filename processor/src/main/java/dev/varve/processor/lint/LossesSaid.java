package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a script destroys its header says, so that whoever reviews or applies it knows. */
final class LossesSaid implements Rule {
  @Override
  public List<Fault> check(Reading reading) {
    if (reading.lost().isPresent()) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    Set<QualifiedName> made = reading.newTables();
    for (Command command : reading.commands()) {
      for (Phrase part : command.parts()) {
        loss(part, made)
            .ifPresent(lost -> faults.add(new Fault(
                Problem.SCRIPT_DATA_LOST,
                command,
                "it loses " + lost
                    + " for ever, and the header does not say so. Say it in the header,"
                    + " where varve migrate --before looks for it: -- Data lost: " + lost + ".")));
      }
    }
    return faults;
  }

  private static Optional<String> loss(Phrase phrase, Set<QualifiedName> made) {
    if (phrase.take("drop", "table") || phrase.take("truncate")) {
      phrase.take("table");
      phrase.take("if", "exists");
      return list("the rows of ", phrase.names(), made);
    }
    if (phrase.take("drop", "schema") || phrase.take("drop", "owned", "by")) {
      phrase.take("if", "exists");
      return list("what is in ", phrase.names(), Set.of());
    }
    if (phrase.take("delete", "from")) {
      phrase.take("only");
      Optional<QualifiedName> table = phrase.name();
      return phrase.hasOutside("where") || phrase.hasOutside("using")
          ? Optional.empty()
          : table.filter(name -> !made.contains(name)).map(name -> "the rows of " + name);
    }
    return AlterTable.of(phrase)
        .filter(alter -> !made.contains(alter.table()))
        .flatMap(alter -> list(
            "the values of ",
            alter.actions().stream()
                .flatMap(action -> AlterTable.dropped(new Phrase(action.tokens())).stream())
                .map(column ->
                    QualifiedName.of(alter.table().name().value(), column.name().value()))
                .toList(),
            Set.of()));
  }

  private static Optional<String> list(
      String what, List<QualifiedName> names, Set<QualifiedName> made) {
    List<QualifiedName> lost = names.stream()
        .filter(name -> !made.contains(name) && !name.name().value().startsWith("varve_"))
        .toList();
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            what + lost.stream().map(QualifiedName::toString).collect(Collectors.joining(" and ")));
  }
}
