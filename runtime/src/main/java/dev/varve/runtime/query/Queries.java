package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;

/** What a query is where one value is expected. */
final class Queries {
  private Queries() {}

  /** The type of the query's only column. */
  @SuppressWarnings("unchecked")
  static <T> Type<T> typeOf(Query<T> query) {
    List<Output> outputs = new ArrayList<>();
    query.selection().outputs(outputs);
    Selection<T> selection = query.selection();
    if (!(selection instanceof Expression<?>)) {
      throw new StatementException("A query that stands for a value selects one expression that is"
          + " never NULL; one that may be NULL by itself as .required().");
    }
    return (Type<T>) outputs.get(0).type();
  }
}
