package dev.varve.processor.tool;

/** A command cannot do its work; the message says where, what, and what to do. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** {@link ExitCode#FAILED} or {@link ExitCode#USAGE}. */
  private final int exitCode;

  private Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** What was asked for did not work. */
  static Failure of(String message) {
    return new Failure(ExitCode.FAILED, message);
  }

  /** What was asked for is not clear, or not possible. */
  static Failure ofUsage(String message) {
    return new Failure(ExitCode.USAGE, message);
  }

  int exitCode() {
    return exitCode;
  }
}
