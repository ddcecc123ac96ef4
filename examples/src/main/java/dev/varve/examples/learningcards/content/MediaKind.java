package dev.varve.examples.learningcards.content;

/** What a file beside a card is. */
public enum MediaKind {
  IMAGE,
  AUDIO
}
