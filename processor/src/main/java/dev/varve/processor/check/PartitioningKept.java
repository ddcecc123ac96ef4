package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What divides the rows of a table that is there stays as it is: PostgreSQL changes none of it. */
final class PartitioningKept implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    Set<QualifiedName> removed = situation.changes().stream()
        .filter(Change.TableRemoved.class::isInstance)
        .map(change -> ((Change.TableRemoved) change).table().name())
        .collect(Collectors.toSet());
    for (Change change : situation.changes()) {
      if (change instanceof Change.TableAdded added
          && added.parkedAs().isEmpty()
          && removed.contains(added.table().name())) {
        findings.add(replaced(added.table()));
      } else if (change instanceof Change.ColumnTypeChanged changed) {
        ofKey(situation, changed.column())
            .ifPresent(table -> findings.add(key(table, changed.column(), "gets another type")));
      } else if (change instanceof Change.ColumnRemoved gone) {
        ColumnName column = new ColumnName(gone.table(), gone.column().name());
        ofKey(situation, column).ifPresent(table -> findings.add(key(table, column, "goes")));
      } else if (change instanceof Change.EnumValueRemoved gone) {
        remade(situation, gone.type(), findings);
      } else if (change instanceof Change.EnumReordered reordered) {
        remade(situation, reordered.type(), findings);
      } else if (change instanceof Change.ColumnAdded added
          && added.column().defaultValue() instanceof Default.Identity) {
        counts(situation, new ColumnName(added.table(), added.column().name()), findings);
      } else if (change instanceof Change.ColumnDefaultChanged changed
          && (changed.from() instanceof Default.Identity
              || changed.to() instanceof Default.Identity)) {
        counts(situation, changed.column(), findings);
      }
    }
    return findings;
  }

  private static void counts(Situation situation, ColumnName column, List<Finding> findings) {
    situation
        .to()
        .table(column.table())
        .filter(table -> table.partitioning().isPresent())
        .flatMap(table -> situation
            .server()
            .needs(
                17,
                "an identity column that a partitioned table gets, loses or changes",
                Subject.column(column),
                table.type()))
        .ifPresent(findings::add);
  }

  private static Optional<Table> ofKey(Situation situation, ColumnName column) {
    return situation
        .to()
        .table(column.table())
        .filter(table -> isKey(table, column.column()))
        .or(() -> situation
            .from()
            .table(Targets.nameBefore(situation, column.table()))
            .filter(table -> isKey(table, column.column())
                && situation.to().table(column.table()).isPresent()));
  }

  private static boolean isKey(Table table, Name column) {
    return table.partitioning().filter(by -> by.mentions(column)).isPresent();
  }

  private static void remade(Situation situation, QualifiedName type, List<Finding> findings) {
    for (Table table : situation.to().tables()) {
      for (Column column : table.columns()) {
        boolean there = situation.changes().stream()
            .noneMatch(change -> change instanceof Change.TableAdded added
                && added.table().name().equals(table.name()));
        if (there && column.type().holds(type) && isKey(table, column.name())) {
          findings.add(key(
              table,
              new ColumnName(table.name(), column.name()),
              "would get a new type: without a value, or in another order, " + type
                  + " is a new one"));
        }
      }
    }
  }

  private static Finding replaced(Table table) {
    String now = table
        .partitioning()
        .map(Partitioning::sql)
        .map(sql -> "is to be one with " + sql)
        .orElse("is to be in one piece");
    return new Finding(
        Problem.PARTITIONING_CHANGED,
        Subject.table(table.name()),
        table.type(),
        "the table "
            + table.name()
            + " "
            + now
            + ", and PostgreSQL divides no table that is there. Give the record a table of another"
            + " name, park the old one with @Dropped(\""
            + table.name()
            + "\"), and copy the rows in a migration written by hand; or divide it as it was.");
  }

  private static Finding key(Table table, ColumnName column, String what) {
    return new Finding(
        Problem.PARTITIONING_CHANGED,
        Subject.column(column),
        table.type(),
        "the column "
            + column
            + " "
            + what
            + ", but the table is partitioned by it, and PostgreSQL changes no such column. Leave it"
            + " as it is, or make a new table and copy the rows in a migration written by hand.");
  }
}
