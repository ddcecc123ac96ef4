package dev.varve.runtime.value;

/** A {@code line} without ends: the points for which {@code a x + b y + c} is 0. */
public record Line(double a, double b, double c) {
  /**
   * Checks the factors.
   *
   * @throws IllegalArgumentException if a and b are 0
   */
  public Line {
    if (a == 0 && b == 0) {
      throw new IllegalArgumentException("A line's first two numbers are not both 0");
    }
  }

  public static Line parse(String text) {
    double[] numbers = ShapeText.numbers(text, 3, 3);
    return new Line(numbers[0], numbers[1], numbers[2]);
  }

  @Override
  public String toString() {
    return "{" + a + "," + b + "," + c + "}";
  }
}
