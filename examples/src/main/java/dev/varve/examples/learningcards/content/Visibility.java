package dev.varve.examples.learningcards.content;

/** Who sees a deck beside its owner. */
public enum Visibility {
  PRIVATE,
  GROUP,
  LINK,
  PUBLIC
}
