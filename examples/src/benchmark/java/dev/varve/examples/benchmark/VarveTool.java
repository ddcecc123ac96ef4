package dev.varve.examples.benchmark;

import dev.varve.runtime.Varve;
import dev.varve.runtime.migrate.MigrationSource;
import java.util.List;
import javax.sql.DataSource;

/** Reads the packed index anew each time, as an application that starts does. */
final class VarveTool implements Tool {
  @Override
  public void migrate(DataSource dataSource, int migrations) {
    Varve.of(dataSource)
        .sources(List.of(MigrationSource.packed(VarveTool.class, Workload.module(migrations))))
        .migrate();
  }
}
