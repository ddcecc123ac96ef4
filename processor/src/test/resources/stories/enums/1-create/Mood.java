package shop;

public enum Mood {
  LOW,
  MID,
  HIGH
}
