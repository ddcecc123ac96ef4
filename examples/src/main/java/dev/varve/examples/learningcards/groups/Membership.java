package dev.varve.examples.learningcards.groups;

import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A user in a group. */
@Table(name = "memberships")
public record Membership(
    @Id @References(value = StudyGroup.class, onDelete = ReferentialAction.CASCADE)
    UUID groupId,

    @Id @References(value = User.class, onDelete = ReferentialAction.CASCADE) @Index
    UUID userId,

    @Default("'MEMBER'") MemberRole role,
    @Default("now()") Instant joinedAt) {}
