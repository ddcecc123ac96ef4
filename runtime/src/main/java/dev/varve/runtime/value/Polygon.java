package dev.varve.runtime.value;

import java.util.List;

/**
 * A {@code polygon}: the area within points.
 *
 * @param points one at least
 */
public record Polygon(List<Point> points) {
  /**
   * Copies the points.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Polygon {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("A polygon has one point at least");
    }
  }

  public static Polygon parse(String text) {
    return new Polygon(ShapeText.points(text, 1));
  }

  @Override
  public String toString() {
    return "(" + ShapeText.write(points) + ")";
  }
}
