package dev.varve.processor.read;

import dev.varve.runtime.schema.Table;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A record and the table read from it.
 *
 * @param columns in the order of the record's components
 */
public record TableSource(TypeElement type, Table table, List<ColumnSource> columns) {
  public TableSource {
    columns = List.copyOf(columns);
  }
}
