package dev.varve.examples.learningcards.learning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** When a card comes again: a simple form of SuperMemo 2. */
final class Scheduler {
  static final BigDecimal FIRST_EASE = new BigDecimal("2.50");

  private static final BigDecimal LEAST_EASE = new BigDecimal("1.30");
  private static final Duration SOON = Duration.ofMinutes(10);

  private Scheduler() {}

  /** What is known of a card that somebody learns. */
  record Memory(int intervalDays, BigDecimal ease, int repetitions, int lapses) {
    static final Memory NEW = new Memory(0, FIRST_EASE, 0, 0);

    Duration pause() {
      return intervalDays == 0 ? SOON : Duration.ofDays(intervalDays);
    }
  }

  static Memory after(Memory memory, Rating rating) {
    int days = memory.intervalDays();
    return switch (rating) {
      case AGAIN -> new Memory(0, ease(memory, "-0.20"), 0, memory.lapses() + 1);
      case HARD -> next(memory, Math.max(1, days * 6 / 5), "-0.15");
      case GOOD -> next(memory, memory.repetitions() == 0 ? 1 : times(days, memory.ease()), "0");
      case EASY -> next(memory, memory.repetitions() == 0 ? 4 : 2 * days, "0.15");
    };
  }

  private static Memory next(Memory memory, int days, String easier) {
    return new Memory(
        Math.max(1, days), ease(memory, easier), memory.repetitions() + 1, memory.lapses());
  }

  private static BigDecimal ease(Memory memory, String easier) {
    return memory.ease().add(new BigDecimal(easier)).max(LEAST_EASE);
  }

  private static int times(int days, BigDecimal ease) {
    return ease.multiply(BigDecimal.valueOf(days))
        .setScale(0, RoundingMode.HALF_UP)
        .intValue();
  }
}
