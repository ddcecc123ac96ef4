package dev.varve.examples.learningcards.gamification;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** On how many days in a row a user has learned. */
@Table(name = "streaks")
@Check("longest_days >= current_days")
public record Streak(
    @Id @References(value = User.class, onDelete = ReferentialAction.CASCADE)
    UUID userId,

    @Default("1") int currentDays,
    @Default("1") int longestDays,
    LocalDate lastDay) {}
