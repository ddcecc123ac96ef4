package shop;

public enum Mood {
  FINE,
  FAIR,
  UNKNOWN
}
