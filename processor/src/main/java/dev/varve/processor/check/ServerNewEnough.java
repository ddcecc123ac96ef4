package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Default;
import java.util.List;

/** What only newer servers have is not used while the SQL must run on older ones. */
final class ServerNewEnough implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    return situation.to().tables().stream()
        .flatMap(table -> table.columns().stream()
            .filter(ServerNewEnough::isVirtual)
            .flatMap(column -> situation
                .server()
                .needs(
                    18,
                    "a virtual generated column",
                    Subject.column(new ColumnName(table.name(), column.name())),
                    table.type())
                .stream()))
        .toList();
  }

  private static boolean isVirtual(Column column) {
    return column.defaultValue() instanceof Default.Generated generated && !generated.stored();
  }
}
