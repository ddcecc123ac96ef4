package dev.varve.examples.learningcards.learning;

import static dev.varve.examples.learningcards.content.DeckTable.DECKS;
import static dev.varve.examples.learningcards.learning.EnrollmentTable.ENROLLMENTS;
import static dev.varve.examples.learningcards.learning.LearningPathTable.LEARNING_PATHS;
import static dev.varve.examples.learningcards.learning.PathStepTable.PATH_STEPS;

import dev.varve.examples.learningcards.auth.User;
import dev.varve.examples.learningcards.content.Deck;
import dev.varve.runtime.query.Operations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Courses through decks. */
public final class Paths {
  private final Operations db;

  public Paths(Operations db) {
    this.db = db;
  }

  public LearningPath publish(
      User author, String slug, String title, PathLevel level, Instant now) {
    return db.insert(LEARNING_PATHS)
        .values(LearningPathInsert.of(slug, title, level).authorId(author.id()).publishedAt(now))
        .returning()
        .one();
  }

  public Optional<LearningPath> bySlug(String slug) {
    return db.find(LEARNING_PATHS.uqSlug, slug);
  }

  /** Adds the deck as the path's next step, which opens when the one before is done. */
  public PathStep append(LearningPath path, Deck deck) {
    Optional<PathStep> last = db.from(PATH_STEPS)
        .where(PATH_STEPS.pathId.eq(path.id()))
        .orderBy(PATH_STEPS.position.desc())
        .first();
    PathStepInsert step =
        PathStepInsert.of(path.id(), deck.id(), last.map(PathStep::position).orElse(0) + 1);
    return db.insert(PATH_STEPS)
        .values(last.map(before -> step.afterStepId(before.id())).orElse(step))
        .returning()
        .one();
  }

  /** Puts the user on the path's first step. */
  public Enrollment enroll(User user, LearningPath path) {
    EnrollmentInsert enrollment = EnrollmentInsert.of(path.id(), user.id());
    return db.from(PATH_STEPS)
        .where(PATH_STEPS.pathId.eq(path.id()), PATH_STEPS.afterStepId.isNull())
        .orderBy(PATH_STEPS.position.asc())
        .first()
        .map(step -> enrollment.currentStepId(step.id()))
        .map(row -> db.insert(ENROLLMENTS).values(row).returning().one())
        .orElseThrow(() -> new IllegalArgumentException(path.slug() + " has no steps"));
  }

  public List<SyllabusLine> syllabus(LearningPath path) {
    return db.select(SyllabusLineProjection.project()
            .position(PATH_STEPS.position)
            .deck(DECKS.title)
            .requiredAccuracy(PATH_STEPS.requiredAccuracy))
        .from(PATH_STEPS)
        .join(DECKS)
        .on(DECKS.id.eq(PATH_STEPS.deckId))
        .where(PATH_STEPS.pathId.eq(path.id()))
        .orderBy(PATH_STEPS.position.asc())
        .list();
  }

  public boolean withdraw(String slug) {
    return db.delete(LEARNING_PATHS).where(LEARNING_PATHS.slug.eq(slug)).execute() > 0;
  }
}
