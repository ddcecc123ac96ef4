package shop;

import dev.varve.runtime.query.NewRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A new row of {@code accounts}. What is not given is left to its default, or is NULL.
 */
public final class AccountInsert extends NewRow<AccountTable> {
  private AccountInsert(Object[] values) {
    super(values);
  }

  public static AccountInsert of(String email, Mood mood, Prefs prefs, List<String> tags,
      int[] scores) {
    return new AccountInsert(new Object[] {DEFAULT, email, null, mood, null, prefs, tags, null,
        scores, null, null, DEFAULT, DEFAULT});
  }

  public AccountInsert id(UUID id) {
    return new AccountInsert(with(0, id));
  }

  public AccountInsert displayName(String displayName) {
    return new AccountInsert(with(2, displayName));
  }

  public AccountInsert lastMood(Mood lastMood) {
    return new AccountInsert(with(4, lastMood));
  }

  public AccountInsert moods(List<Mood> moods) {
    return new AccountInsert(with(7, moods));
  }

  public AccountInsert age(Integer age) {
    return new AccountInsert(with(9, age));
  }

  public AccountInsert points(Long points) {
    return new AccountInsert(with(10, points));
  }

  public AccountInsert version(int version) {
    return new AccountInsert(with(11, version));
  }

  public AccountInsert createdAt(Instant createdAt) {
    return new AccountInsert(with(12, createdAt));
  }
}
