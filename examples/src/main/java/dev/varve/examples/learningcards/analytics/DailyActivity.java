package dev.varve.examples.learningcards.analytics;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** What a user did on a day. */
@Table(name = "daily_activities")
@Check("correct <= reviews")
public record DailyActivity(
    @Id @References(value = User.class, onDelete = ReferentialAction.CASCADE)
    UUID userId,

    @Id LocalDate day,
    @Default("0") int reviews,
    @Default("0") int correct,
    @Default("0") long studyMillis) {

  /** The part of the answers that was correct, from 0 to 1. */
  public double accuracy() {
    return reviews == 0 ? 0 : (double) correct / reviews;
  }
}
