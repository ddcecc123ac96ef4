package guide;

import dev.varve.runtime.query.NewRow;
import java.time.Instant;
import java.util.List;

/**
 * A new row of {@code users}. What is not given is left to its default, or is NULL.
 */
public final class UserInsert extends NewRow<UserTable> {
  private UserInsert(Object[] values) {
    super(values);
  }

  public static UserInsert of(String email, List<String> tags, Prefs prefs) {
    return new UserInsert(new Object[] {DEFAULT, email, null, null, tags, prefs, DEFAULT, DEFAULT});
  }

  public UserInsert name(String name) {
    return new UserInsert(with(2, name));
  }

  public UserInsert invitedBy(Long invitedBy) {
    return new UserInsert(with(3, invitedBy));
  }

  public UserInsert version(int version) {
    return new UserInsert(with(6, version));
  }

  public UserInsert createdAt(Instant createdAt) {
    return new UserInsert(with(7, createdAt));
  }
}
