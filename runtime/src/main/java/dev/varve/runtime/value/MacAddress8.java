package dev.varve.runtime.value;

/**
 * A {@code macaddr8}: the address of a network interface.
 *
 * @param bits the 64 bits, the first byte in the highest
 */
public record MacAddress8(long bits) {
  private static final int BYTES = 8;

  /** Reads bytes in hexadecimal digits, whatever stands between them. */
  public static MacAddress8 parse(String text) {
    return new MacAddress8(HexText.parse(text, BYTES));
  }

  @Override
  public String toString() {
    return HexText.write(bits, BYTES);
  }
}
