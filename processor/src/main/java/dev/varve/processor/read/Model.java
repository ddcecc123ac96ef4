package dev.varve.processor.read;

import dev.varve.runtime.schema.Schema;
import java.util.List;

/**
 * All that a compilation says about its tables.
 *
 * @param schema the tables and the enums that their columns have
 * @param sources the records behind them, sorted by type
 * @param views the records behind views, sorted by name
 */
public record Model(Schema schema, List<TableSource> sources, List<ViewSource> views, Marks marks) {
  public Model {
    views = List.copyOf(views);
    sources = List.copyOf(sources);
  }
}
