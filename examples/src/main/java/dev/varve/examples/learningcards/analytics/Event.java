package dev.varve.examples.learningcards.analytics;

import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.Json;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Something that a user did; without a name when the account is gone. */
@Table(name = "events")
@Index(columns = {"kind", "occurred_at"})
public record Event(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,

    @References(value = User.class, onDelete = ReferentialAction.SET_NULL)
    @Index(where = "user_id IS NOT NULL")
    Optional<UUID> userId,

    @Column(length = 60) String kind,
    @Json Map<String, String> details,
    @Default("now()") Instant occurredAt) {}
