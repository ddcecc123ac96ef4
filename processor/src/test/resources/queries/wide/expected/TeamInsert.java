package wide;

import dev.varve.runtime.query.NewRow;

/**
 * A new row of {@code teams}. What is not given is left to its default, or is NULL.
 */
public final class TeamInsert extends NewRow<TeamTable> {
  private TeamInsert(Object[] values) {
    super(values);
  }

  public static TeamInsert of(String name, int size) {
    return new TeamInsert(new Object[] {DEFAULT, name, null, size, null});
  }

  public TeamInsert motto(String motto) {
    return new TeamInsert(with(2, motto));
  }

  public TeamInsert rivalId(Long rivalId) {
    return new TeamInsert(with(4, rivalId));
  }
}
