package dev.varve.examples.learningcards.learning;

/** Whom a path is for. */
public enum PathLevel {
  BEGINNER,
  INTERMEDIATE,
  ADVANCED
}
