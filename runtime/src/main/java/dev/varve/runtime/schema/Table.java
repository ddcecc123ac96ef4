package dev.varve.runtime.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table.
 *
 * @param type the full name of the record that describes it
 * @param columns in the order of the record's components, which means nothing to a comparison
 * @param partitioning how its rows are divided; empty if they are in one piece
 */
public record Table(
    QualifiedName name,
    String type,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    TableOptions options,
    Optional<Partitioning> partitioning) {
  /** With PostgreSQL's own options, and in one piece. */
  public Table(
      QualifiedName name,
      String type,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes) {
    this(name, type, columns, constraints, indexes, TableOptions.NONE, Optional.empty());
  }

  /** In one piece. */
  public Table(
      QualifiedName name,
      String type,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      TableOptions options) {
    this(name, type, columns, constraints, indexes, options, Optional.empty());
  }

  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    Set<Name> known = new HashSet<>();
    for (Column column : columns) {
      if (!known.add(column.name())) {
        throw new IllegalArgumentException(name + ": column " + column.name() + " occurs twice");
      }
    }
    Set<Name> rules = new HashSet<>();
    for (Constraint constraint : constraints) {
      if (!rules.add(constraint.name())) {
        throw new IllegalArgumentException(
            name + ": constraint " + constraint.name() + " occurs twice");
      }
    }
    Stream.of(
            keys(partitioning),
            constraints.stream().flatMap(constraint -> constraint.columns().stream()),
            indexes.stream()
                .flatMap(
                    index -> Stream.concat(index.columns().stream(), index.include().stream())))
        .flatMap(names -> names)
        .filter(column -> !known.contains(column))
        .findFirst()
        .ifPresent(column -> {
          throw new IllegalArgumentException("There is no column " + name + "." + column);
        });
  }

  private static Stream<Name> keys(Optional<Partitioning> partitioning) {
    return partitioning.stream().flatMap(p -> p.columns().stream());
  }

  public Optional<Column> column(Name column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  public Optional<Constraint> constraint(Name constraint) {
    return constraints.stream().filter(c -> c.name().equals(constraint)).findFirst();
  }

  public Optional<Index> index(Name index) {
    return indexes.stream().filter(i -> i.name().equals(index)).findFirst();
  }

  public Optional<Constraint.PrimaryKey> primaryKey() {
    return constraintsOf(Constraint.PrimaryKey.class).findFirst();
  }

  public List<Constraint.Unique> uniques() {
    return constraintsOf(Constraint.Unique.class).toList();
  }

  public List<Constraint.ForeignKey> foreignKeys() {
    return constraintsOf(Constraint.ForeignKey.class).toList();
  }

  private <C extends Constraint> Stream<C> constraintsOf(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The table as it is created: foreign keys follow when every table is there. */
  public Table withoutForeignKeys() {
    return withConstraints(
        constraints.stream().filter(c -> !(c instanceof Constraint.ForeignKey)).toList());
  }

  public Table withName(QualifiedName newName) {
    return new Table(newName, type, columns, constraints, indexes, options, partitioning);
  }

  public Table withType(String newType) {
    return new Table(name, newType, columns, constraints, indexes, options, partitioning);
  }

  public Table withColumns(List<Column> newColumns) {
    return new Table(name, type, newColumns, constraints, indexes, options, partitioning);
  }

  public Table withConstraints(List<Constraint> newConstraints) {
    return new Table(name, type, columns, newConstraints, indexes, options, partitioning);
  }

  public Table withIndexes(List<Index> newIndexes) {
    return new Table(name, type, columns, constraints, newIndexes, options, partitioning);
  }

  public Table withPartitioning(Optional<Partitioning> newPartitioning) {
    return new Table(name, type, columns, constraints, indexes, options, newPartitioning);
  }

  /** Its partitions; none if it is in one piece. */
  public List<Partition> partitions() {
    return partitioning.map(Partitioning::partitions).orElse(List.of());
  }

  public Optional<Partition> partition(Name partition) {
    return partitions().stream().filter(p -> p.name().equals(partition)).findFirst();
  }

  public Table withOptions(TableOptions newOptions) {
    return new Table(name, type, columns, constraints, indexes, newOptions, partitioning);
  }
}
