package dev.varve.processor.plan;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Constraints and indexes that get another definition under their name. The new one is made under
 * another name beside the old one, and takes its place when it is ready, so that there is no moment
 * without either.
 *
 * <p>Not so where its columns go, get another type or collation or are filled, or a partition comes
 * back: there the old definition would be in the way, and goes first.
 */
final class Redefined {
  /** What goes and what comes of each table, in order. */
  private final Map<QualifiedName, List<Constraint>> removed = new HashMap<>();

  private final Map<QualifiedName, List<Constraint>> added = new HashMap<>();
  private final Map<QualifiedName, List<Index>> removedIndexes = new HashMap<>();
  private final Map<QualifiedName, List<Index>> addedIndexes = new HashMap<>();

  /** The tables that foreign keys go from which point to them. */
  private final Set<QualifiedName> targets = new HashSet<>();

  private final Map<QualifiedName, Set<Name>> restless = new HashMap<>();

  /** The tables that partitions come back to, which have the rules that are to be then. */
  private final Set<QualifiedName> joined = new HashSet<>();

  /** The tables that are logged from now on, or no more: references from and to them go first. */
  private final Set<QualifiedName> relogged = new HashSet<>();

  private final boolean enumsRemade;

  private final Schema to;

  Redefined(List<Change> changes, Schema to) {
    this.to = to;
    this.enumsRemade = changes.stream()
        .anyMatch(change ->
            change instanceof Change.EnumValueRemoved || change instanceof Change.EnumReordered);
    for (Change change : changes) {
      if (change instanceof Change.ColumnTypeChanged retyped) {
        unsettle(retyped.column().table(), retyped.column().column());
      } else if (change instanceof Change.ColumnOptionsChanged changed
          && !changed.from().collation().equals(changed.to().collation())) {
        unsettle(changed.column().table(), changed.column().column());
      } else if (change instanceof Change.TableOptionsChanged changed
          && changed.from().unlogged() != changed.to().unlogged()) {
        relogged.add(changed.table());
      } else if (change instanceof Change.PartitionAdded back && back.parkedAs().isPresent()) {
        joined.add(back.table());
      } else if (change instanceof Change.ColumnRemoved gone) {
        unsettle(gone.table(), gone.column().name());
      } else if (change instanceof Change.ColumnNullabilityChanged changed) {
        unsettle(changed.column().table(), changed.column().column());
      } else if (change instanceof Change.ColumnValuesRenamed renamed) {
        unsettle(renamed.column().table(), renamed.column().column());
      } else if (change instanceof Change.ObjectChanged changed
          && changed.from() instanceof CompositeType old
          && changed.to() instanceof CompositeType type
          && !old.with(type).equals(type)) {
        unsettle(type);
      } else if (change instanceof Change.ConstraintRemoved gone) {
        put(removed, gone.table(), gone.constraint());
        if (gone.constraint() instanceof Constraint.ForeignKey key) {
          targets.add(key.target());
        }
      } else if (change instanceof Change.ConstraintAdded now) {
        put(added, now.table(), now.constraint());
      } else if (change instanceof Change.IndexRemoved gone) {
        put(removedIndexes, gone.table(), gone.index());
      } else if (change instanceof Change.IndexAdded now) {
        put(addedIndexes, now.table(), now.index());
      }
    }
  }

  /** What may be about attributes that go, or are others. */
  private void unsettle(CompositeType type) {
    for (Table table : to.tables()) {
      table.columns().stream()
          .filter(column -> column.type().declared().contains(type.id()))
          .forEach(column -> unsettle(table.name(), column.name()));
    }
  }

  private void unsettle(QualifiedName table, Name column) {
    restless.computeIfAbsent(table, name -> new HashSet<>()).add(column);
  }

  private static <T> void put(Map<QualifiedName, List<T>> parts, QualifiedName table, T part) {
    parts.computeIfAbsent(table, name -> new ArrayList<>()).add(part);
  }

  private static <T> Stream<T> of(QualifiedName table, Map<QualifiedName, List<T>> parts) {
    return parts.getOrDefault(table, List.of()).stream();
  }

  private boolean isRestless(QualifiedName table, Constraint constraint) {
    return enumsRemade
        || joined.contains(table)
        || restless.getOrDefault(table, Set.of()).stream().anyMatch(constraint::mentions)
        || (constraint instanceof Constraint.ForeignKey key
            && (relogged.contains(table)
                || relogged.contains(key.target())
                || restless.getOrDefault(key.target(), Set.of()).stream()
                    .anyMatch(column -> restsOn(key, column))));
  }

  /** Whether the column is in the key that is referenced, be it included or in its condition. */
  private boolean restsOn(Constraint.ForeignKey key, Name column) {
    if (key.targetColumns().contains(column)) {
      return true;
    }
    Optional<Table> target = to.table(key.target());
    return target.stream()
            .flatMap(table -> table.constraints().stream())
            .anyMatch(other -> other.hasIndex()
                && other.mentions(column)
                && key.targetColumns().stream().allMatch(other::mentions))
        || target.stream()
            .flatMap(table -> table.indexes().stream())
            .anyMatch(index -> index.unique()
                && index.mentions(column)
                && key.targetColumns().stream().allMatch(index::mentions));
  }

  private boolean isRestless(QualifiedName table, Index index) {
    return enumsRemade || restless.getOrDefault(table, Set.of()).stream().anyMatch(index::mentions);
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
    return of(table, added)
        .filter(now -> now.name().equals(old.name()))
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
    return of(target, removed)
            .anyMatch(old -> old.hasIndex() && after(target, old).isEmpty())
        || of(target, removedIndexes).anyMatch(Index::unique);
  }

  private Optional<Constraint> removed(QualifiedName table, Name name) {
    return of(table, removed).filter(old -> old.name().equals(name)).findFirst();
  }

  /** Whether the index is exchanged; not one that foreign keys rest on. */
  boolean isExchanged(QualifiedName table, Index index) {
    return !isPartitioned(table)
        && of(table, addedIndexes)
            .anyMatch(now -> now.name().equals(index.name()) && !isRestless(table, now))
        && of(table, removedIndexes)
            .anyMatch(old -> old.name().equals(index.name())
                && !isRestless(table, old)
                && !(old.unique() && targets.contains(table)));
  }

  /** Whether the foreign key goes only so that a key of its target can be exchanged. */
  boolean waitsForKey(QualifiedName table, Constraint.ForeignKey key) {
    return !isRestless(table, key)
        && !losesKey(key.target())
        && of(key.target(), removed)
            .anyMatch(old -> isBuilt(old) && after(key.target(), old).isPresent());
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
