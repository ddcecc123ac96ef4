package shop;

public enum State {
  DUE,
  OLD
}
