package dev.varve.runtime.diff;

/** How often a law is tried. */
final class Tries {
  private Tries() {}

  /** In the quick suite so often; with {@code -Dvarve.test.full=true} forty times as often. */
  static int of(int quick) {
    return Boolean.getBoolean("varve.test.full") ? quick * 40 : quick;
  }
}
