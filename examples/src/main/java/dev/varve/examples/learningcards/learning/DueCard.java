package dev.varve.examples.learningcards.learning;

import dev.varve.annotations.Projection;
import java.time.Instant;
import java.util.Optional;

/** A card that is to be seen again, with what a list of them shows. */
@Projection
public record DueCard(
    String deck, String front, String back, Optional<String> hint, Instant dueAt, int lapses) {}
