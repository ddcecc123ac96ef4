package everything;

public enum Mood {
  CALM,
  EAGER
}
