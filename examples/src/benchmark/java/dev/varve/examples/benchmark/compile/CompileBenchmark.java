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

    private String mark(String figure) {
      return name.startsWith("Varve") ? "**" + figure + "**" : figure;
    }
  }

  /** How many passes of 100 classes, whether to run at all, and the numbers of classes. */
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
      rows.addAll(measure(size, Math.max(1, passes * 100 / size)));
    }
    int largest = sizes.get(sizes.size() - 1);
    List<Pair> folds = fold(largest, Math.max(1, passes * 100 / largest));
    Page.write(section(rows, largest, folds));
  }

  private static List<Row> measure(int size, int passes) throws Exception {
    Map<String, List<Pair>> pairs = new LinkedHashMap<>();
    Map<String, Long> generated = new LinkedHashMap<>();
    for (int pass = 0; pass < passes; pass++) {
      for (Peer peer : List.of(Peer.VARVE, Peer.HIBERNATE, Peer.QUERYDSL, Peer.DOMA)) {
        try (Workspace workspace = new Workspace(peer, size)) {
          Workspace.Time none = workspace.withoutProcessor();
          Workspace.Time full = workspace.withProcessor();
          boolean ours = peer == Peer.VARVE;
          String name = ours ? "Varve, which writes the first migration" : peer.name();
          pairs.computeIfAbsent(name, n -> new ArrayList<>()).add(new Pair(none, full));
          generated.put(name, workspace.generated());
          if (ours) {
            String again = "Varve, unchanged since";
            Pair pair = new Pair(workspace.withoutProcessor(), workspace.withProcessor());
            pairs.computeIfAbsent(again, n -> new ArrayList<>()).add(pair);
            generated.put(again, workspace.generated());
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
    try (Workspace workspace = new Workspace(Peer.VARVE, size)) {
      workspace.withProcessor();
      workspace.splitMigration(MIGRATIONS);
      for (int pass = 0; pass < passes; pass++) {
        pairs.add(new Pair(workspace.onlyQueryClasses(), workspace.withProcessor()));
      }
    }
    return pairs;
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

        Classes of ten fields, compiled by javac in a JVM of its own, with a processor and with `-proc:none`, in turns; for Hibernate and Querydsl they are entities, for Varve and Doma records. Ratios are those of the time that a processor was there, for the whole of the process; milliseconds are what a class adds, with the compilation of what is generated for it. JDK %d, %d processors, which other work shares. The goal at 500 classes is 10 ms for each and twice `-proc:none`.

        | | classes | `-proc:none`, processor | with it, by the clock | ratio | more for each class | generated for each |
        | --- | --- | --- | --- | --- | --- | --- |
        %s
        Reading the model, folding %d migrations and packing them, for %,d tables: **%.2f** of a compilation that only generates the query classes (limit 1.10).
        """.formatted(
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            table,
            MIGRATIONS,
            largest,
            median(folds.stream().map(Pair::ratio)));
  }
}
