package wide;

import dev.varve.runtime.query.TablePatch;

/**
 * Changes to rows of {@code teams}.
 */
public final class TeamPatch extends TablePatch<TeamTable, TeamPatch> {
  private TeamPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static TeamPatch of() {
    return new TeamPatch(nothing(5));
  }

  @Override
  protected TeamPatch copy(Object[] values) {
    return new TeamPatch(values);
  }

  public TeamPatch name(String name) {
    return set(1, name);
  }

  public TeamPatch motto(String motto) {
    return set(2, motto);
  }

  public TeamPatch mottoNull() {
    return setNull(2, 1);
  }

  public TeamPatch size(int size) {
    return set(3, size);
  }

  public TeamPatch rivalId(Long rivalId) {
    return set(4, rivalId);
  }

  public TeamPatch rivalIdNull() {
    return setNull(4, 1);
  }
}
