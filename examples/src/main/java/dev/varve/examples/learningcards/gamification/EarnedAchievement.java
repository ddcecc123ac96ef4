package dev.varve.examples.learningcards.gamification;

import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An achievement of a user. */
@Table(name = "earned_achievements")
public record EarnedAchievement(
    @Id @References(value = User.class, onDelete = ReferentialAction.CASCADE)
    UUID userId,

    @Id @References(value = Achievement.class, onDelete = ReferentialAction.CASCADE) @Index
    UUID achievementId,

    @Default("now()") Instant earnedAt) {}
