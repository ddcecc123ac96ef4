package shop;

import dev.varve.annotations.Migration;
import dev.varve.runtime.Batch;
import dev.varve.runtime.DataMigration;

@Migration("20261121101500__fill_slugs")
final class FillSlugs implements DataMigration {
  @Override
  public void run(Batch batch) {}
}
