package shop;

public enum Mood {
  CALM,
  CURIOUS,
  TENSE
}
