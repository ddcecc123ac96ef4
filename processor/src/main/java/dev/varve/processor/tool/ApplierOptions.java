package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How patient the applier is, and how much it tells. */
final class ApplierOptions {
  @Mixin
  private LockOptions lock = new LockOptions();

  @Option(
      names = "--lock-timeout",
      paramLabel = "DURATION",
      defaultValue = "2s",
      converter = DurationConverter.class,
      description = "How long a statement may wait at a time for the lock of a table, while others"
          + " queue behind it. Default: 2s.")
  private Duration lockTimeout = Duration.ofSeconds(2);

  @Option(
      names = "--statement-timeout",
      paramLabel = "DURATION",
      defaultValue = "30s",
      converter = DurationConverter.class,
      description = "How long a statement may take that changes the catalogue only, while others"
          + " wait behind it. Default: 30s. Those that read or write rows have no limit.")
  private Duration statementTimeout = Duration.ofSeconds(30);

  @Option(
      names = "--retry",
      paramLabel = "DURATION",
      defaultValue = "10m",
      converter = DurationConverter.class,
      description = "How long to try again while such locks are not granted. Default: 10m.")
  private Duration retry = Duration.ofMinutes(10);

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell of each statement, with its time.")
  private boolean verbose;

  boolean verbose() {
    return verbose;
  }

  Varve on(Varve varve) {
    return lock.on(varve)
        .lockTimeout(lockTimeout)
        .statementTimeout(statementTimeout)
        .retryFor(retry);
  }
}
