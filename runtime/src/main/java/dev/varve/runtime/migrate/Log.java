package dev.varve.runtime.migrate;

/**
 * The logger {@code dev.varve}, apart from the classes that use it: a start-up that finds nothing
 * to do never loads the logging system.
 */
final class Log {
  private static final System.Logger LOGGER = System.getLogger("dev.varve");

  private Log() {}

  static void debug(String message) {
    LOGGER.log(System.Logger.Level.DEBUG, message);
  }

  static void info(String message) {
    LOGGER.log(System.Logger.Level.INFO, message);
  }

  static void warning(String message) {
    LOGGER.log(System.Logger.Level.WARNING, message);
  }
}
