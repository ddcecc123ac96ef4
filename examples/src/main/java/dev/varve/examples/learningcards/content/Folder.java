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
import java.util.Optional;
import java.util.UUID;

/** A place for decks, which may lie in another folder. */
@Table(name = "folders")
public record Folder(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,

    @References(value = User.class, onDelete = ReferentialAction.CASCADE) @Index
    UUID ownerId,

    @References(value = Folder.class, onDelete = ReferentialAction.CASCADE) @Index
    Optional<UUID> parentId,

    @Column(length = 120) String name,
    @Default("0") int position) {}
