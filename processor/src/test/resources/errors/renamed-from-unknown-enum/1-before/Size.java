package shop;

public enum Size {
  BIG
}
