package dev.varve.examples.learningcards.learning;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import dev.varve.examples.learningcards.content.Card;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** When a user sees a card again. */
@Table(name = "card_schedules")
@Index(
    name = "card_schedules_due_idx",
    columns = {"user_id", "due_at"},
    where = "NOT suspended")
public record CardSchedule(
    @Id @References(value = User.class, onDelete = ReferentialAction.CASCADE)
    UUID userId,

    @Id @References(value = Card.class, onDelete = ReferentialAction.CASCADE) @Index
    UUID cardId,

    Instant dueAt,
    @Default("0") int intervalDays,

    @Column(precision = 4, scale = 2) @Default("2.5") @Check("ease >= 1.3")
    BigDecimal ease,

    @Default("0") int repetitions,
    @Default("0") int lapses,
    @Default("false") boolean suspended) {}
