package values;

public enum Mood {
  CALM,
  EAGER
}
