package dev.varve.examples.learningcards.learning;

import dev.varve.annotations.Projection;

/** A step of a path, as its page shows it. */
@Projection
public record SyllabusLine(int position, String deck, float requiredAccuracy) {}
