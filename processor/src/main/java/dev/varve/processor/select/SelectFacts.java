package dev.varve.processor.select;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a select reads and gives.
 *
 * @param outputs its columns; empty if they cannot be told
 * @param relations the tables and views of the model that it reads
 * @param functions the functions that it calls, by their own names
 * @param types the types that it casts to, as they stand there
 */
public record SelectFacts(
    Optional<List<Output>> outputs,
    Set<QualifiedName> relations,
    Set<String> functions,
    Set<String> types,
    List<SelectFault> faults) {
  public SelectFacts {
    relations = Set.copyOf(relations);
    functions = Set.copyOf(functions);
    types = Set.copyOf(types);
    faults = List.copyOf(faults);
  }

  /**
   * A column of the result.
   *
   * @param name empty if the select gives it none
   * @param type the type, if it is that of a column of the model
   */
  public record Output(Optional<Name> name, Optional<ColumnType> type) {}
}
