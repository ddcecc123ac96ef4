package dev.varve.examples.benchmark.query;

import java.util.Locale;

/** Bars of the time ratios, grouped by the kind of work; one that is too long is cut and says so. */
final class Chart {
  private static final int LEFT = 150;
  private static final int WIDTH = 520;
  private static final int BAR = 13;
  private static final double LONGEST = 4;

  private final QueryResults results;
  private final StringBuilder out = new StringBuilder();
  private int y = 10;

  Chart(QueryResults results) {
    this.results = results;
  }

  String svg() {
    for (Work work : results.slices().keySet()) {
      y += 22;
      line("<text x='10' y='%d' font-weight='bold'>%s</text>", y - 6, work.title());
      for (String peer : results.peers()) {
        results
            .ratio(work, peer, QueryResults.Slice::nanos, 0.5)
            .ifPresent(ratio -> bar(peer, ratio));
      }
    }
    double one = LEFT + WIDTH / LONGEST;
    String head = String.format(
        Locale.ROOT,
        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif'"
            + " font-size='11'>%n<rect width='100%%' height='100%%' fill='#ffffff'/>%n",
        LEFT + WIDTH + 60,
        y + 30);
    String foot = String.format(
        Locale.ROOT,
        "<line x1='%.0f' y1='10' x2='%.0f' y2='%d' stroke='#333333' stroke-dasharray='3 3'/>%n"
            + "<text x='%.0f' y='%d' text-anchor='middle'>JDBC by hand = 1</text>%n</svg>%n",
        one,
        one,
        y + 6,
        one,
        y + 20);
    return (head + out + foot).replace('\'', '"').replace(System.lineSeparator(), "\n");
  }

  private void bar(String peer, double ratio) {
    boolean cut = ratio > LONGEST;
    double width = Math.min(ratio, LONGEST) / LONGEST * WIDTH;
    String colour =
        peer.equals("Varve") ? "#1f6f8b" : peer.equals(QuerySlices.CONTROL) ? "#d9d9d9" : "#a8b8c0";
    line("<text x='%d' y='%d' text-anchor='end'>%s</text>", LEFT - 6, y + BAR - 3, peer);
    line(
        "<rect x='%d' y='%d' width='%.1f' height='%d' fill='%s'/>",
        LEFT, y + 1, width, BAR - 2, colour);
    line(
        "<text x='%.1f' y='%d'>%s%s</text>",
        LEFT + width + 4,
        y + BAR - 3,
        String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio),
        cut ? " →" : "");
    y += BAR;
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
