package dev.varve.examples.benchmark.query;

import dev.varve.examples.benchmark.query.QueryResults.Slice;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The measurements as the section "Queries". */
final class QueriesSection {
  private static final String OURS = "Varve";

  private final QueryResults results;
  private final long seconds;
  private final int sliceMillis;

  QueriesSection(QueryResults results, long seconds, int sliceMillis) {
    this.results = results;
    this.seconds = seconds;
    this.sliceMillis = sliceMillis;
  }

  String text() {
    return """
        ## Queries

        ![Time as a ratio to JDBC by hand](performance-queries.svg)

        The base is JDBC as a careful engineer writes it: getters by number into the record, a batch for many rows. Rows have ten columns beside the key: texts, numbers, a `boolean`, a `timestamptz`, a `uuid`, a `text[]`, one that is NULL in every other row. PostgreSQL 18 on loopback, whose commits do not wait for the disk; JDK %d, %d processors; one pool of HikariCP and one driver's settings for all, with `reWriteBatchedInserts`, without which batches are slower. jOOQ is its open source edition; Hibernate is its StatelessSession, with ids from a pooled sequence; Spring has to be told how to read an array; MyBatis has the constructor told argument by argument.

        Time, as a ratio to JDBC:

        %s

        JDBC again is JDBC measured a second time, with the quartiles of its ratios: a smaller difference is not resolved. Hibernate's query with three conditions is the tree of its criteria only, and jOOQ, Hibernate and MyBatis write the SQL of each; with Jdbi and Spring it is a text that the application makes. Varve's is `Query.sql()` and takes %s, of which this thread had a processor for %s; the limit is 500 ns.

        Time that the calling thread had a processor for, as a ratio to JDBC: what is left when the wait for the server, and for others on this machine, is taken away.

        %s

        Bytes allocated by the calling thread, as a ratio to JDBC:

        %s

        %d seconds for each line, a third of it to warm up, in slices of %d ms or one call; passes: %s.
        """.formatted(
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            table(Work::limitOfTime, Slice::nanos),
            time(results.median(Work.SEARCH, OURS, Slice::nanos)),
            time(results.median(Work.SEARCH, OURS, Slice::cpu)),
            table(work -> 0.0, Slice::cpu),
            table(Work::limitOfBytes, Slice::bytes),
            seconds,
            sliceMillis,
            results.slices().keySet().stream()
                .map(work -> work.title() + " " + results.passes(work))
                .collect(Collectors.joining(", ")));
  }

  private String table(Function<Work, Double> limit, Function<Slice, Double> value) {
    List<String> peers = results.peers();
    StringBuilder table = new StringBuilder("| | JDBC | ")
        .append(String.join(" | ", peers))
        .append(" | limit for Varve |\n| --- ")
        .append("| --- ".repeat(peers.size() + 2))
        .append("|\n");
    for (Work work : results.slices().keySet()) {
      double base = results.median(work, QuerySlices.BASE, value);
      boolean bytes = value.apply(new Slice(0, 0, 1)) == 1;
      table
          .append("| ")
          .append(work.title())
          .append(" | 1 (")
          .append(bytes ? String.format(Locale.ROOT, "%,.0f", base) : time(base))
          .append(')');
      for (String peer : peers) {
        String text = results
            .ratio(work, peer, value::apply, 0.5)
            .map(QueriesSection::rounded)
            .orElse("");
        table
            .append(" | ")
            .append(peer.equals(OURS) ? "**" + text + "**" : text)
            .append(peer.equals(QuerySlices.CONTROL) ? spread(work, value) : "");
      }
      table.append(" | ").append(limit(limit.apply(work))).append(" |\n");
    }
    return table.toString().strip();
  }

  private String spread(Work work, Function<Slice, Double> value) {
    return Stream.of(0.25, 0.75)
        .map(quantile ->
            results.ratio(work, QuerySlices.CONTROL, value::apply, quantile).orElseThrow())
        .map(QueriesSection::rounded)
        .collect(Collectors.joining(" to ", " (", ")"));
  }

  private static String limit(double limit) {
    return limit == 0 ? "" : rounded(limit);
  }

  private static String time(double nanos) {
    if (nanos < 1_000) {
      return Math.round(nanos) + " ns";
    }
    return nanos < 1e6
        ? String.format(Locale.ROOT, "%.0f µs", nanos / 1e3)
        : String.format(Locale.ROOT, nanos < 1e7 ? "%.1f ms" : "%.0f ms", nanos / 1e6);
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }
}
