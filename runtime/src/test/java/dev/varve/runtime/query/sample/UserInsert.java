package dev.varve.runtime.query.sample;

import dev.varve.runtime.query.NewRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A new row of {@code users}. What is not given is left to its default, or NULL. */
public final class UserInsert extends NewRow<UserTable> {
  private UserInsert(Object[] values) {
    super(values);
  }

  public static UserInsert of(String email, Mood mood, Prefs prefs, List<String> tags) {
    return new UserInsert(new Object[] {DEFAULT, email, null, mood, prefs, tags, null, 0, DEFAULT});
  }

  public UserInsert id(UUID id) {
    return new UserInsert(with(0, id));
  }

  public UserInsert displayName(String displayName) {
    return new UserInsert(with(2, displayName));
  }

  public UserInsert invitedBy(UUID invitedBy) {
    return new UserInsert(with(6, invitedBy));
  }

  public UserInsert version(int version) {
    return new UserInsert(with(7, version));
  }

  public UserInsert createdAt(Instant createdAt) {
    return new UserInsert(with(8, createdAt));
  }
}
