package dev.varve.runtime.schema;

import java.util.List;
import java.util.Optional;

/**
 * A B-tree index.
 *
 * @param where the predicate of a partial index, as the user wrote it
 */
public record Index(Name name, List<Name> columns, boolean unique, Optional<String> where) {
  public Index {
    columns = Names.key(columns);
  }

  public Index withName(Name newName) {
    return new Index(newName, columns, unique, where);
  }

  /** Whether it is about this column, by its keys or its predicate. */
  public boolean mentions(Name column) {
    return columns.contains(column)
        || where.filter(predicate -> Expressions.mentions(predicate, column)).isPresent();
  }

  public Index withColumnRenamed(Name from, Name to) {
    return new Index(
        name,
        Names.renamed(columns, from, to),
        unique,
        where.map(predicate -> Expressions.withColumnRenamed(predicate, from, to)));
  }
}
