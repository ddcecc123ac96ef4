package dev.varve.examples.learningcards.content;

import dev.varve.annotations.Check;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A picture or a sound of a card; the file itself is in an object store. */
@Table(name = "media_files")
public record MediaFile(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,

    @References(value = Card.class, onDelete = ReferentialAction.CASCADE) @Index
    UUID cardId,

    MediaKind kind,
    @Column(length = 100) String contentType,
    @Check("byte_size > 0") long byteSize,
    String url) {}
