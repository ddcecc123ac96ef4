package dev.varve.runtime.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a table is beyond its columns.
 *
 * @param unlogged whether its rows are lost in a crash, for faster writes
 * @param parameters storage parameters, such as {@code fillfactor}, by name
 * @param tablespace where its rows lie; empty for where the database does
 */
public record TableOptions(
    boolean unlogged, SortedMap<String, String> parameters, Optional<Name> tablespace) {
  public static final TableOptions NONE = new TableOptions(false, Map.of(), Optional.empty());

  public TableOptions(boolean unlogged, Map<String, String> parameters, Optional<Name> tablespace) {
    this(unlogged, new TreeMap<>(parameters), tablespace);
  }

  public TableOptions {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  public TableOptions withUnlogged(boolean newUnlogged) {
    return new TableOptions(newUnlogged, parameters, tablespace);
  }

  public TableOptions withParameters(Map<String, String> newParameters) {
    return new TableOptions(unlogged, newParameters, tablespace);
  }

  public TableOptions withTablespace(Optional<Name> newTablespace) {
    return new TableOptions(unlogged, parameters, newTablespace);
  }
}
