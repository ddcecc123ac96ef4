package clashes;

import dev.varve.runtime.query.TablePatch;

/**
 * Changes to rows of {@code clash}.
 */
public final class ClashPatch extends TablePatch<ClashTable, ClashPatch> {
  private ClashPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static ClashPatch of() {
    return new ClashPatch(nothing(13));
  }

  @Override
  protected ClashPatch copy(Object[] values) {
    return new ClashPatch(values);
  }

  public ClashPatch pk(long pk) {
    return set(0, pk);
  }

  public ClashPatch uqPk(String uqPk) {
    return set(1, uqPk);
  }

  public ClashPatch row(Clash.Mood row) {
    return set(2, row);
  }

  public ClashPatch at(Clash.Mood at) {
    return set(3, at);
  }

  public ClashPatch of(String of) {
    return set(4, of);
  }

  public ClashPatch ofNull() {
    return setNull(4, 1);
  }

  public ClashPatch ofValue(String ofValue) {
    return set(5, ofValue);
  }

  public ClashPatch ofValueNull() {
    return setNull(5, 1);
  }

  public ClashPatch alias(Integer alias) {
    return set(6, alias);
  }

  public ClashPatch aliasNull() {
    return setNull(6, 1);
  }

  public ClashPatch with(String with) {
    return set(7, with);
  }

  public ClashPatch withNull() {
    return setNull(7, 1);
  }

  public ClashPatch DEFAULT(int DEFAULT) {
    return set(8, DEFAULT);
  }

  public ClashPatch CLASH(String CLASH) {
    return set(9, CLASH);
  }

  public ClashPatch values(String values) {
    return set(10, values);
  }

  public ClashPatch valuesNull() {
    return setNull(10, 1);
  }

  public ClashPatch read(String read) {
    return set(11, read);
  }

  public ClashPatch readNull() {
    return setNull(11, 1);
  }

  public ClashPatch as(String as) {
    return set(12, as);
  }

  public ClashPatch asNull() {
    return setNull(12, 1);
  }
}
