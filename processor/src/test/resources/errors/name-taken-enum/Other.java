package shop;

public interface Other {
  enum Mood {
    HIGH,
    LOW
  }
}
