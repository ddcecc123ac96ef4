package dev.varve.processor.check;

import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Retyping;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change for which PostgreSQL writes a table or its indexes anew, or looks at all rows, while
 * nobody can write the table or even read it, and for which there is no other way.
 *
 * @param column the column that changes; empty if the table as a whole does
 * @param what the change, and what it writes
 * @param type the enum that changes, whose Java enum may have the mark, too
 */
record Rewrite(
    QualifiedName table, Optional<ColumnName> column, String what, Optional<QualifiedName> type) {
  Rewrite(QualifiedName table, Optional<ColumnName> column, String what) {
    this(table, column, what, Optional.empty());
  }

  static List<Rewrite> all(Situation situation) {
    List<Rewrite> rewrites = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.ColumnAdded added
          && added.column().defaultValue() instanceof Default.Generated generated
          && generated.stored()) {
        rewrites.add(new Rewrite(
            added.table(),
            Optional.of(new ColumnName(added.table(), added.column().name())),
            "a stored generated column is computed for all rows, which writes the table "
                + added.table()
                + " anew"));
      } else if (change instanceof Change.ColumnAdded added && added.parkedAs().isEmpty()) {
        added(situation, added).ifPresent(rewrites::add);
      } else if (change instanceof Change.ColumnTypeChanged changed) {
        retyped(situation, changed).ifPresent(rewrites::add);
      } else if (change instanceof Change.ColumnDefaultChanged changed
          && counts(changed)
          && !isSorted(situation, changed.column())) {
        rewrites.add(new Rewrite(
            changed.column().table(),
            Optional.of(changed.column()),
            "no index knows the last " + changed.column()
                + ", so all rows are looked at for the number to go on from"));
      } else if (change instanceof Change.ConstraintAdded added
          && builtAtOnce(added.constraint())
          && isOld(situation, added.table())) {
        rewrites.add(new Rewrite(
            added.table(),
            Optional.empty(),
            "the constraint " + added.constraint().name()
                + " builds its index and compares all rows"));
      } else if (change instanceof Change.IndexAdded added
          && added.index().unique()
          && situation.changes().contains(new Change.IndexRemoved(added.table(), added.index()))) {
        rewrites.add(new Rewrite(
            added.table(),
            Optional.empty(),
            "the unique index " + added.index().name()
                + " is built anew, since a column that it reads gets another type"));
      } else if (change instanceof Change.ColumnOptionsChanged changed
          && !changed.from().collation().equals(changed.to().collation())
          && isUsed(situation, changed.column())) {
        rewrites.add(new Rewrite(
            changed.column().table(),
            Optional.of(changed.column()),
            "another collation builds the indexes on "
                + changed.column()
                + " anew and checks all rows"));
      } else if (change instanceof Change.ObjectChanged changed
          && changed.from() instanceof CompositeType from
          && changed.to() instanceof CompositeType to
          && !to.isExtensionOf(from)) {
        rewrites.addAll(users(situation, to));
      } else if (change instanceof Change.ObjectChanged changed
          && changed.from() instanceof Domain from
          && changed.to() instanceof Domain to
          && (!to.newChecks(from).isEmpty() || (to.notNull() && !from.notNull()))) {
        rewrites.addAll(checked(situation, to));
      } else if (change instanceof Change.EnumValueRemoved removed) {
        remade(situation, removed.type()).forEach(rewrites::add);
      } else if (change instanceof Change.EnumReordered reordered) {
        remade(situation, reordered.type()).forEach(rewrites::add);
      } else if (change instanceof Change.PartitionsRebound rebound) {
        rewrites.add(new Rewrite(
            rebound.table(),
            Optional.empty(),
            "partitions with other bounds are read through, row by row"));
      } else if (change instanceof Change.PartitionAdded added
          && hadRest(situation, added.table())) {
        rewrites.add(new Rewrite(
            added.table(),
            Optional.empty(),
            "beside the new partition "
                + added.partition().name()
                + ", the default one of "
                + added.table()
                + " is read through for rows that would be the new one's"));
      } else if (change instanceof Change.ConstraintAdded added
          && added.constraint() instanceof Constraint.ForeignKey key
          && key.enforced()
          && isOldAndPartitioned(situation, added.table())) {
        rewrites.add(new Rewrite(
            added.table(),
            Optional.empty(),
            "before version 18, PostgreSQL checks the reference "
                + key.name()
                + " of a partitioned table in all rows at once"));
      } else if (change instanceof Change.TableOptionsChanged changed) {
        whole(changed)
            .ifPresent(what -> rewrites.add(new Rewrite(changed.table(), Optional.empty(), what)));
      }
    }
    return rewrites.stream().distinct().toList();
  }

  private static boolean hadRest(Situation situation, QualifiedName table) {
    return situation
        .from()
        .table(Targets.nameBefore(situation, table))
        .flatMap(Table::partitioning)
        .filter(Partitioning::hasRest)
        .isPresent();
  }

  private static boolean isOldAndPartitioned(Situation situation, QualifiedName table) {
    return situation.to().table(table).flatMap(Table::partitioning).isPresent()
        && situation
            .from()
            .table(Targets.nameBefore(situation, table))
            .filter(old -> old.partitioning().isPresent())
            .isPresent();
  }

  private static Optional<Rewrite> added(Situation situation, Change.ColumnAdded added) {
    Column column = added.column();
    ColumnName name = new ColumnName(added.table(), column.name());
    if (column.isGenerated() && !column.nullable()) {
      return Optional.of(new Rewrite(
          added.table(),
          Optional.of(name),
          "a virtual column that refuses NULL is computed for all rows"));
    }
    return new Retyping(List.of(situation.to())).isChecked(column.type())
        ? Optional.of(new Rewrite(
            added.table(),
            Optional.of(name),
            "a new column of a domain with rules writes the table " + added.table() + " anew"))
        : Optional.empty();
  }

  private static Optional<Rewrite> retyped(Situation situation, Change.ColumnTypeChanged changed) {
    Column before = situation.to().column(changed.column()).orElseThrow().withType(changed.from());
    return new Retyping(List.of(situation.to(), situation.from()))
            .rewrites(before, changed.to(), changed.using())
        ? Optional.of(new Rewrite(
            changed.column().table(),
            Optional.of(changed.column()),
            "as " + changed.to().sql() + ", " + changed.column() + " writes the table "
                + changed.column().table() + " anew"))
        : Optional.empty();
  }

  /** Whether a column that is there starts to count. */
  private static boolean counts(Change.ColumnDefaultChanged changed) {
    return (changed.to() instanceof Default.Identity
            && !(changed.from() instanceof Default.Identity))
        || changed.to() instanceof Default.Serial;
  }

  /** Whether there is an index that begins with the column. */
  private static boolean isSorted(Situation situation, ColumnName column) {
    Optional<Table> table = situation.to().table(column.table());
    return table
        .filter(t -> t.indexes().stream()
                .anyMatch(index -> index.where().isEmpty()
                    && index.method().equals(Index.BTREE)
                    && index.columns().indexOf(column.column()) == 0
                    && !situation.changes().contains(new Change.IndexAdded(t.name(), index)))
            || t.constraints().stream()
                .anyMatch(key -> key.hasIndex()
                    && key.columns().indexOf(column.column()) == 0
                    && !situation.changes().contains(new Change.ConstraintAdded(t.name(), key))))
        .isPresent();
  }

  /** Whether its index cannot be built while others write. */
  private static boolean builtAtOnce(Constraint constraint) {
    return constraint instanceof Constraint.Exclusion
        || (constraint instanceof Constraint.PrimaryKey key && key.withoutOverlaps())
        || (constraint instanceof Constraint.Unique unique && unique.withoutOverlaps());
  }

  private static boolean isOld(Situation situation, QualifiedName table) {
    return situation.changes().stream()
        .noneMatch(change ->
            change instanceof Change.TableAdded added && added.table().name().equals(table));
  }

  /** PostgreSQL only adds to an enum: anything else is a new type, to which columns are converted. */
  private static List<Rewrite> remade(Situation situation, QualifiedName type) {
    List<Rewrite> rewrites = new ArrayList<>();
    for (Table table : situation.to().tables()) {
      for (Column column : table.columns()) {
        ColumnName name = new ColumnName(table.name(), column.name());
        boolean added = situation.changes().stream().anyMatch(change -> adds(change, name));
        if (!added && column.type().holds(type)) {
          rewrites.add(new Rewrite(
              table.name(),
              Optional.of(name),
              "without a value, or in another order, " + type + " is a new type, and converting "
                  + name + " to it writes the table anew",
              Optional.of(type)));
        }
      }
    }
    return rewrites;
  }

  private static List<Rewrite> users(Situation situation, CompositeType type) {
    List<Rewrite> rewrites = new ArrayList<>();
    for (Table table : situation.to().tables()) {
      for (Column column : table.columns()) {
        if (column.type().declared().contains(type.id())) {
          rewrites.add(new Rewrite(
              table.name(),
              Optional.of(new ColumnName(table.name(), column.name())),
              "attributes of " + type.name() + " that are not new ones at its end write the table "
                  + table.name() + " anew"));
        }
      }
    }
    return rewrites;
  }

  private static List<Rewrite> checked(Situation situation, Domain domain) {
    return situation.to().tables().stream()
        .flatMap(table -> table.columns().stream()
            .filter(column -> column.type().declared().contains(domain.id()))
            .map(column -> new ColumnName(table.name(), column.name())))
        .filter(name -> situation.changes().stream().noneMatch(change -> adds(change, name)))
        .map(name -> new Rewrite(
            name.table(),
            Optional.of(name),
            "the new rules of the domain " + domain.name() + " are checked in all rows"))
        .toList();
  }

  private static boolean adds(Change change, ColumnName name) {
    return (change instanceof Change.TableAdded table && table.table().name().equals(name.table()))
        || (change instanceof Change.ColumnAdded column
            && column.table().equals(name.table())
            && column.column().name().equals(name.column()));
  }

  private static boolean isUsed(Situation situation, ColumnName column) {
    Optional<Table> table = situation.to().table(column.table());
    return table
        .filter(t -> t.indexes().stream().anyMatch(i -> i.mentions(column.column()))
            || t.constraints().stream().anyMatch(c -> c.mentions(column.column())))
        .isPresent();
  }

  private static Optional<String> whole(Change.TableOptionsChanged changed) {
    if (changed.from().unlogged() != changed.to().unlogged()) {
      return Optional.of("making the table "
          + changed.table()
          + (changed.to().unlogged() ? " unlogged" : " logged")
          + " writes it anew");
    }
    return changed.from().tablespace().equals(changed.to().tablespace())
        ? Optional.empty()
        : Optional.of("another tablespace copies the table " + changed.table());
  }

  boolean isConfirmedBy(String mark) {
    return mark.equals(table.toString())
        || type.filter(name -> mark.equals(name.toString())).isPresent()
        || column.filter(name -> mark.equals(name.toString())).isPresent();
  }

  Subject subject() {
    return column.map(Subject::column).orElseGet(() -> Subject.table(table));
  }
}
