package dev.varve.examples.benchmark;

import dev.varve.runtime.Varve;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Brings a database to the end of the workload of so many migrations, or sees that it is there. */
interface Tool {
  void migrate(DataSource dataSource, int migrations) throws SQLException;

  /** Classes are loaded only for the tool that is asked for. */
  static Tool of(String name) {
    return switch (name) {
      case "connect" -> new ConnectTool();
      case "loop" -> new LoopTool();
      case "varve" -> new VarveTool();
      case "varve-class-path" -> (dataSource, migrations) -> Varve.migrate(dataSource);
      case "flyway" -> new FlywayTool();
      case "liquibase" -> new LiquibaseTool();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
