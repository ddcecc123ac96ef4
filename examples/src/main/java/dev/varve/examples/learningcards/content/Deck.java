package dev.varve.examples.learningcards.content;

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
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cards that belong together. */
@Table(name = "decks", uniqueConstraints = @UniqueConstraint(columnNames = {"owner_id", "slug"}))
@Index(name = "decks_public_idx", columns = "updated_at", where = "visibility = 'PUBLIC'")
public record Deck(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,

    @References(value = User.class, onDelete = ReferentialAction.CASCADE)
    UUID ownerId,

    @References(value = Folder.class, onDelete = ReferentialAction.SET_NULL) @Index
    Optional<UUID> folderId,

    @Column(length = 200) String title,
    @Column(length = 220) String slug,
    Optional<String> description,
    @Default("'PRIVATE'") Visibility visibility,
    @Default("'{}'") List<String> tags,
    @Version int version,
    @Default("now()") Instant createdAt,
    @Default("now()") Instant updatedAt) {}
