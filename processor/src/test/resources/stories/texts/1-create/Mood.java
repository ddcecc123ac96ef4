package shop;

public enum Mood {
  GOOD,
  BAD,
  NONE
}
