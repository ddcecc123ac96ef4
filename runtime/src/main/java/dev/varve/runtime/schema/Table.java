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
 */
public record Table(
    QualifiedName name,
    String type,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    TableOptions options) {
  /** With PostgreSQL's own options. */
  public Table(
      QualifiedName name,
      String type,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes) {
    this(name, type, columns, constraints, indexes, TableOptions.NONE);
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
    Stream.concat(
            constraints.stream().flatMap(constraint -> constraint.columns().stream()),
            indexes.stream()
                .flatMap(
                    index -> Stream.concat(index.columns().stream(), index.include().stream())))
        .filter(column -> !known.contains(column))
        .findFirst()
        .ifPresent(column -> {
          throw new IllegalArgumentException("There is no column " + name + "." + column);
        });
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
    return new Table(newName, type, columns, constraints, indexes, options);
  }

  public Table withType(String newType) {
    return new Table(name, newType, columns, constraints, indexes, options);
  }

  public Table withColumns(List<Column> newColumns) {
    return new Table(name, type, newColumns, constraints, indexes, options);
  }

  public Table withConstraints(List<Constraint> newConstraints) {
    return new Table(name, type, columns, newConstraints, indexes, options);
  }

  public Table withIndexes(List<Index> newIndexes) {
    return new Table(name, type, columns, constraints, newIndexes, options);
  }

  public Table withOptions(TableOptions newOptions) {
    return new Table(name, type, columns, constraints, indexes, newOptions);
  }
}
