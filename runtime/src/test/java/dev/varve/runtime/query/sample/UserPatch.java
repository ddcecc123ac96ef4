package dev.varve.runtime.query.sample;

import dev.varve.runtime.query.Patch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Changes to rows of {@code users}. */
public final class UserPatch extends Patch<UserTable> {
  private UserPatch() {
    super(9);
  }

  private UserPatch(Object[] values) {
    super(values);
  }

  /** Changes nothing yet. */
  public static UserPatch of() {
    return new UserPatch();
  }

  public UserPatch id(UUID id) {
    return new UserPatch(with(0, id));
  }

  public UserPatch email(String email) {
    return new UserPatch(with(1, email));
  }

  public UserPatch displayName(String displayName) {
    return new UserPatch(with(2, displayName));
  }

  public UserPatch displayNameNull() {
    return new UserPatch(withNull(2));
  }

  public UserPatch mood(Mood mood) {
    return new UserPatch(with(3, mood));
  }

  public UserPatch prefs(Prefs prefs) {
    return new UserPatch(with(4, prefs));
  }

  public UserPatch tags(List<String> tags) {
    return new UserPatch(with(5, tags));
  }

  public UserPatch invitedBy(UUID invitedBy) {
    return new UserPatch(with(6, invitedBy));
  }

  public UserPatch invitedByNull() {
    return new UserPatch(withNull(6));
  }

  public UserPatch createdAt(Instant createdAt) {
    return new UserPatch(with(8, createdAt));
  }
}
