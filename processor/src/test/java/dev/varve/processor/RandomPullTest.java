package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.pull.RoundTrip;
import dev.varve.runtime.diff.RandomSchemas;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Any schema comes back when it is pulled: through records, or past them. */
class RandomPullTest {
  private static final int SCHEMAS =
      Boolean.getBoolean("varve.test.full") ? 300 : Integer.getInteger("varve.n", 4);

  @Test
  void anySchemaComesBack() {
    List<String> failures = new ArrayList<>();
    boolean virtual = TestServer.majorVersion() >= 18;
    String options = "-Avarve.server=" + Math.min(18, TestServer.majorVersion());
    long first = Long.getLong("varve.from", 0);
    for (long seed = first; seed < first + SCHEMAS; seed++) {
      Schema schema = new RandomSchemas(seed, virtual).schema(1 + (int) (seed % 7));
      try (TestDatabase database = TestServer.newDatabase();
          RoundTrip trip = new RoundTrip()) {
        RoundTrip.run(database, Draft.creation(schema, RandomMigration.LABELS));
        trip.pull(database);
        trip.compilesToNothing(options);
        trip.makes(database);
      } catch (Exception | AssertionError e) {
        failures.add("Seed " + seed + ": " + e);
      }
    }
    assertEquals(List.of(), failures, () -> String.join("\n\n", failures));
  }
}
