package dev.varve.examples.learningcards.gamification;

import static dev.varve.examples.learningcards.auth.UserTable.USERS;
import static dev.varve.examples.learningcards.gamification.StreakTable.STREAKS;
import static dev.varve.examples.learningcards.gamification.WeeklyScoreTable.WEEKLY_SCORES;

import dev.varve.examples.learningcards.auth.User;
import dev.varve.runtime.query.Operations;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** Points, streaks and who leads. */
public final class Points {
  private final Operations db;

  public Points(Operations db) {
    this.db = db;
  }

  /**
   * Adds points to the week that the day is in.
   *
   * <p>Of two transactions that open a user's week at once, one breaks the primary key and is to be
   * tried again.
   */
  public void add(User user, LocalDate day, long points) {
    LocalDate week = week(day);
    long updated = db.update(WEEKLY_SCORES)
        .set(WEEKLY_SCORES.points.to(WEEKLY_SCORES.points.plus(points)))
        .where(WEEKLY_SCORES.userId.eq(user.id()), WEEKLY_SCORES.week.eq(week))
        .execute();
    if (updated == 0) {
      db.insert(WEEKLY_SCORES)
          .values(WeeklyScoreInsert.of(user.id(), week).points(points))
          .execute();
    }
  }

  /** Counts the day into the user's streak, or starts a new one; returns its length in days. */
  public int learnedOn(User user, LocalDate day) {
    Optional<Streak> before = db.find(STREAKS.pk, user.id());
    if (before.isEmpty()) {
      db.insert(STREAKS).values(StreakInsert.of(user.id(), day)).execute();
      return 1;
    }
    Streak streak = before.get();
    if (!streak.lastDay().isBefore(day)) {
      return streak.currentDays();
    }
    int days = streak.lastDay().plusDays(1).equals(day) ? streak.currentDays() + 1 : 1;
    db.update(STREAKS)
        .set(StreakPatch.of()
            .currentDays(days)
            .longestDays(Math.max(days, streak.longestDays()))
            .lastDay(day))
        .where(STREAKS.userId.eq(user.id()))
        .execute();
    return days;
  }

  /** Who has most points in the week that the day is in. */
  public List<Standing> leaders(LocalDate day, int limit) {
    return db.select(StandingProjection.project()
            .name(USERS.displayName)
            .points(WEEKLY_SCORES.points)
            .streak(STREAKS.currentDays))
        .from(WEEKLY_SCORES)
        .join(USERS)
        .on(USERS.id.eq(WEEKLY_SCORES.userId))
        .join(STREAKS)
        .on(STREAKS.userId.eq(USERS.id))
        .where(WEEKLY_SCORES.week.eq(week(day)))
        .orderBy(WEEKLY_SCORES.points.desc(), USERS.displayName.asc())
        .limit(limit)
        .list();
  }

  private static LocalDate week(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
