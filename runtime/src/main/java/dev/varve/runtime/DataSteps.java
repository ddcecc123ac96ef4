package dev.varve.runtime;

import dev.varve.runtime.migrate.DataStep;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.query.Database;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** The migrations in Java of one module. A class, as a lambda would cost every start-up. */
final class DataSteps implements Function<MigrationId, Optional<DataStep>> {
  private final DataSource dataSource;
  private final Catalogue catalogue;

  DataSteps(DataSource dataSource, Catalogue catalogue) {
    this.dataSource = dataSource;
    this.catalogue = catalogue;
  }

  @Override
  public Optional<DataStep> apply(MigrationId id) {
    return catalogue.dataMigration(id.text()).map(this::step);
  }

  private DataStep step(DataMigration migration) {
    Database database = Database.of(dataSource);
    return (connection, position) -> database.within(connection, transaction -> {
      Batch batch = new Batch(transaction, position);
      migration.run(batch);
      return new DataStep.Outcome(batch.rows(), batch.next());
    });
  }
}
