package guide;

import dev.varve.runtime.query.TablePatch;
import java.time.Instant;
import java.util.List;

/**
 * Changes to rows of {@code users}.
 */
public final class UserPatch extends TablePatch<UserTable, UserPatch> {
  private UserPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static UserPatch of() {
    return new UserPatch(nothing(8));
  }

  @Override
  protected UserPatch copy(Object[] values) {
    return new UserPatch(values);
  }

  public UserPatch email(String email) {
    return set(1, email);
  }

  public UserPatch name(String name) {
    return set(2, name);
  }

  public UserPatch nameNull() {
    return setNull(2, 1);
  }

  public UserPatch invitedBy(Long invitedBy) {
    return set(3, invitedBy);
  }

  public UserPatch invitedByNull() {
    return setNull(3, 1);
  }

  public UserPatch tags(List<String> tags) {
    return set(4, tags);
  }

  public UserPatch prefs(Prefs prefs) {
    return set(5, prefs);
  }

  public UserPatch createdAt(Instant createdAt) {
    return set(7, createdAt);
  }
}
