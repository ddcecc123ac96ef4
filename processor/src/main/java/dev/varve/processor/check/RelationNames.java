package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables, indexes and keys share one space of names, throughout the schema. */
final class RelationNames implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    Map<QualifiedName, String> taken = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Table table : situation.to().tables()) {
      taken.put(table.name(), "the table " + table.name());
    }
    for (Table table : situation.to().tables()) {
      List<Name> names = new ArrayList<>();
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Constraint.PrimaryKey
            || constraint instanceof Constraint.Unique) {
          names.add(constraint.name());
        }
      }
      table.indexes().stream().map(Index::name).forEach(names::add);
      for (Name name : names) {
        String other = taken.putIfAbsent(table.name().sibling(name), "an index of " + table.name());
        if (other != null) {
          findings.add(new Finding(
              Problem.NAME_TAKEN,
              Subject.part(table.name(), name),
              table.type(),
              "the index name "
                  + name
                  + " is that of "
                  + other
                  + " already. Give one of them another name."));
        }
      }
    }
    return findings;
  }
}
