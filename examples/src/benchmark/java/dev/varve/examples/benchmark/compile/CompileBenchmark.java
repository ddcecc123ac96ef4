package dev.varve.examples.benchmark.compile;

import dev.varve.examples.benchmark.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compilations of so many classes of ten fields, each in a JVM of its own, with a processor and
 * without, in turns.
 */
public final class CompileBenchmark {
  private static final int MIGRATIONS = 500;
  private static final String FIRST = "Varve, which writes the first migration";
  private static final String AGAIN = "Varve, unchanged since";

  /** Those of one list compile the same sources, whose compilation without any is theirs. */
  private static final List<List<Peer>> PEERS = List.of(
      List.of(Peer.VARVE, Peer.EMPTY), List.of(Peer.HIBERNATE, Peer.QUERYDSL), List.of(Peer.DOMA));

  private CompileBenchmark() {}

  /** A compilation with a processor, and the one without in the same pass. */
  private record Pair(Workspace.Time none, Workspace.Time full) {
    double ratio() {
      return (double) full.processor() / none.processor();
    }
  }

  /** What is said of one peer and one number of classes. */
  private record Row(String name, int classes, List<Pair> pairs, long generated) {
    String text() {
      double none = median(pairs.stream().map(pair -> (double) pair.none().processor()));
      double more = median(pairs.stream()
          .map(pair -> (double) (pair.full().processor() - pair.none().processor())));
      return String.format(
          Locale.ROOT,
          "| %s | %,d | %.1f s | %.1f s | %s | %s | %.1f kB |%n",
          name,
          classes,
          none / 1e3,
          median(pairs.stream().map(pair -> (double) pair.full().wall())) / 1e3,
          mark(String.format(Locale.ROOT, "%.2f", median(pairs.stream().map(Pair::ratio)))),
          mark(String.format(Locale.ROOT, "%.1f ms", more / classes)),
          generated / 1e3 / classes);
    }

    double processor() {
      return median(pairs.stream().map(pair -> (double) pair.full().processor()));
    }

    private String mark(String figure) {
      return name.startsWith("Varve") ? "**" + figure + "**" : figure;
    }
  }

  /** How many passes, of which there are fewer here, whether to run at all, and the numbers of classes. */
  public static void main(String[] args) throws Exception {
    if (args.length > 1 && !Boolean.parseBoolean(args[1])) {
      return; // Left out of this run.
    }
    int passes = args.length == 0 ? 10 : Integer.parseInt(args[0]);
    List<Integer> sizes = Stream.of((args.length > 2 ? args[2] : "100,500,2000").split(","))
        .map(Integer::valueOf)
        .toList();
    List<Row> rows = new ArrayList<>();
    for (int size : sizes) {
      rows.addAll(measure(size, passes(passes, size)));
    }
    int largest = sizes.get(sizes.size() - 1);
    List<Pair> folds = fold(largest, Math.max(2, passes(passes, largest)));
    Page.write(section(rows, largest, folds));
  }

  private static List<Row> measure(int size, int passes) throws Exception {
    Map<String, List<Pair>> pairs = new LinkedHashMap<>();
    Map<String, Long> generated = new LinkedHashMap<>();
    for (int pass = 0; pass < passes; pass++) {
      for (List<Peer> peers : PEERS) {
        try (Workspace workspace = new Workspace(peers.get(0).source(), size)) {
          Workspace.Time none = workspace.withoutProcessor();
          for (Peer peer : peers) {
            boolean ours = peer == Peer.VARVE;
            String name = ours ? FIRST : peer.name();
            pairs
                .computeIfAbsent(name, n -> new ArrayList<>())
                .add(new Pair(none, workspace.with(peer)));
            generated.put(name, workspace.generated());
            if (ours) {
              pairs
                  .computeIfAbsent(AGAIN, n -> new ArrayList<>())
                  .add(new Pair(none, workspace.with(peer)));
              generated.put(AGAIN, workspace.generated());
            }
          }
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    pairs.forEach((name, list) -> rows.add(new Row(name, size, list, generated.get(name))));
    return rows;
  }

  /** With a long history, beside the query classes alone. */
  private static List<Pair> fold(int size, int passes) throws Exception {
    List<Pair> pairs = new ArrayList<>();
    try (Workspace workspace = new Workspace(Peer.VARVE.source(), size)) {
      workspace.with(Peer.VARVE);
      workspace.splitMigration(MIGRATIONS);
      for (int pass = 0; pass < passes; pass++) {
        pairs.add(new Pair(workspace.onlyQueryClasses(), workspace.with(Peer.VARVE)));
      }
    }
    return pairs;
  }

  /** Few of many classes, so that all of it takes a quarter of an hour. */
  private static int passes(int passes, int size) {
    return Math.max(1, Math.min(passes * 2 / 5, passes * 150 / size));
  }

  private static double median(Stream<Double> values) {
    List<Double> sorted = values.sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static String section(List<Row> rows, int largest, List<Pair> folds) {
    StringBuilder table = new StringBuilder();
    rows.forEach(row -> table.append(row.text()));
    return """
        ## Compilation

        Classes of ten fields, compiled by javac in a JVM of its own, with a processor and with `-proc:none`, in turns; for Hibernate and Querydsl they are entities, for Varve and Doma records. What javac takes for three empty classes of the names of Varve's, which a processor of a few lines makes, is what nothing in them can save. Ratios are those of the time that a processor was there, for the whole of the process; milliseconds are what a class adds, with the compilation of what is generated for it. JDK %d, %d processors, which other work shares. The goal at 500 classes is 10 ms for each and twice `-proc:none`.

        | | classes | `-proc:none`, processor | with it, by the clock | ratio | more for each class | generated for each |
        | --- | --- | --- | --- | --- | --- | --- |
        %s%s
        Reading the model, folding %d migrations and packing them, for %,d tables: **%.2f** of a compilation that only generates the query classes (limit 1.10).
        """.formatted(
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            table,
            growth(rows),
            MIGRATIONS,
            largest,
            median(folds.stream().map(Pair::ratio)));
  }

  /** What the largest number of classes takes beside the second largest. */
  private static String growth(List<Row> rows) {
    List<Row> ours = rows.stream().filter(row -> row.name().equals(AGAIN)).toList();
    if (ours.size() < 2) {
      return "";
    }
    Row less = ours.get(ours.size() - 2);
    Row more = ours.get(ours.size() - 1);
    return String.format(
        Locale.ROOT,
        "%n%,d classes take Varve %.1f times what %,d take.%n",
        more.classes(),
        more.processor() / less.processor(),
        less.classes());
  }
}
