package dev.varve.runtime.value;

import java.util.List;

/** An {@code lseg}: what lies between two points. */
public record LineSegment(Point from, Point to) {
  public static LineSegment parse(String text) {
    List<Point> points = ShapeText.points(text, 2);
    return new LineSegment(points.get(0), points.get(1));
  }

  @Override
  public String toString() {
    return "[" + from + "," + to + "]";
  }
}
