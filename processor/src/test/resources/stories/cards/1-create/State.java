package shop;

public enum State {
  NEW,
  LEARNING,
  OLD
}
