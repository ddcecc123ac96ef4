package dev.varve.examples.learningcards.groups;

import dev.varve.annotations.Check;
import dev.varve.annotations.Default;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** People who learn together; whoever knows the join code may come in. */
@Table(name = "study_groups")
public record StudyGroup(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,
    @Column(length = 120) String name,
    Optional<String> description,
    @Column(length = 12, unique = true) String joinCode,
    @Default("50") @Check("max_members BETWEEN 2 AND 500") int maxMembers,
    @Default("now()") Instant createdAt) {}
