package dev.varve.examples.learningcards.learning;

import static dev.varve.examples.learningcards.content.CardTable.CARDS;
import static dev.varve.examples.learningcards.content.DeckTable.DECKS;
import static dev.varve.examples.learningcards.learning.CardScheduleTable.CARD_SCHEDULES;
import static dev.varve.examples.learningcards.learning.ReviewTable.REVIEWS;

import dev.varve.examples.learningcards.auth.User;
import dev.varve.examples.learningcards.content.Card;
import dev.varve.examples.learningcards.learning.Scheduler.Memory;
import dev.varve.runtime.query.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers to cards, and when the cards come again. */
public final class Reviews {
  private final Operations db;

  public Reviews(Operations db) {
    this.db = db;
  }

  /** Keeps an answer and moves the card to when it is due next. Call it in a transaction. */
  public void answer(User user, Card card, Rating rating, Duration took, Instant now) {
    db.insert(REVIEWS)
        .values(ReviewInsert.of(user.id(), card.id(), rating, took.toMillis()).reviewedAt(now))
        .execute();
    Optional<CardSchedule> before = db.find(CARD_SCHEDULES.pk, user.id(), card.id());
    Memory memory = Scheduler.after(before.map(Reviews::memory).orElse(Memory.NEW), rating);
    if (before.isEmpty()) {
      db.insert(CARD_SCHEDULES).values(first(user, card, memory, now)).execute();
    } else {
      db.update(CARD_SCHEDULES)
          .set(change(memory, now))
          .where(CARD_SCHEDULES.userId.eq(user.id()), CARD_SCHEDULES.cardId.eq(card.id()))
          .execute();
    }
  }

  private static Memory memory(CardSchedule schedule) {
    return new Memory(
        schedule.intervalDays(), schedule.ease(), schedule.repetitions(), schedule.lapses());
  }

  private static CardScheduleInsert first(User user, Card card, Memory memory, Instant now) {
    return CardScheduleInsert.of(user.id(), card.id(), now.plus(memory.pause()))
        .intervalDays(memory.intervalDays())
        .ease(memory.ease())
        .repetitions(memory.repetitions())
        .lapses(memory.lapses());
  }

  private static CardSchedulePatch change(Memory memory, Instant now) {
    return CardSchedulePatch.of()
        .dueAt(now.plus(memory.pause()))
        .intervalDays(memory.intervalDays())
        .ease(memory.ease())
        .repetitions(memory.repetitions())
        .lapses(memory.lapses());
  }

  /** The cards that the user should see now, the one that waits longest first. */
  public List<DueCard> due(User user, Instant now, int limit) {
    return db.select(DueCardProjection.project()
            .deck(DECKS.title)
            .front(CARDS.front)
            .back(CARDS.back)
            .hint(CARDS.hint)
            .dueAt(CARD_SCHEDULES.dueAt)
            .lapses(CARD_SCHEDULES.lapses))
        .from(CARD_SCHEDULES)
        .join(CARDS)
        .on(CARDS.id.eq(CARD_SCHEDULES.cardId))
        .join(DECKS)
        .on(DECKS.id.eq(CARDS.deckId))
        .where(
            CARD_SCHEDULES.userId.eq(user.id()),
            CARD_SCHEDULES.dueAt.le(now),
            CARD_SCHEDULES.suspended.eq(false))
        .orderBy(CARD_SCHEDULES.dueAt.asc(), CARDS.position.asc())
        .limit(limit)
        .list();
  }

  /** How many cards the user should see now. */
  public long countDue(User user, Instant now) {
    return db.from(CARD_SCHEDULES)
        .where(
            CARD_SCHEDULES.userId.eq(user.id()),
            CARD_SCHEDULES.dueAt.le(now),
            CARD_SCHEDULES.suspended.eq(false))
        .count();
  }

  public long count(User user) {
    return db.from(REVIEWS).where(REVIEWS.userId.eq(user.id())).count();
  }

  public long count(User user, Rating rating) {
    return db.from(REVIEWS)
        .where(REVIEWS.userId.eq(user.id()), REVIEWS.rating.eq(rating))
        .count();
  }
}
