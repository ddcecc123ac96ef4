package dev.varve.processor.plan;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Constraints and indexes that get another definition under their name. The new one is made under
 * another name beside the old one, and takes its place when it is ready, so that there is no moment
 * without either.
 *
 * <p>Not so where its columns go, get another type or are filled: there the old definition would be
 * in the way, and goes first.
 */
final class Redefined {
  private final List<Change> changes;
  private final Set<ColumnName> restless = new HashSet<>();
  private final boolean enumsRemade;

  private final Schema to;

  Redefined(List<Change> changes, Schema to) {
    this.to = to;
    this.changes = List.copyOf(changes);
    this.enumsRemade = changes.stream()
        .anyMatch(change ->
            change instanceof Change.EnumValueRemoved || change instanceof Change.EnumReordered);
    for (Change change : changes) {
      if (change instanceof Change.ColumnTypeChanged retyped) {
        restless.add(retyped.column());
      } else if (change instanceof Change.ColumnRemoved removed) {
        restless.add(new ColumnName(removed.table(), removed.column().name()));
      } else if (change instanceof Change.ColumnNullabilityChanged changed) {
        restless.add(changed.column());
      } else if (change instanceof Change.ColumnValuesRenamed renamed) {
        restless.add(renamed.column());
      }
    }
  }

  private boolean isRestless(QualifiedName table, Constraint constraint) {
    return enumsRemade
        || restless.stream()
            .anyMatch(
                column -> (column.table().equals(table) && constraint.mentions(column.column()))
                    || (constraint instanceof Constraint.ForeignKey key
                        && key.target().equals(column.table())
                        && key.targetColumns().contains(column.column())));
  }

  private boolean isRestless(QualifiedName table, Index index) {
    return enumsRemade
        || restless.stream()
            .anyMatch(column -> column.table().equals(table) && index.mentions(column.column()));
  }

  /** The indexes of partitions would keep the names that they had in between. */
  private boolean isPartitioned(QualifiedName table) {
    return to.table(table).flatMap(Table::partitioning).isPresent();
  }

  /** The name of the new one until it takes the old one's place. */
  static Name interim(Name name) {
    return DerivedName.of("varve_new_" + name);
  }

  /** What the constraint was, if it is exchanged. */
  Optional<Constraint> before(QualifiedName table, Constraint now) {
    return removed(table, now.name()).filter(old -> isExchangeable(table, old, now));
  }

  /** What the constraint becomes, if it is exchanged. */
  Optional<Constraint> after(QualifiedName table, Constraint old) {
    return changes.stream()
        .filter(c -> c instanceof Change.ConstraintAdded added
            && added.table().equals(table)
            && added.constraint().name().equals(old.name()))
        .map(c -> ((Change.ConstraintAdded) c).constraint())
        .filter(now -> isExchangeable(table, old, now))
        .findFirst();
  }

  private boolean isExchangeable(QualifiedName table, Constraint old, Constraint now) {
    if (isRestless(table, old) || isRestless(table, now)) {
      return false;
    }
    return (old instanceof Constraint.Check && now instanceof Constraint.Check)
        || (old instanceof Constraint.ForeignKey key
            && now instanceof Constraint.ForeignKey
            && !losesKey(key.target()))
        || (isBuilt(old) && isBuilt(now) && !isPartitioned(table));
  }

  /** Whether a key goes that foreign keys may rest on: then they must go before it. */
  private boolean losesKey(QualifiedName target) {
    return changes.stream()
        .anyMatch(c -> (c instanceof Change.ConstraintRemoved removed
                && removed.table().equals(target)
                && removed.constraint().hasIndex()
                && after(target, removed.constraint()).isEmpty())
            || (c instanceof Change.IndexRemoved gone
                && gone.table().equals(target)
                && gone.index().unique()));
  }

  private Optional<Constraint> removed(QualifiedName table, Name name) {
    return changes.stream()
        .filter(c -> c instanceof Change.ConstraintRemoved removed
            && removed.table().equals(table)
            && removed.constraint().name().equals(name))
        .map(c -> ((Change.ConstraintRemoved) c).constraint())
        .findFirst();
  }

  /** Whether the index is exchanged; not one that foreign keys rest on. */
  boolean isExchanged(QualifiedName table, Index index) {
    return !isPartitioned(table)
        && changes.stream()
            .anyMatch(c -> c instanceof Change.IndexAdded now
                && now.table().equals(table)
                && now.index().name().equals(index.name())
                && !isRestless(table, now.index()))
        && changes.stream()
            .anyMatch(c -> c instanceof Change.IndexRemoved old
                && old.table().equals(table)
                && old.index().name().equals(index.name())
                && !isRestless(table, old.index())
                && !(old.index().unique() && isTarget(table)));
  }

  private boolean isTarget(QualifiedName table) {
    return changes.stream()
        .anyMatch(c -> c instanceof Change.ConstraintRemoved removed
            && removed.constraint() instanceof Constraint.ForeignKey key
            && key.target().equals(table));
  }

  /** Whether the foreign key goes only so that a key of its target can be exchanged. */
  boolean waitsForKey(QualifiedName table, Constraint.ForeignKey key) {
    return !isRestless(table, key)
        && !losesKey(key.target())
        && changes.stream()
            .anyMatch(c -> c instanceof Change.ConstraintRemoved removed
                && removed.table().equals(key.target())
                && isBuilt(removed.constraint())
                && after(removed.table(), removed.constraint()).isPresent());
  }

  /** Whether nothing but the moment of the check is another. */
  static boolean isTimingOnly(Constraint old, Constraint now) {
    return old instanceof Constraint.ForeignKey before
        && now instanceof Constraint.ForeignKey after
        && before.withTiming(after.timing()).equals(after);
  }

  /** Whether its index can be built first; PostgreSQL takes over only B-trees. */
  static boolean isBuilt(Constraint constraint) {
    return (constraint instanceof Constraint.PrimaryKey key && !key.withoutOverlaps())
        || (constraint instanceof Constraint.Unique unique && !unique.withoutOverlaps());
  }
}
