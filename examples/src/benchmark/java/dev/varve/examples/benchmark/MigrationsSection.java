package dev.varve.examples.benchmark;

import dev.varve.runtime.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The measurements as the section "Migrations". */
final class MigrationsSection {
  private static final String OURS = " of loop+varve";
  private static final String PEERS = " of loop+flyway+liquibase";

  private final Json slices;
  private final Map<String, List<Long>> cold;

  MigrationsSection(Json slices, Map<String, List<Long>> cold) {
    this.slices = slices;
    this.cold = cold;
  }

  String text() {
    return """
        ## Migrations

        Each migration makes one table of two columns. The base is a loop written by hand: an index of names and checksums, a history that is read whole, a transaction for each script; it takes no lock and checks nothing else. PostgreSQL %s with durable commits, on loopback; JDK %s, %d processors, which other work shares. Varve, Flyway and Liquibase get the same pooled connections; Liquibase finds one change set in each file.

        | in one JVM, in turns | loop | Varve | Flyway | Liquibase | limit for Varve |
        | --- | --- | --- | --- | --- | --- |
        | apply 500 | 1 (%s ms) | **%s** | %s | %s | 1.2 |
        | apply 5,000 | 1 (%s ms) | **%s** | | | |
        | nothing to do, 500 applied | 1 (%s ms) | **%s** | %s | %s | 0.6 |
        | nothing to do, 5,000 applied | 1 (%s ms) | **%s** | | | 0.6 |

        Applying 5,000 takes Varve %s times as long as applying 500 (the loop: %s). With nothing to do it takes %s times as long with 5,000 applied as with 500; it sends one statement, reads the first lines of its index and one row.

        | whole process, 500 applied | connect, `SELECT 1` | loop | Varve | Flyway | Liquibase | limit for Varve |
        | --- | --- | --- | --- | --- | --- | --- |
        | ratio | 1 (%d ms) | %s | **%s** | %s | %s | 1.3 |

        %d passes for Varve's ratios of applying 500, %d for those of 5,000 and for the peers'; %d for the check; %d processes of each kind.
        """.formatted(
            System.getProperty("benchmark.server", "18"),
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            millis("apply 500 loop" + OURS),
            ratio("apply 500 varve" + OURS, "apply 500 loop" + OURS),
            ratio("apply 500 flyway" + PEERS, "apply 500 loop" + PEERS),
            ratio("apply 500 liquibase" + PEERS, "apply 500 loop" + PEERS),
            millis("apply 5000 loop" + OURS),
            ratio("apply 5000 varve" + OURS, "apply 5000 loop" + OURS),
            millis("check 500 loop" + OURS),
            ratio("check 500 varve" + OURS, "check 500 loop" + OURS),
            ratio("check 500 flyway" + PEERS, "check 500 loop" + PEERS),
            ratio("check 500 liquibase" + PEERS, "check 500 loop" + PEERS),
            millis("check 5000 loop" + OURS),
            ratio("check 5000 varve" + OURS, "check 5000 loop" + OURS),
            growth("varve"),
            growth("loop"),
            ratio("size 5000", "size 500"),
            median(doubles(cold.get("connect"))).longValue(),
            coldRatio("loop"),
            coldRatio("varve-class-path"),
            coldRatio("flyway"),
            coldRatio("liquibase"),
            values("apply 500 loop" + OURS).size(),
            values("apply 500 loop" + PEERS).size(),
            values("check 500 loop" + OURS).size(),
            cold.get("connect").size());
  }

  private String growth(String tool) {
    double small = median(values("apply 500 " + tool + OURS));
    double large = median(values("apply 5000 " + tool + OURS));
    return rounded(large / small);
  }

  private List<Double> values(String name) {
    return slices.get(name).list().stream().map(v -> (double) v.integer()).toList();
  }

  private String ratio(String name, String base) {
    return rounded(median(ratios(values(name), values(base))));
  }

  private String coldRatio(String tool) {
    return rounded(median(ratios(doubles(cold.get(tool)), doubles(cold.get("connect")))));
  }

  private static List<Double> ratios(List<Double> values, List<Double> bases) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / bases.get(i));
    }
    return ratios;
  }

  private static List<Double> doubles(List<Long> values) {
    return values.stream().map(Long::doubleValue).toList();
  }

  private String millis(String name) {
    double millis = median(values(name)) / 1e6;
    return millis < 10 ? rounded(millis) : String.format(Locale.ROOT, "%,d", Math.round(millis));
  }

  private static Double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  private static String rounded(double value) {
    return BigDecimal.valueOf(value)
        .setScale(value < 10 ? 2 : 1, java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }
}
