package shop;

import dev.varve.runtime.query.TablePatch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Changes to rows of {@code accounts}.
 */
public final class AccountPatch extends TablePatch<AccountTable, AccountPatch> {
  private AccountPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static AccountPatch of() {
    return new AccountPatch(nothing(13));
  }

  @Override
  protected AccountPatch copy(Object[] values) {
    return new AccountPatch(values);
  }

  public AccountPatch id(UUID id) {
    return set(0, id);
  }

  public AccountPatch email(String email) {
    return set(1, email);
  }

  public AccountPatch displayName(String displayName) {
    return set(2, displayName);
  }

  public AccountPatch displayNameNull() {
    return setNull(2, 1);
  }

  public AccountPatch mood(Mood mood) {
    return set(3, mood);
  }

  public AccountPatch lastMood(Mood lastMood) {
    return set(4, lastMood);
  }

  public AccountPatch lastMoodNull() {
    return setNull(4, 1);
  }

  public AccountPatch prefs(Prefs prefs) {
    return set(5, prefs);
  }

  public AccountPatch tags(List<String> tags) {
    return set(6, tags);
  }

  public AccountPatch moods(List<Mood> moods) {
    return set(7, moods);
  }

  public AccountPatch moodsNull() {
    return setNull(7, 1);
  }

  public AccountPatch scores(int[] scores) {
    return set(8, scores);
  }

  public AccountPatch age(Integer age) {
    return set(9, age);
  }

  public AccountPatch ageNull() {
    return setNull(9, 1);
  }

  public AccountPatch points(Long points) {
    return set(10, points);
  }

  public AccountPatch pointsNull() {
    return setNull(10, 1);
  }

  public AccountPatch createdAt(Instant createdAt) {
    return set(12, createdAt);
  }
}
