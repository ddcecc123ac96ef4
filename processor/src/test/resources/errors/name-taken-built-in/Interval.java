package shop;

public enum Interval {
  DAY,
  WEEK
}
