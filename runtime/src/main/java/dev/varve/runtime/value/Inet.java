package dev.varve.runtime.value;

import java.net.InetAddress;

/**
 * An {@code inet}: the address of a host, and how much of it is its network.
 *
 * @param prefix in bits; 32 or 128 for the host alone
 */
public record Inet(InetAddress address, int prefix) {
  /**
   * Checks the prefix.
   *
   * @throws IllegalArgumentException if the prefix is longer than the address, or the address has a
   *     scope, which PostgreSQL does not keep
   */
  public Inet {
    AddressText.check(address, prefix);
  }

  /** A host alone. */
  public static Inet of(InetAddress address) {
    return new Inet(address, AddressText.bits(address));
  }

  /** Never asks a name server. */
  public static Inet parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return of(AddressText.address(text));
    }
    return new Inet(
        AddressText.address(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return prefix == AddressText.bits(address)
        ? address.getHostAddress()
        : address.getHostAddress() + "/" + prefix;
  }
}
