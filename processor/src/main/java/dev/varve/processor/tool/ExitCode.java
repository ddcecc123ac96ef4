package dev.varve.processor.tool;

/** What a command tells the shell. */
final class ExitCode {
  /** What was asked for is done, or there was nothing to do. */
  static final int DONE = 0;

  /** It failed; the message says what state is left. */
  static final int FAILED = 1;

  /** The arguments or the environment do not say what to do; nothing was tried. */
  static final int USAGE = 2;

  /** The database is not where the migrations lead: some are pending, or it differs. */
  static final int DIFFERENT = 3;

  private ExitCode() {}
}
