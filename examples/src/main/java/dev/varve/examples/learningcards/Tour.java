package dev.varve.examples.learningcards;

import static dev.varve.examples.learningcards.content.CardTable.CARDS;

import dev.varve.examples.learningcards.analytics.Activity;
import dev.varve.examples.learningcards.auth.Preferences;
import dev.varve.examples.learningcards.auth.Sessions;
import dev.varve.examples.learningcards.auth.User;
import dev.varve.examples.learningcards.auth.Users;
import dev.varve.examples.learningcards.content.Card;
import dev.varve.examples.learningcards.content.Deck;
import dev.varve.examples.learningcards.content.Decks;
import dev.varve.examples.learningcards.content.Folder;
import dev.varve.examples.learningcards.content.Folders;
import dev.varve.examples.learningcards.content.Visibility;
import dev.varve.examples.learningcards.gamification.Achievement;
import dev.varve.examples.learningcards.gamification.Achievements;
import dev.varve.examples.learningcards.gamification.Points;
import dev.varve.examples.learningcards.groups.Comment;
import dev.varve.examples.learningcards.groups.Groups;
import dev.varve.examples.learningcards.groups.StudyGroup;
import dev.varve.examples.learningcards.learning.LearningPath;
import dev.varve.examples.learningcards.learning.PathLevel;
import dev.varve.examples.learningcards.learning.Paths;
import dev.varve.examples.learningcards.learning.Rating;
import dev.varve.examples.learningcards.learning.Reviews;
import dev.varve.runtime.query.ConstraintViolationException;
import dev.varve.runtime.query.Database;
import dev.varve.runtime.query.StaleVersionException;
import dev.varve.runtime.query.TransactionOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A day of the service, scene by scene: each does one thing and reports what came back. */
final class Tour {
  private static final String ADA = "ada@example.org";
  private static final String GRACE = "grace@example.org";
  private static final String JOIN_CODE = "FRANCAIS";
  private static final String PATH = "french-from-zero";

  private final Database db;
  private final Instant now;
  private final LocalDate today;
  private final Report report;

  Tour(Database db, Instant now, Report report) {
    this.db = db;
    this.now = now;
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.report = report;
  }

  void run() {
    forgetEarlierTours();
    User ada = accounts();
    User grace = new Users(db).signUp(GRACE, "Grace Hopper", "nanoseconds");
    Deck deck = content(ada);
    groups(ada, grace, deck);
    report.topic("learning");
    learning(ada, 40, deck);
    learning(grace, 24, deck);
    dueCards(ada);
    gamification(ada);
    analytics(ada);
    deck = versions(deck);
    paths(ada, grace, deck);
    deletes(ada, grace, deck);
  }

  /** What a tour leaves is there to be looked at; the next one begins without it. */
  private void forgetEarlierTours() {
    db.runInTransaction(tx -> {
      Users users = new Users(tx);
      for (String email : List.of(ADA, GRACE)) {
        users.byEmail(email).ifPresent(user -> users.close(user.id()));
      }
      new Groups(tx).dissolve(JOIN_CODE);
      new Paths(tx).withdraw(PATH);
    });
  }

  private User accounts() {
    report.topic("accounts");
    Users users = new Users(db);
    User ada = users.signUp(ADA, "Ada Lovelace", "engine number one");
    report.say(
        "%s signed up: %d new cards a day", ada.displayName(), ada.preferences().newCardsPerDay());
    try {
      users.signUp("ADA@Example.org", "Somebody else", "secret");
    } catch (ConstraintViolationException taken) {
      report.say("ADA@Example.org is taken, says %s", taken.constraint().orElse("nobody"));
    }
    ada = users.prefer(ada, evenings());
    report.say(
        "she prefers %s and a reminder at %s",
        ada.preferences().theme(), ada.preferences().reminder().orElseThrow().at());
    Sessions sessions = new Sessions(db);
    String token =
        sessions.open(users.authenticate(ADA, "engine number one").orElseThrow(), "Firefox", now);
    report.say(
        "signed in as %s; signed out of %d device",
        sessions.user(token, now).map(User::displayName).orElse("nobody"),
        sessions.revokeAll(ada, now));
    return ada;
  }

  private static Preferences evenings() {
    return new Preferences(
        Preferences.Theme.DARK,
        40,
        Optional.of(new Preferences.Reminder(LocalTime.of(19, 30), true)),
        List.of(new Preferences.Shortcut("space", "show answer")));
  }

  private Deck content(User ada) {
    report.topic("content");
    return db.inTransaction(tx -> {
      Folders folders = new Folders(tx);
      Folder french = folders.create(folders.create(ada, "Languages"), "French");
      Decks decks = new Decks(tx);
      Deck deck = decks.create(ada, french, "French numbers", List.of("french", "numbers"));
      long imported = decks.add(deck, FrenchNumbers.cards());
      folders
          .nested(ada)
          .forEach(row -> report.say(
              "%,d cards imported into %s / %s / %s", imported, row.a(), row.b(), deck.title()));
      return deck;
    });
  }

