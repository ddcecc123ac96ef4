package dev.varve.examples.learningcards.gamification;

import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A user's points in the week that starts with a Monday. */
@Table(name = "weekly_scores")
@Index(columns = {"week", "points"})
public record WeeklyScore(
    @Id @References(value = User.class, onDelete = ReferentialAction.CASCADE)
    UUID userId,

    @Id LocalDate week,
    @Default("0") long points) {}
