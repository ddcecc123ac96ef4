package dev.varve.processor.check;

import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change for which PostgreSQL writes a table or its indexes anew, while nobody can read or write
 * the table, and for which there is no other way.
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
    return situation
        .from()
        .table(Targets.nameBefore(situation, table))
        .filter(old -> old.partitioning().isPresent())
        .isPresent();
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
