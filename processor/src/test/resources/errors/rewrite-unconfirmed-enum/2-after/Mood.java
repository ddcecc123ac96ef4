package shop;

public enum Mood {
  BAD,
  FAIR,
  GOOD
}
