package dev.varve.processor.tool;

import dev.varve.runtime.Varve;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long to wait for others. */
final class LockOptions {
  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      defaultValue = "10m",
      converter = DurationConverter.class,
      description = "How long to wait while another process migrates the same schema, such as 30s."
          + " Default: 10m.")
  private Duration wait = Duration.ofMinutes(10);

  Varve on(Varve varve) {
    return varve.waitForLock(wait);
  }
}
