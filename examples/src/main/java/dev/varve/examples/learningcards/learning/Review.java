package dev.varve.examples.learningcards.learning;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import dev.varve.examples.learningcards.content.Card;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One answer to one card. Rows are only ever added, so they are numbered. */
@Table(name = "reviews")
@Index(columns = {"user_id", "reviewed_at"})
public record Review(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,

    @References(value = User.class, onDelete = ReferentialAction.CASCADE)
    UUID userId,

    @References(value = Card.class, onDelete = ReferentialAction.CASCADE) @Index
    UUID cardId,

    Rating rating,
    @Check("took_millis >= 0") long tookMillis,
    @Default("now()") Instant reviewedAt) {}
