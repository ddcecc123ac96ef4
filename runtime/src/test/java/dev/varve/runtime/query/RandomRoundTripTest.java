package dev.varve.runtime.query;

import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.Transfer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What goes in comes out, whatever it is. */
class RandomRoundTripTest {
  private static final int TIMES = Boolean.getBoolean("varve.test.full") ? 40 : 1;
  private static TestDatabase server;

  @BeforeContainer
  static void start() {
    server = ValueCases.newDatabase();
  }

  @AfterContainer
  static void stop() {
    server.close();
  }

  /** Every type in every form of transfer once, of twelve values each. */
  @Property(tries = 1, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void anyValueComesBack(@ForAll long seed) {
    List<RandomValues<?>> types = RandomValues.all();
    for (int i = 0; i < TIMES; i++) {
      for (Transfer transfer : Transfer.values()) {
        for (RandomValues<?> type : types) {
          new RoundTrip(server, transfer).check(type.some(new Random(seed + i), 12));
        }
      }
    }
  }
}
