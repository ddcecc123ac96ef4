package shop;

public enum State {
  NEW,
  DUE,
  OLD
}
