package clashes;

import dev.varve.runtime.query.Patch;

/**
 * Changes to rows of {@code clash}.
 */
public final class ClashPatch extends Patch<ClashTable> {
  private ClashPatch() {
    super(13);
  }

  private ClashPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static ClashPatch of() {
    return new ClashPatch();
  }

  public ClashPatch pk(long pk) {
    return new ClashPatch(with(0, pk));
  }

  public ClashPatch uqPk(String uqPk) {
    return new ClashPatch(with(1, uqPk));
  }

  public ClashPatch row(Clash.Mood row) {
    return new ClashPatch(with(2, row));
  }

  public ClashPatch at(Clash.Mood at) {
    return new ClashPatch(with(3, at));
  }

  public ClashPatch of(String of) {
    return new ClashPatch(with(4, of));
  }

  public ClashPatch ofNull() {
    return new ClashPatch(withNull(4));
  }

  public ClashPatch ofValue(String ofValue) {
    return new ClashPatch(with(5, ofValue));
  }

  public ClashPatch ofValueNull() {
    return new ClashPatch(withNull(5));
  }

  public ClashPatch alias(Integer alias) {
    return new ClashPatch(with(6, alias));
  }

  public ClashPatch aliasNull() {
    return new ClashPatch(withNull(6));
  }

  public ClashPatch with(String with) {
    return new ClashPatch(with(7, with));
  }

  public ClashPatch withNull() {
    return new ClashPatch(withNull(7));
  }

  public ClashPatch DEFAULT(int DEFAULT) {
    return new ClashPatch(with(8, DEFAULT));
  }

  public ClashPatch CLASH(String CLASH) {
    return new ClashPatch(with(9, CLASH));
  }

  public ClashPatch values(String values) {
    return new ClashPatch(with(10, values));
  }

  public ClashPatch valuesNull() {
    return new ClashPatch(withNull(10));
  }

  public ClashPatch read(String read) {
    return new ClashPatch(with(11, read));
  }

  public ClashPatch readNull() {
    return new ClashPatch(withNull(11));
  }

  public ClashPatch as(String as) {
    return new ClashPatch(with(12, as));
  }

  public ClashPatch asNull() {
    return new ClashPatch(withNull(12));
  }
}
