package declared;

public enum Level {
  LOW,
  HIGH
}
