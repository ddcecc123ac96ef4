package dev.varve.examples.benchmark;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

final class FlywayTool implements Tool {
  @Override
  public void migrate(DataSource dataSource, int migrations) {
    Flyway flyway = Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:flyway/m" + migrations)
        .failOnMissingLocations(true)
        .load();
    flyway.migrate();
  }
}
