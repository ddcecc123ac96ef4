package shop;

import dev.varve.annotations.Migration;
import dev.varve.runtime.Batch;
import dev.varve.runtime.DataMigration;

@Migration("2026-11-21 fill slugs")
public final class Unplaced implements DataMigration {
  @Override
  public void run(Batch batch) {}
}
