package dev.varve.examples.learningcards.learning;

import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a user is on a path. */
@Table(name = "enrollments")
public record Enrollment(
    @Id @References(value = LearningPath.class, onDelete = ReferentialAction.CASCADE)
    UUID pathId,

    @Id @References(value = User.class, onDelete = ReferentialAction.CASCADE) @Index
    UUID userId,

    @References(value = PathStep.class, onDelete = ReferentialAction.SET_NULL) @Index
    Optional<UUID> currentStepId,

    @Default("now()") Instant startedAt,
    Optional<Instant> finishedAt) {}