  private void groups(User ada, User grace, Deck deck) {
    report.topic("groups");
    db.runInTransaction(tx -> {
      Groups groups = new Groups(tx);
      StudyGroup group = groups.create(ada, "Salon", JOIN_CODE);
      groups.join(grace, JOIN_CODE);
      groups.share(group, deck, ada);
      Comment question = groups.say(group, ada, "Who knows 99?");
      groups.reply(question, grace, FrenchNumbers.words(99));
      report.say(
          "%s: %s",
          group.name(),
          groups.members(group).stream()
              .map(row -> row.a() + " (" + row.b().name().toLowerCase(Locale.ROOT) + ")")
              .collect(Collectors.joining(", ")));
    });
  }

  /** One round of learning is one transaction. */
  private void learning(User user, int cards, Deck deck) {
    int correct = db.inTransaction(tx -> {
      Reviews reviews = new Reviews(tx);
      Activity activity = new Activity(tx);
      Points points = new Points(tx);
      int right = 0;
      long earned = 0;
      Duration studied = Duration.ZERO;
      for (Card card : new Decks(tx).first(deck, cards)) {
        Rating rating = answerOf(card);
        Duration took = Duration.ofMillis(1_500 + 25L * card.position());
        reviews.answer(user, card, rating, took, now);
        activity.answered(card, rating.isCorrect(), took);
        right += rating.isCorrect() ? 1 : 0;
        earned += rating.points();
        studied = studied.plus(took);
      }
      activity.learned(user, today, cards, right, studied);
      activity.happened(user, "round_finished", Map.of("cards", String.valueOf(cards)), now);
      points.add(user, today, earned);
      points.learnedOn(user, today);
      return right;
    });
    report.say("%s answered %d cards, %d correctly", user.displayName(), cards, correct);
  }

  /** Stands for a person: some numbers are harder than others. */
  private static Rating answerOf(Card card) {
    Rating[] ratings = Rating.values();
    return ratings[card.position() * 7 % 11 % ratings.length];
  }

  private void dueCards(User ada) {
    Instant later = now.plus(Duration.ofMinutes(15));
    Reviews reviews = new Reviews(db);
    report.say("in 15 minutes Ada has %d cards due, first of all", reviews.countDue(ada, later));
    reviews
        .due(ada, later, 3)
        .forEach(due -> report.say("%4s  %-6s (%s)", due.front(), due.back(), due.deck()));
  }

  private void gamification(User ada) {
    report.topic("gamification");
    db.runInTransaction(tx -> {
      Achievement first = Achievements.offer(tx, "first-round", "First round", 10);
      boolean earned = Achievements.earn(tx, ada, first);
      boolean again = Achievements.earn(tx, ada, first);
      report.say("%s: earned %b, again %b (a savepoint)", first.title(), earned, again);
      new Points(tx).add(ada, today, first.points());
    });
    new Points(db)
        .leaders(today, 10)
        .forEach(standing -> report.say(
            "%-13s %4d points, day %d of a streak",
            standing.name(), standing.points(), standing.streak()));
  }

  private void analytics(User ada) {
    report.topic("analytics");
    db.runInTransaction(TransactionOptions.repeatableRead().readOnly(), tx -> {
      Activity activity = new Activity(tx);
      Reviews reviews = new Reviews(tx);
      activity
          .on(ada, today)
          .ifPresent(day -> report.say(
              "%s today: %d reviews in %d s, %.0f %% correct, %d easy",
              ada.displayName(),
              day.reviews(),
              day.studyMillis() / 1000,
              100 * day.accuracy(),
              reviews.count(ada, Rating.EASY)));
      report.say(
          "hardest: %s",
          activity.hardest(3).stream()
              .map(row -> row.a() + " (forgotten " + row.b() + " times)")
              .collect(Collectors.joining(", ")));
    });
  }

  /** Two people read the same row; the second to write is told. */
  private Deck versions(Deck read) {
    report.topic("versions");
    Decks decks = new Decks(db);
    Deck renamed = decks.rename(read, "Les nombres");
    Deck shown = decks.show(renamed, Visibility.GROUP);
    report.say(
        "the deck is \"%s\" for a %s now, version %d",
        shown.title(), shown.visibility(), shown.version());
    try {
      decks.rename(read, "Numbers in French");
    } catch (StaleVersionException stale) {
      report.say("an update that expects version %s is refused", stale.expected());
    }
    return shown;
  }

  private void paths(User ada, User grace, Deck deck) {
    report.topic("paths");
    db.runInTransaction(tx -> {
      Paths paths = new Paths(tx);
      LearningPath path = paths.publish(ada, PATH, "French from zero", PathLevel.BEGINNER, now);
      paths.append(path, deck);
      paths.enroll(grace, path);
      paths
          .syllabus(path)
          .forEach(line -> report.say(
              "%s, step %d: %s, to %.0f %%",
              path.title(), line.position(), line.deck(), 100 * line.requiredAccuracy()));
    });
  }

  private void deletes(User ada, User grace, Deck deck) {
    report.topic("deletes");
    Reviews reviews = new Reviews(db);
    long answers = reviews.count(ada) + reviews.count(grace);
    new Users(db).close(grace.id());
    report.say(
        "with %s's account go her answers: %d of %d are left",
        grace.displayName(), reviews.count(ada) + reviews.count(grace), answers);
    long left = db.inTransaction(tx -> {
      new Decks(tx).delete(deck.id());
      tx.rollbackOnly();
      return tx.from(CARDS).count();
    });
    report.say(
        "without the deck there are %d cards; rolled back, %,d",
        left, db.from(CARDS).count());
  }
}
