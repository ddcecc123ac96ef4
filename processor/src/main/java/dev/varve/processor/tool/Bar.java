package dev.varve.processor.tool;

import java.io.PrintStream;
import java.time.Duration;

/**
 * The last line of a terminal while migrations run: how many are done, and how long the present one
 * has taken. A thread of its own draws it, because a statement may take minutes.
 */
final class Bar implements AutoCloseable {
  private static final int WIDTH = 20;
  private static final int LINE = 79;
  private static final long REDRAW_MILLIS = 100;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean visible;
  private int total;
  private int done;
  private int statements;
  private String running = "";
  private long since;
  private boolean open;
  private boolean drawn;

  /**
   * @param visible whether anybody looks
   */
  Bar(PrintStream out, boolean visible) {
    this.out = out;
    this.visible = visible;
  }

  /** So many scripts are to be run, besides those that are done. */
  synchronized void open(int scripts) {
    total = done + scripts;
    if (visible && !open) {
      open = true;
      Thread painter = new Thread(this::paint, "varve-progress");
      painter.setDaemon(true);
      painter.start();
    }
  }

  synchronized void start(String migration) {
    running = migration;
    statements = 0;
    since = System.nanoTime();
    draw();
  }

  synchronized void statement() {
    statements++;
    draw();
  }

  synchronized void finish() {
    done++;
    running = "";
  }

  /** Prints something while the bar is out of the way. */
  synchronized void above(Runnable print) {
    clear();
    print.run();
    draw();
  }

  @Override
  public synchronized void close() {
    clear();
    open = false;
    notifyAll();
  }

  private void clear() {
    if (drawn) {
      out.print(CLEAR);
      out.flush();
      drawn = false;
    }
  }

  private synchronized void paint() {
    try {
      while (open) {
        draw();
        wait(REDRAW_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw() {
    if (open && !running.isEmpty()) {
      String text = "[" + "#".repeat(WIDTH * Math.min(done, total) / total);
      text += " ".repeat(WIDTH + 1 - text.length()) + "] " + done + "/" + total + "  ";
      String detail = "  statement " + (statements + 1) + ", "
          + Amounts.took(Duration.ofNanos(System.nanoTime() - since));
      int room = LINE - text.length() - detail.length();
      String name = running.length() > room ? running.substring(0, room - 1) + "…" : running;
      out.print(CLEAR + text + name + detail);
      out.flush();
      drawn = true;
    }
  }
}
