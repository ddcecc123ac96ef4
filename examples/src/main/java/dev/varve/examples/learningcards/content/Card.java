package dev.varve.examples.learningcards.content;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A question and its answer, at a place of its deck. */
@Table(name = "cards", uniqueConstraints = @UniqueConstraint(columnNames = {"deck_id", "position"}))
public record Card(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,

    @References(value = Deck.class, onDelete = ReferentialAction.CASCADE)
    UUID deckId,

    @Check("position > 0") int position,
    String front,
    String back,
    Optional<String> hint,
    @Default("'{}'") List<String> tags,
    @Default("now()") Instant createdAt,
    @Default("now()") Instant updatedAt) {}
