package dev.varve.runtime.value;

/**
 * A {@code bit} or {@code varbit}: bits, the first one leftmost.
 *
 * @param bits of the characters 0 and 1
 */
public record BitString(String bits) {
  /**
   * Checks the bits.
   *
   * @throws IllegalArgumentException if there is another character than 0 and 1
   */
  public BitString {
    for (int i = 0; i < bits.length(); i++) {
      if (bits.charAt(i) != '0' && bits.charAt(i) != '1') {
        throw new IllegalArgumentException("\"" + bits + "\" has other characters than 0 and 1");
      }
    }
  }

  /** The lowest bits of a number, the highest of them first. */
  public static BitString of(long number, int length) {
    StringBuilder bits = new StringBuilder(length);
    for (int i = length - 1; i >= 0; i--) {
      bits.append(i < Long.SIZE ? (char) ('0' + (number >>> i & 1)) : '0');
    }
    return new BitString(bits.toString());
  }

  public static BitString parse(String text) {
    return new BitString(text);
  }

  public int length() {
    return bits.length();
  }

  /** The bit at a place, from 0 at the left. */
  public boolean get(int place) {
    return bits.charAt(place) == '1';
  }

  @Override
  public String toString() {
    return bits;
  }
}
