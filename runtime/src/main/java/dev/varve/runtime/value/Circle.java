package dev.varve.runtime.value;

/** A {@code circle}. */
public record Circle(Point center, double radius) {
  /**
   * Checks the radius.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Circle {
    if (radius < 0) {
      throw new IllegalArgumentException("A circle's radius is not negative: " + radius);
    }
  }

  public static Circle parse(String text) {
    double[] numbers = ShapeText.numbers(text, 3, 3);
    return new Circle(new Point(numbers[0], numbers[1]), numbers[2]);
  }

  @Override
  public String toString() {
    return "<" + center + "," + radius + ">";
  }
}
