package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** PostgreSQL looks for a key's value in one partition only, so the key must tell which. */
final class PartitionKeys implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : situation.to().tables()) {
      table.partitioning().ifPresent(by -> check(situation, table, by, findings));
    }
    return findings;
  }

  private static void check(
      Situation situation, Table table, Partitioning by, List<Finding> findings) {
    for (Constraint constraint : table.constraints()) {
      Subject subject = Subject.part(table.name(), constraint.name());
      if (constraint instanceof Constraint.PrimaryKey) {
        key(table, by, "primary key", constraint.columns(), subject).ifPresent(findings::add);
      } else if (constraint instanceof Constraint.Unique) {
        key(table, by, "unique key", constraint.columns(), subject).ifPresent(findings::add);
      } else if (constraint instanceof Constraint.Exclusion) {
        situation
            .server()
            .needs(17, "an exclusion on a partitioned table", subject, table.type())
            .ifPresent(findings::add);
      } else if (constraint instanceof Constraint.Check check && check.noInherit()) {
        findings.add(new Finding(
            Problem.PARTITION_KEY,
            subject,
            table.type(),
            "the check "
                + check.name()
                + " would be on a table without rows: they are in its partitions, which inherit"
                + " checks. Remove noInherit."));
      }
    }
    for (Index index : table.indexes()) {
      if (index.unique()) {
        key(table, by, "unique index", index.columns(), Subject.part(table.name(), index.name()))
            .ifPresent(findings::add);
      }
    }
  }

  private static Optional<Finding> key(
      Table table, Partitioning by, String kind, List<Name> columns, Subject subject) {
    String missing = by.columns().stream()
        .filter(name -> !columns.contains(name))
        .map(Name::toString)
        .collect(Collectors.joining(", "));
    if (by.hasExpressions()) {
      return Optional.of(new Finding(
          Problem.PARTITION_KEY,
          subject,
          table.type(),
          "a table that is partitioned by an expression has no " + kind
              + ": PostgreSQL could not tell in which partition to look for its values. Partition"
              + " by columns, or do without it."));
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding(
            Problem.PARTITION_KEY,
            subject,
            table.type(),
            "the " + kind + " lacks " + missing + ", by which the table " + table.name()
                + " is partitioned: PostgreSQL could not tell in which partition to look for its"
                + " values. Add "
                + missing
                + (kind.equals("primary key") ? " to it with @Id." : " to its columns.")));
  }
}
