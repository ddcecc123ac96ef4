package dev.varve.processor.read;

import dev.varve.runtime.schema.Table;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A record and the table read from it.
 *
 * @param members in the order of the record's components
 */
public record TableSource(TypeElement type, Table table, List<Member> members) {
  public TableSource {
    members = List.copyOf(members);
  }

  /** Its columns, those of embedded records at their place. */
  public List<ColumnSource> columns() {
    return Member.columns(members);
  }
}
