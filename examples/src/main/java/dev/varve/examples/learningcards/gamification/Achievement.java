package dev.varve.examples.learningcards.gamification;

import dev.varve.annotations.Check;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Something that can be earned once. */
@Table(name = "achievements")
public record Achievement(
    @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id,
    @Column(length = 40, unique = true) String code,
    @Column(length = 120) String title,
    @Check("points >= 0") int points) {}
