package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Looks a few dozen times a second at the connections in use, and cancels on the server what an
 * interrupted thread waits for, or what has passed the time of its transaction: a thread that reads
 * from a socket notices neither.
 */
final class Watch implements Runnable {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int IDLE_TICKS = 250;

  /** The connections in use, in lists that are made of the leases themselves: nothing is allocated. */
  private static final Watch[] STRIPES = new Watch[64];

  static {
    for (int i = 0; i < STRIPES.length; i++) {
      STRIPES[i] = new Watch();
    }
  }

  private static final AtomicBoolean RUNNING = new AtomicBoolean();
  private static final ReentrantLock CANCELLING = new ReentrantLock();

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Lease first;

  private Watch() {}

  private static Watch of(Thread thread) {
    return STRIPES[System.identityHashCode(thread) & STRIPES.length - 1];
  }

  /** Whether a thread is in a transaction of a database. */
  static boolean isInTransaction(Thread thread, Database database) {
    Watch stripe = of(thread);
    stripe.lock.lock();
    try {
      for (Lease lease = stripe.first; lease != null; lease = lease.next) {
        if (lease.owner() == thread && lease.isTransactionOf(database)) {
          return true;
        }
      }
      return false;
    } finally {
      stripe.lock.unlock();
    }
  }

  static void add(Lease lease) {
    Watch stripe = of(lease.owner());
    stripe.lock.lock();
    try {
      lease.next = stripe.first;
      stripe.first = lease;
    } finally {
      stripe.lock.unlock();
    }
  }

  static void remove(Lease lease) {
    Watch stripe = of(lease.owner());
    stripe.lock.lock();
    try {
      Lease before = null;
      Lease found = stripe.first;
      while (found != null && found != lease) {
        before = found;
        found = found.next;
      }
      if (before != null) {
        before.next = lease.next;
      } else if (found == lease) {
        stripe.first = lease.next;
      }
    } finally {
      stripe.lock.unlock();
    }
  }

  private List<Lease> leases() {
    List<Lease> leases = new ArrayList<>();
    lock.lock();
    try {
      for (Lease lease = first; lease != null; lease = lease.next) {
        leases.add(lease);
      }
      return leases;
    } finally {
      lock.unlock();
    }
  }

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
      idle = look() ? 0 : idle + 1;
    }
    RUNNING.set(false);
    if (look()) {
      start();
    }
  }

  /** Whether any connection is in use. */
  private static boolean look() {
    boolean used = false;
    for (Watch stripe : STRIPES) {
      for (Lease lease : stripe.leases()) {
        used = true;
        if (lease.isOverdue()) {
          cancel(lease);
        }
      }
    }
    return used;
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
