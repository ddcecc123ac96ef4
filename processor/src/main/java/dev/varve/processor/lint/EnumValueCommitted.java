package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import dev.varve.runtime.migrate.script.SqlToken;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A new value of an enum is used only after the transaction that adds it; PostgreSQL refuses it
 * before (55P04), unless the enum is as new.
 */
final class EnumValueCommitted implements Rule {
  @Override
  public List<Fault> check(Reading reading) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Integer> added = new HashMap<>();
    Set<QualifiedName> types = reading.commands().stream()
        .flatMap(command -> Created.of(command.phrase()).stream())
        .map(Created::name)
        .collect(Collectors.toSet());
    for (Command command : reading.commands()) {
      command.tokens().stream()
          .filter(token -> token.kind() == SqlToken.Kind.VALUE)
          .map(SqlToken::text)
          .filter(text -> Optional.of(command.step()).equals(Optional.ofNullable(added.get(text))))
          .findFirst()
          .ifPresent(value -> faults.add(new Fault(
              Problem.SCRIPT_VALUE_UNCOMMITTED,
              command,
              "the value " + value + " is added in this transaction, and PostgreSQL lets nobody use"
                  + " it before the transaction ends. Begin another step above this statement:"
                  + " -- varve:step transaction.")));
      Phrase phrase = command.phrase();
      if (command.inTransaction() && phrase.take("alter", "type")) {
        Optional<QualifiedName> type = phrase.name();
        if (phrase.take("add", "value") && type.filter(types::contains).isEmpty()) {
          phrase.take("if", "not", "exists");
          added.put(phrase.token().text(), command.step());
        }
      }
    }
    return faults;
  }
}
