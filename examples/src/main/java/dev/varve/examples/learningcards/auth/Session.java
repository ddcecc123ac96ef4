package dev.varve.examples.learningcards.auth;

import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A device on which a user is signed in. Only the token's hash is kept. */
@Table(name = "sessions")
public record Session(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,

    @References(value = User.class, onDelete = ReferentialAction.CASCADE)
    @Index(where = "revoked_at IS NULL")
    UUID userId,

    @Column(length = 64, unique = true) String tokenHash,
    Optional<String> userAgent,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    @Default("now()") Instant createdAt) {}
