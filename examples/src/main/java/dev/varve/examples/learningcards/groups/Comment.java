package dev.varve.examples.learningcards.groups;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something said in a group, perhaps in answer to another comment. */
@Table(name = "comments")
@Index(columns = {"group_id", "created_at"})
public record Comment(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,

    @References(value = StudyGroup.class, onDelete = ReferentialAction.CASCADE)
    UUID groupId,

    @References(value = User.class, onDelete = ReferentialAction.SET_NULL) @Index
    Optional<UUID> authorId,

    @References(value = Comment.class, onDelete = ReferentialAction.CASCADE) @Index
    Optional<UUID> parentId,

    @Check("length(body) BETWEEN 1 AND 4000") String body,
    @Default("now()") Instant createdAt) {}
