package dev.varve.runtime.value;

/**
 * A {@code macaddr}: the address of a network interface.
 *
 * @param bits the 48 bits, the first byte in the highest
 */
public record MacAddress(long bits) {
  private static final int BYTES = 6;

  /**
   * Checks the bits.
   *
   * @throws IllegalArgumentException if there are more than 48
   */
  public MacAddress {
    if (bits >>> 48 != 0) {
      throw new IllegalArgumentException("A macaddr has 48 bits: " + Long.toHexString(bits));
    }
  }

  /** Reads bytes in hexadecimal digits, whatever stands between them. */
  public static MacAddress parse(String text) {
    return new MacAddress(HexText.parse(text, BYTES));
  }

  @Override
  public String toString() {
    return HexText.write(bits, BYTES);
  }
}
