package dev.varve.processor.file;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;

/** The version of a migration that is made now. */
public final class NextVersion {
  private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private NextVersion() {}

  /** Now, in UTC; but later than each of these, so that version order is a valid order. */
  public static String after(Collection<String> versions, Clock clock) {
    LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    return versions.stream()
        .flatMap(version -> time(version).stream())
        .map(time -> time.plusSeconds(1))
        .reduce(now, (a, b) -> b.isAfter(a) ? b : a)
        .format(VERSION);
  }

  /** Empty for digits that are no time, as somebody's hand may have written them. */
  private static Optional<LocalDateTime> time(String version) {
    try {
      return Optional.of(LocalDateTime.parse(version, VERSION));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
