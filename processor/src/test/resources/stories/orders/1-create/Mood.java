package shop;

public enum Mood {
  CALM,

  TENSE
}
