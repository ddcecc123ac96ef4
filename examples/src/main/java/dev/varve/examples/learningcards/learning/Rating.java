package dev.varve.examples.learningcards.learning;

/** How well somebody knew a card, by their own word. */
public enum Rating {
  AGAIN,
  HARD,
  GOOD,
  EASY;

  /** What an answer is worth. */
  public int points() {
    return ordinal() + 1;
  }

  public boolean isCorrect() {
    return this != AGAIN;
  }
}
