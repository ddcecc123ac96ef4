package dev.varve.examples.learningcards.learning;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A course: decks in an order. It outlives its author's account. */
@Table(name = "learning_paths")
public record LearningPath(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,

    @References(value = User.class, onDelete = ReferentialAction.SET_NULL) @Index
    Optional<UUID> authorId,

    @Column(length = 160, unique = true) String slug,
    @Column(length = 160) String title,
    PathLevel level,

    @Column(precision = 8, scale = 2) @Default("0") @Check("price >= 0")
    BigDecimal price,

    Optional<Instant> publishedAt,
    @Default("now()") Instant createdAt) {}
