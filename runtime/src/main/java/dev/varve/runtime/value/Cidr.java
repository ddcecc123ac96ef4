package dev.varve.runtime.value;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A {@code cidr}: a network.
 *
 * @param address without bits behind the prefix
 * @param prefix in bits
 */
public record Cidr(InetAddress address, int prefix) {
  /**
   * Checks the prefix.
   *
   * @throws IllegalArgumentException if the prefix is longer than the address, or the address has
   *     bits behind it
   */
  public Cidr {
    AddressText.check(address, prefix);
    int lowest = new BigInteger(1, address.getAddress()).getLowestSetBit();
    if (lowest >= 0 && lowest < AddressText.bits(address) - prefix) {
      throw new IllegalArgumentException(
          address.getHostAddress() + "/" + prefix + " has bits to the right of its network");
    }
  }

  /** Never asks a name server. */
  public static Cidr parse(String text) {
    Inet inet = Inet.parse(text);
    return new Cidr(inet.address(), inet.prefix());
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + prefix;
  }
}
