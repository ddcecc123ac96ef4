package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * What only newer servers have is for models that need no older one. Everything that needs more than
 * the oldest server that Varve supports is listed here.
 */
final class ServerNewEnough implements Rule {
  /**
   * A place where the model uses a feature.
   *
   * @param since the first major version of PostgreSQL that has it
   * @param instead what else can be done
   */
  private record Use(Subject subject, String where, String feature, int since, String instead) {}

  @Override
  public List<Finding> check(Situation situation) {
    return situation.to().tables().stream()
        .flatMap(ServerNewEnough::uses)
        .filter(use -> use.since() > situation.server())
        .map(use -> finding(use, situation.server()))
        .toList();
  }

  private static Stream<Use> uses(Table table) {
    return table.columns().stream()
        .filter(ServerNewEnough::isVirtual)
        .map(column -> new Use(
            Subject.column(new ColumnName(table.name(), column.name())),
            table.type(),
            "a virtual generated column",
            18,
            "remove virtual = true"));
  }

  private static boolean isVirtual(Column column) {
    return column.defaultValue() instanceof Default.Generated generated && !generated.stored();
  }

  private static Finding finding(Use use, int server) {
    return new Finding(
        Problem.SERVER_TOO_OLD,
        use.subject(),
        use.where(),
        use.feature()
            + " needs PostgreSQL "
            + use.since()
            + ", and the SQL must run on "
            + server
            + ". If all your servers are that new, compile with -Avarve.server="
            + use.since()
            + "; or else "
            + use.instead()
            + ".");
  }
}
