package guide;

import dev.varve.runtime.query.Patch;
import java.time.Instant;
import java.util.List;

/**
 * Changes to rows of {@code users}.
 */
public final class UserPatch extends Patch<UserTable> {
  private UserPatch() {
    super(8);
  }

  private UserPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static UserPatch of() {
    return new UserPatch();
  }

  public UserPatch email(String email) {
    return new UserPatch(with(1, email));
  }

  public UserPatch name(String name) {
    return new UserPatch(with(2, name));
  }

  public UserPatch nameNull() {
    return new UserPatch(withNull(2));
  }

  public UserPatch invitedBy(Long invitedBy) {
    return new UserPatch(with(3, invitedBy));
  }

  public UserPatch invitedByNull() {
    return new UserPatch(withNull(3));
  }

  public UserPatch tags(List<String> tags) {
    return new UserPatch(with(4, tags));
  }

  public UserPatch prefs(Prefs prefs) {
    return new UserPatch(with(5, prefs));
  }

  public UserPatch createdAt(Instant createdAt) {
    return new UserPatch(with(7, createdAt));
  }
}
