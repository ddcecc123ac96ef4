package shop;

public enum Mood {
  GOOD,
  FAIR,
  BAD
}
