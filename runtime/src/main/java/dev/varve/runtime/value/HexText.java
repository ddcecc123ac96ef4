package dev.varve.runtime.value;

/** Bytes in hexadecimal digits with colons, as PostgreSQL writes the addresses of interfaces. */
final class HexText {
  private HexText() {}

  static String write(long bits, int bytes) {
    StringBuilder out = new StringBuilder(3 * bytes);
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      int value = (int) (bits >>> shift) & 0xff;
      out.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
      out.append(shift == 0 ? "" : ":");
    }
    return out.toString();
  }

  static long parse(String text, int bytes) {
    long bits = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = Character.digit(c, 16);
      if (digit >= 0) {
        bits = bits << 4 | digit;
        digits++;
      } else if (":-. ".indexOf(c) < 0) {
        digits = -text.length();
      }
    }
    if (digits != 2 * bytes) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not an address of " + bytes + " bytes");
    }
    return bits;
  }
}
