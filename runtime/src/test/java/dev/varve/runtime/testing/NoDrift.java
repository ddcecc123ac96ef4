package dev.varve.runtime.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.Varve;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.verify.Drift;
import java.util.List;
import java.util.stream.Stream;

/** Nobody has changed anything by hand, so any drift that is found is a false alarm. */
public final class NoDrift {
  private NoDrift() {}

  /** In a database that these migrations have just been applied to, all of them. */
  public static void in(TestDatabase database, MigrationSource... sources) {
    Drift drift = Varve.of(database.dataSource()).sources(List.of(sources)).verify();
    isIn(drift);
    // What could not be compared would have hidden it. Scripts that are replayed may need what a
    // later one has dropped.
    if (Stream.of(sources).anyMatch(source -> source.creation().isPresent())) {
      assertEquals(List.of(), drift.notes());
    }
  }

  public static void isIn(Drift drift) {
    assertEquals(List.of(), drift.lines(), () -> "false alarm; " + drift.notes());
  }
}
