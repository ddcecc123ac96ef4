package wide;

import dev.varve.runtime.query.Patch;

/**
 * Changes to rows of {@code teams}.
 */
public final class TeamPatch extends Patch<TeamTable> {
  private TeamPatch() {
    super(5);
  }

  private TeamPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static TeamPatch of() {
    return new TeamPatch();
  }

  public TeamPatch name(String name) {
    return new TeamPatch(with(1, name));
  }

  public TeamPatch motto(String motto) {
    return new TeamPatch(with(2, motto));
  }

  public TeamPatch mottoNull() {
    return new TeamPatch(withNull(2));
  }

  public TeamPatch size(int size) {
    return new TeamPatch(with(3, size));
  }

  public TeamPatch rivalId(Long rivalId) {
    return new TeamPatch(with(4, rivalId));
  }

  public TeamPatch rivalIdNull() {
    return new TeamPatch(withNull(4));
  }
}
