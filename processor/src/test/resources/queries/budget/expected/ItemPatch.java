package budget;

import dev.varve.runtime.query.TablePatch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Changes to rows of {@code items}.
 */
public final class ItemPatch extends TablePatch<ItemTable, ItemPatch> {
  private ItemPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static ItemPatch of() {
    return new ItemPatch(nothing(10));
  }

  @Override
  protected ItemPatch copy(Object[] values) {
    return new ItemPatch(values);
  }

  public ItemPatch name(String name) {
    return set(1, name);
  }

  public ItemPatch quantity(int quantity) {
    return set(2, quantity);
  }

  public ItemPatch weight(long weight) {
    return set(3, weight);
  }

  public ItemPatch price(BigDecimal price) {
    return set(4, price);
  }

  public ItemPatch active(boolean active) {
    return set(5, active);
  }

  public ItemPatch createdAt(Instant createdAt) {
    return set(6, createdAt);
  }

  public ItemPatch owner(UUID owner) {
    return set(7, owner);
  }

  public ItemPatch tags(List<String> tags) {
    return set(8, tags);
  }

  public ItemPatch note(String note) {
    return set(9, note);
  }

  public ItemPatch noteNull() {
    return setNull(9, 1);
  }
}
