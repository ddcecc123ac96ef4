package dev.varve.runtime.value;

import java.util.List;

/**
 * A {@code box}: an upright rectangle. Any two opposite corners make it; it keeps, as PostgreSQL
 * does, the upper right and the lower left one.
 */
public record Box(Point upperRight, Point lowerLeft) {
  public Box {
    Point one = upperRight;
    Point other = lowerLeft;
    upperRight = new Point(max(one.x(), other.x()), max(one.y(), other.y()));
    lowerLeft = new Point(min(one.x(), other.x()), min(one.y(), other.y()));
  }

  /** For PostgreSQL NaN is greater than any number. */
  private static double max(double a, double b) {
    return Double.compare(a, b) >= 0 ? a : b;
  }

  private static double min(double a, double b) {
    return Double.compare(a, b) >= 0 ? b : a;
  }

  public static Box parse(String text) {
    List<Point> points = ShapeText.points(text, 2);
    return new Box(points.get(0), points.get(1));
  }

  @Override
  public String toString() {
    return upperRight + "," + lowerLeft;
  }
}
