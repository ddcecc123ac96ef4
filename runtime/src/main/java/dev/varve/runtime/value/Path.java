package dev.varve.runtime.value;

import java.util.List;

/**
 * A {@code path} along points.
 *
 * @param points one at least
 * @param closed whether it goes back from the last point to the first
 */
public record Path(List<Point> points, boolean closed) {
  /**
   * Copies the points.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Path {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("A path has one point at least");
    }
  }

  public static Path parse(String text) {
    return new Path(ShapeText.points(text, 1), !text.startsWith("["));
  }

  @Override
  public String toString() {
    String list = ShapeText.write(points);
    return closed ? "(" + list + ")" : "[" + list + "]";
  }
}
