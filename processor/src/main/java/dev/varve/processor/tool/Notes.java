package dev.varve.processor.tool;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the applier logs, and what the driver warns of, as notes on standard error. */
final class Notes extends Handler {
  private static final String OURS = "dev.varve";

  private Notes() {}

  /** Instead of the lines that the JDK would print. */
  static void install() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.addHandler(new Notes());
  }

  @Override
  public void publish(LogRecord line) {
    boolean ours = String.valueOf(line.getLoggerName()).startsWith(OURS);
    if (line.getLevel().intValue() >= (ours ? Level.INFO : Level.WARNING).intValue()) {
      Terminal.of(false).note(new SimpleFormatter().formatMessage(line));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
