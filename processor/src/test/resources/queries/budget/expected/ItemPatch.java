package budget;

import dev.varve.runtime.query.Patch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Changes to rows of {@code items}.
 */
public final class ItemPatch extends Patch<ItemTable> {
  private ItemPatch() {
    super(10);
  }

  private ItemPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static ItemPatch of() {
    return new ItemPatch();
  }

  public ItemPatch name(String name) {
    return new ItemPatch(with(1, name));
  }

  public ItemPatch quantity(int quantity) {
    return new ItemPatch(with(2, quantity));
  }

  public ItemPatch weight(long weight) {
    return new ItemPatch(with(3, weight));
  }

  public ItemPatch price(BigDecimal price) {
    return new ItemPatch(with(4, price));
  }

  public ItemPatch active(boolean active) {
    return new ItemPatch(with(5, active));
  }

  public ItemPatch createdAt(Instant createdAt) {
    return new ItemPatch(with(6, createdAt));
  }

  public ItemPatch owner(UUID owner) {
    return new ItemPatch(with(7, owner));
  }

  public ItemPatch tags(List<String> tags) {
    return new ItemPatch(with(8, tags));
  }

  public ItemPatch note(String note) {
    return new ItemPatch(with(9, note));
  }

  public ItemPatch noteNull() {
    return new ItemPatch(withNull(9));
  }
}
