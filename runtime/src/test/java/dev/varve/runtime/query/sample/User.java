package dev.varve.runtime.query.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

public record User(
    UUID id,
    String email,
    Optional<String> displayName,
    Mood mood,
    Prefs prefs,
    List<String> tags,
    Optional<UUID> invitedBy,
    int version,
    Instant createdAt) {}
