package shop;

import dev.varve.runtime.query.Patch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Changes to rows of {@code accounts}.
 */
public final class AccountPatch extends Patch<AccountTable> {
  private AccountPatch() {
    super(13);
  }

  private AccountPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static AccountPatch of() {
    return new AccountPatch();
  }

  public AccountPatch id(UUID id) {
    return new AccountPatch(with(0, id));
  }

  public AccountPatch email(String email) {
    return new AccountPatch(with(1, email));
  }

  public AccountPatch displayName(String displayName) {
    return new AccountPatch(with(2, displayName));
  }

  public AccountPatch displayNameNull() {
    return new AccountPatch(withNull(2));
  }

  public AccountPatch mood(Mood mood) {
    return new AccountPatch(with(3, mood));
  }

  public AccountPatch lastMood(Mood lastMood) {
    return new AccountPatch(with(4, lastMood));
  }

  public AccountPatch lastMoodNull() {
    return new AccountPatch(withNull(4));
  }

  public AccountPatch prefs(Prefs prefs) {
    return new AccountPatch(with(5, prefs));
  }

  public AccountPatch tags(List<String> tags) {
    return new AccountPatch(with(6, tags));
  }

  public AccountPatch moods(List<Mood> moods) {
    return new AccountPatch(with(7, moods));
  }

  public AccountPatch moodsNull() {
    return new AccountPatch(withNull(7));
  }

  public AccountPatch scores(int[] scores) {
    return new AccountPatch(with(8, scores));
  }

  public AccountPatch age(Integer age) {
    return new AccountPatch(with(9, age));
  }

  public AccountPatch ageNull() {
    return new AccountPatch(withNull(9));
  }

  public AccountPatch points(Long points) {
    return new AccountPatch(with(10, points));
  }

  public AccountPatch pointsNull() {
    return new AccountPatch(withNull(10));
  }

  public AccountPatch createdAt(Instant createdAt) {
    return new AccountPatch(with(12, createdAt));
  }
}
