package budget;

import dev.varve.runtime.query.NewRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A new row of {@code items}. What is not given is left to its default, or is NULL.
 */
public final class ItemInsert extends NewRow<ItemTable> {
  private ItemInsert(Object[] values) {
    super(values);
  }

  public static ItemInsert of(String name, int quantity, long weight, BigDecimal price,
      boolean active, UUID owner, List<String> tags) {
    return new ItemInsert(new Object[] {DEFAULT, name, quantity, weight, price, active, DEFAULT,
        owner, tags, null});
  }

  public ItemInsert createdAt(Instant createdAt) {
    return new ItemInsert(with(6, createdAt));
  }

  public ItemInsert note(String note) {
    return new ItemInsert(with(9, note));
  }
}
