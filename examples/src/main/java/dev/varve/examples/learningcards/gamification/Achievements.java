package dev.varve.examples.learningcards.gamification;

import static dev.varve.examples.learningcards.gamification.AchievementTable.ACHIEVEMENTS;
import static dev.varve.examples.learningcards.gamification.EarnedAchievementTable.EARNED_ACHIEVEMENTS;

import dev.varve.examples.learningcards.auth.User;
import dev.varve.runtime.query.ConstraintViolationException;
import dev.varve.runtime.query.Operations;
import dev.varve.runtime.query.Transaction;
import java.util.List;

/** What can be earned, and who has. */
public final class Achievements {
  private Achievements() {}

  /** The achievement of this code, which is made if there is none. */
  public static Achievement offer(Operations db, String code, String title, int points) {
    return db.find(ACHIEVEMENTS.uqCode, code)
        .orElseGet(() -> db.insert(ACHIEVEMENTS)
            .values(AchievementInsert.of(code, title, points))
            .returning()
            .one());
  }

  /**
   * Gives the user the achievement; false if the user has it already.
   *
   * <p>The database decides, in a savepoint: its refusal takes back the insert and leaves the
   * transaction as it was.
   */
  public static boolean earn(Transaction tx, User user, Achievement achievement) {
    try {
      tx.runInSavepoint(savepoint -> savepoint
          .insert(EARNED_ACHIEVEMENTS)
          .values(EarnedAchievementInsert.of(user.id(), achievement.id()))
          .execute());
      return true;
    } catch (ConstraintViolationException e) {
      if (e.constraint().filter(EARNED_ACHIEVEMENTS.pk.constraint()::equals).isPresent()) {
        return false;
      }
      throw e;
    }
  }

  /** The titles of what the user has, by title. */
  public static List<String> of(Operations db, User user) {
    return db.select(ACHIEVEMENTS.title)
        .from(EARNED_ACHIEVEMENTS)
        .join(ACHIEVEMENTS)
        .on(ACHIEVEMENTS.id.eq(EARNED_ACHIEVEMENTS.achievementId))
        .where(EARNED_ACHIEVEMENTS.userId.eq(user.id()))
        .orderBy(ACHIEVEMENTS.title.asc())
        .list();
  }
}
