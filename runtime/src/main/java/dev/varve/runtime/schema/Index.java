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

  public Index withColumnRenamed(Name from, Name to) {
    return new Index(
        name,
        Names.renamed(columns, from, to),
        unique,
        where.map(predicate -> Expressions.withIdentifierRenamed(predicate, from, to)));
  }
}
