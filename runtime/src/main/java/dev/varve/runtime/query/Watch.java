package dev.varve.runtime.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks a few dozen times a second at the connections in use, and cancels on the server what an
 * interrupted thread waits for, or what has passed the time of its transaction: a thread that reads
 * from a socket notices neither.
 */
final class Watch implements Runnable {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int IDLE_TICKS = 250;

  /** The innermost connection that each thread has taken. */
  static final Map<Thread, Lease> LEASES = new ConcurrentHashMap<>();

  private static final AtomicBoolean RUNNING = new AtomicBoolean();
  private static final ReentrantLock CANCELLING = new ReentrantLock();

  private Watch() {}

  static void start() {
    if (!RUNNING.get() && RUNNING.compareAndSet(false, true)) {
      Thread thread = new Thread(null, new Watch(), "varve-watch", 0, false);
      thread.setContextClassLoader(null);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Returns when no cancellation is under way. */
  static void await() {
    CANCELLING.lock();
    CANCELLING.unlock();
  }

  /** Ends when nothing has run for some seconds, so that no class loader is held for ever. */
  @Override
  public void run() {
    int idle = 0;
    while (idle < IDLE_TICKS) {
      LockSupport.parkNanos(TICK);
      idle = LEASES.isEmpty() ? idle + 1 : 0;
      for (Lease innermost : LEASES.values()) {
        for (Lease lease = innermost; lease != null; lease = lease.outer()) {
          if (lease.isOverdue()) {
            cancel(lease);
          }
        }
      }
    }
    RUNNING.set(false);
    if (!LEASES.isEmpty()) {
      start();
    }
  }

  private static void cancel(Lease lease) {
    CANCELLING.lock();
    try {
      lease.cancel();
    } finally {
      CANCELLING.unlock();
    }
  }
}
