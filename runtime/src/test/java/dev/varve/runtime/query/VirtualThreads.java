package dev.varve.runtime.query;

/** Threads of JDK 21, called by name, as this is compiled for JDK 17. */
final class VirtualThreads {
  private VirtualThreads() {}

  static boolean exist() {
    return Runtime.version().feature() >= 21;
  }

  static Thread start(Runnable work) {
    try {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
