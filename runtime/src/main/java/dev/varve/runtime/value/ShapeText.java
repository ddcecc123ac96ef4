package dev.varve.runtime.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of shapes: numbers, with brackets between them that only say which shape it is. */
final class ShapeText {
  private ShapeText() {}

  /** All numbers of the text, {@code least} at least and a multiple of {@code step}. */
  static double[] numbers(String text, int least, int step) {
    List<Double> numbers = new ArrayList<>();
    for (String part : text.split("[\\s,(){}<>\\[\\]]+")) {
      if (!part.isEmpty()) {
        numbers.add(Double.valueOf(part));
      }
    }
    if (numbers.size() < least || numbers.size() % step != 0) {
      throw new IllegalArgumentException("\"" + text + "\" is not such a shape");
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static List<Point> points(String text, int least) {
    double[] numbers = numbers(text, 2 * least, 2);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += 2) {
      points.add(new Point(numbers[i], numbers[i + 1]));
    }
    return points;
  }

  static String write(List<Point> points) {
    return points.stream().map(Point::toString).collect(Collectors.joining(","));
  }
}
