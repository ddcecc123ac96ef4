package dev.varve.examples.learningcards.learning;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.content.Deck;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Optional;
import java.util.UUID;

/** A deck on a path, perhaps open only after another step. */
@Table(
    name = "path_steps",
    uniqueConstraints = @UniqueConstraint(columnNames = {"path_id", "position"}))
public record PathStep(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,

    @References(value = LearningPath.class, onDelete = ReferentialAction.CASCADE)
    UUID pathId,

    @References(value = Deck.class, onDelete = ReferentialAction.CASCADE) @Index
    UUID deckId,

    @References(value = PathStep.class, onDelete = ReferentialAction.SET_NULL) @Index
    Optional<UUID> afterStepId,

    @Check("position > 0") int position,

    @Default("0.8") @Check("required_accuracy BETWEEN 0 AND 1")
    float requiredAccuracy) {}
