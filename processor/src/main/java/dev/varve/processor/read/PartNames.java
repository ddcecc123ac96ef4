package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** The names of one table's constraints and indexes, each of which only one of them may have. */
record PartNames(Diagnostics diagnostics, Origins origins, QualifiedName table) {
  /** Reports a name that another one has, with what that is and where it stands. */
  boolean isFree(Name name, List<Constraint> constraints, List<Index> indexes, Origin origin) {
    List<String> taken = Stream.concat(
            constraints.stream()
                .filter(constraint -> constraint.name().equals(name))
                .map(constraint -> "a constraint named " + name + " already, " + constraint.sql()),
            indexes.stream()
                .filter(index -> index.name().equals(name))
                .map(index -> "an index named " + name + " already, " + index.sql()))
        .toList();
    taken.forEach(other -> diagnostics.report(
        Problem.NAME_TAKEN,
        origin,
        "the table has " + other
            + origins
                .find(Subject.part(table, name))
                .map(place -> " at " + place.where())
                .orElse("")
            + ". Give one of them another name."));
    return taken.isEmpty();
  }
}
