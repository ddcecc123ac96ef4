package dev.varve.runtime.query.sample;

import dev.varve.runtime.query.TablePatch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Changes to rows of {@code users}. */
public final class UserPatch extends TablePatch<UserTable, UserPatch> {
  private UserPatch(Object[] values) {
    super(values);
  }

  /** Changes nothing yet. */
  public static UserPatch of() {
    return new UserPatch(nothing(9));
  }

  @Override
  protected UserPatch copy(Object[] values) {
    return new UserPatch(values);
  }

  public UserPatch id(UUID id) {
    return set(0, id);
  }

  public UserPatch email(String email) {
    return set(1, email);
  }

  public UserPatch displayName(String displayName) {
    return set(2, displayName);
  }

  public UserPatch displayNameNull() {
    return setNull(2, 1);
  }

  public UserPatch mood(Mood mood) {
    return set(3, mood);
  }

  public UserPatch prefs(Prefs prefs) {
    return set(4, prefs);
  }

  public UserPatch tags(List<String> tags) {
    return set(5, tags);
  }

  public UserPatch invitedBy(UUID invitedBy) {
    return set(6, invitedBy);
  }

  public UserPatch invitedByNull() {
    return setNull(6, 1);
  }

  public UserPatch createdAt(Instant createdAt) {
    return set(8, createdAt);
  }
}
