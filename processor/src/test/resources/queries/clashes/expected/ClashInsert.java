package clashes;

import dev.varve.runtime.query.NewRow;

/**
 * A new row of {@code clash}. What is not given is left to its default, or is NULL.
 */
public final class ClashInsert extends NewRow<ClashTable> {
  private ClashInsert(Object[] values) {
    super(values);
  }

  public static ClashInsert of(long pk, String uqPk, Clash.Mood row, Clash.Mood at, int DEFAULT,
      String CLASH) {
    return new ClashInsert(new Object[] {pk, uqPk, row, at, null, null, null, null, DEFAULT, CLASH,
        null, null, null});
  }

  public ClashInsert ofValueValue(String of) {
    return new ClashInsert(with(4, of));
  }

  public ClashInsert ofValue(String ofValue) {
    return new ClashInsert(with(5, ofValue));
  }

  public ClashInsert alias(Integer alias) {
    return new ClashInsert(with(6, alias));
  }

  public ClashInsert with(String with) {
    return new ClashInsert(with(7, with));
  }

  public ClashInsert values(String values) {
    return new ClashInsert(with(10, values));
  }

  public ClashInsert read(String read) {
    return new ClashInsert(with(11, read));
  }

  public ClashInsert as(String as) {
    return new ClashInsert(with(12, as));
  }
}
