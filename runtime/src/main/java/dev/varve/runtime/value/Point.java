package dev.varve.runtime.value;

/** A {@code point} of the plane. */
public record Point(double x, double y) {
  public static Point parse(String text) {
    return ShapeText.points(text, 1).get(0);
  }

  @Override
  public String toString() {
    return "(" + x + "," + y + ")";
  }
}
