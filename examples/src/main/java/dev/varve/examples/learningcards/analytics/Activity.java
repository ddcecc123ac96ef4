package dev.varve.examples.learningcards.analytics;

import static dev.varve.examples.learningcards.analytics.CardStatisticTable.CARD_STATISTICS;
import static dev.varve.examples.learningcards.analytics.DailyActivityTable.DAILY_ACTIVITIES;
import static dev.varve.examples.learningcards.analytics.EventTable.EVENTS;
import static dev.varve.examples.learningcards.content.CardTable.CARDS;

import dev.varve.examples.learningcards.auth.User;
import dev.varve.examples.learningcards.content.Card;
import dev.varve.runtime.query.Operations;
import dev.varve.runtime.query.Row2;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what users do. */
public final class Activity {
  private final Operations db;

  public Activity(Operations db) {
    this.db = db;
  }

  public void happened(User user, String kind, Map<String, String> details, Instant now) {
    db.insert(EVENTS)
        .values(EventInsert.of(kind, details).userId(user.id()).occurredAt(now))
        .execute();
  }

  public long events(User user) {
    return db.from(EVENTS).where(EVENTS.userId.eq(user.id())).count();
  }

  /** Counts an answer for its card. */
  public void answered(Card card, boolean correct, Duration took) {
    long lapses = correct ? 0 : 1;
    long updated = db.update(CARD_STATISTICS)
        .set(
            CARD_STATISTICS.reviews.to(CARD_STATISTICS.reviews.plus(1L)),
            CARD_STATISTICS.lapses.to(CARD_STATISTICS.lapses.plus(lapses)),
            CARD_STATISTICS.totalMillis.to(CARD_STATISTICS.totalMillis.plus(took.toMillis())))
        .where(CARD_STATISTICS.cardId.eq(card.id()))
        .execute();
    if (updated == 0) {
      db.insert(CARD_STATISTICS)
          .values(CardStatisticInsert.of(card.id())
              .reviews(1)
              .lapses(lapses)
              .totalMillis(took.toMillis()))
          .execute();
    }
  }

  /** Adds a round of answers to the user's day. */
  public void learned(User user, LocalDate day, int reviews, int correct, Duration studied) {
    long updated = db.update(DAILY_ACTIVITIES)
        .set(
            DAILY_ACTIVITIES.reviews.to(DAILY_ACTIVITIES.reviews.plus(reviews)),
            DAILY_ACTIVITIES.correct.to(DAILY_ACTIVITIES.correct.plus(correct)),
            DAILY_ACTIVITIES.studyMillis.to(DAILY_ACTIVITIES.studyMillis.plus(studied.toMillis())))
        .where(DAILY_ACTIVITIES.userId.eq(user.id()), DAILY_ACTIVITIES.day.eq(day))
        .execute();
    if (updated == 0) {
      db.insert(DAILY_ACTIVITIES)
          .values(DailyActivityInsert.of(user.id(), day)
              .reviews(reviews)
              .correct(correct)
              .studyMillis(studied.toMillis()))
          .execute();
    }
  }

  public Optional<DailyActivity> on(User user, LocalDate day) {
    return db.find(DAILY_ACTIVITIES.pk, user.id(), day);
  }

  /** The fronts of the cards that are forgotten most, and how often. */
  public List<Row2<String, Long>> hardest(int limit) {
    return db.select(CARDS.front, CARD_STATISTICS.lapses)
        .from(CARD_STATISTICS)
        .join(CARDS)
        .on(CARDS.id.eq(CARD_STATISTICS.cardId))
        .where(CARD_STATISTICS.lapses.gt(0L))
        .orderBy(CARD_STATISTICS.lapses.desc(), CARDS.position.asc())
        .limit(limit)
        .list();
  }
}
