package dev.varve.runtime.value;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Internet addresses as text. */
final class AddressText {
  private AddressText() {}

  static int bits(InetAddress address) {
    return address instanceof Inet4Address ? 32 : 128;
  }

  static void check(InetAddress address, int prefix) {
    if (prefix < 0 || prefix > bits(address)) {
      throw new IllegalArgumentException(
          address.getHostAddress() + " has a prefix of 0 to " + bits(address) + " bits");
    }
    if (address instanceof Inet6Address six && six.getScopeId() != 0) {
      throw new IllegalArgumentException(
          address.getHostAddress() + " has a scope, which PostgreSQL does not keep");
    }
  }

  static InetAddress address(String text) {
    try {
      return text.indexOf(':') < 0
          ? InetAddress.getByAddress(four(text))
          // The other factory would make an IPv4 address of one that is mapped.
          : Inet6Address.getByAddress(null, six(text), -1);
    } catch (UnknownHostException | RuntimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not an internet address", e);
    }
  }

  private static byte[] four(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) part(parts[i], 10, 0xff);
    }
    return bytes;
  }

  private static byte[] six(String text) {
    String groups = text;
    if (text.indexOf('.') > 0) {
      int colon = text.lastIndexOf(':') + 1;
      byte[] four = four(text.substring(colon));
      groups = text.substring(0, colon)
          + Integer.toHexString((four[0] & 0xff) << 8 | (four[1] & 0xff))
          + ":"
          + Integer.toHexString((four[2] & 0xff) << 8 | (four[3] & 0xff));
    }
    int gap = groups.indexOf("::");
    byte[] bytes = new byte[16];
    int[] head = groups(gap < 0 ? groups : groups.substring(0, gap));
    int[] tail = groups(gap < 0 ? "" : groups.substring(gap + 2));
    int given = head.length + tail.length;
    if (gap < 0 ? given != 8 : given > 7) {
      throw new IllegalArgumentException(text);
    }
    for (int i = 0; i < head.length; i++) {
      put(bytes, i, head[i]);
    }
    for (int i = 0; i < tail.length; i++) {
      put(bytes, 8 - tail.length + i, tail[i]);
    }
    return bytes;
  }

  private static int[] groups(String text) {
    String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
    int[] groups = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      groups[i] = part(parts[i], 16, 0xffff);
    }
    return groups;
  }

  private static void put(byte[] bytes, int group, int value) {
    bytes[2 * group] = (byte) (value >> 8);
    bytes[2 * group + 1] = (byte) value;
  }

  private static int part(String text, int radix, int most) {
    int value = Integer.parseInt(text, radix);
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }
}
