package shop;

public enum Mood {
  CALM,
  EAGER,
  TIRED
}
