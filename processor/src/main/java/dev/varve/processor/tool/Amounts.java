package dev.varve.processor.tool;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them. */
final class Amounts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

  private Amounts() {}

  /** {@code 1 migration}, {@code 3 migrations}. */
  static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** {@code 812 bytes}, {@code 8 kB}, {@code 1.4 GB}. */
  static String size(long bytes) {
    double size = bytes;
    String unit = "bytes";
    for (int i = 0; size >= 1024 && i < UNITS.size(); i++) {
      size /= 1024;
      unit = UNITS.get(i);
    }
    boolean whole = size >= 10 || size == Math.rint(size);
    return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", size, unit);
  }

  /** {@code 12 ms}, {@code 1.5 s}, {@code 3 min 20 s}. */
  static String took(Duration duration) {
    if (duration.toMillis() < 1_000) {
      return duration.toMillis() + " ms";
    }
    if (duration.toSeconds() < 60) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
    return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }

  /** {@code 2026-11-21 03:20:11 UTC}. */
  static String time(Instant instant) {
    return TIME.format(instant) + " UTC";
  }
}
