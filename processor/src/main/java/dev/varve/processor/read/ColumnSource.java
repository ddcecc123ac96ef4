package dev.varve.processor.read;

import dev.varve.processor.report.Origin;
import dev.varve.runtime.schema.Column;
import javax.lang.model.element.VariableElement;

/**
 * A record component and the column read from it.
 *
 * @param component its name; of one in an embedded record with the names of those around it in
 *     front
 * @param prefix what embedded records put before the column's name
 * @param version whether it is the table's {@code @Version}
 * @param absent whether the component has a place for NULL, which the column of a required one has
 *     too if an optional record is embedded around it
 * @param field its backing field
 */
public record ColumnSource(
    String component,
    String prefix,
    Column column,
    JavaType type,
    boolean version,
    boolean absent,
    VariableElement field,
    Origin origin)
    implements Member {
  /** Whether its values are shown to nobody. */
  public boolean sensitive() {
    return Annotated.find(field, origin, Marker.SENSITIVE).isPresent();
  }
}
