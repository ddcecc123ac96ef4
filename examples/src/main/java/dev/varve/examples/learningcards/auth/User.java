package dev.varve.examples.learningcards.auth;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.Json;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An account. */
@Table(name = "users")
public record User(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,
    @Column(length = 255) String email,
    @Column(length = 255, unique = true) String normalizedEmail,
    @Column(length = 80) String displayName,
    @Column(length = 100) String passwordHash,
    @Default("'LEARNER'") UserRole role,
    @Json Preferences preferences,

    @Column(length = 10) @Default("'en'") @Check("locale <> ''")
    String locale,

    @Default("false") boolean emailVerified,
    Optional<Instant> lastSeenAt,
    @Version int version,
    @Default("now()") Instant createdAt,
    @Default("now()") Instant updatedAt) {}
