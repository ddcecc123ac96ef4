package dev.varve.examples.benchmark.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

        JDBC again is JDBC measured a second time, with the quartiles of its ratios: a smaller difference is not resolved. Hibernate's query with three conditions is the tree of its criteria only, and jOOQ, Hibernate and MyBatis write the SQL of each; with Jdbi and Spring it is a text that the application makes. Varve's is `Query.sql()` and takes %s, of 500 ns that it may. Varve's stream is `COPY` out.

        Bytes allocated by the calling thread, as a ratio to JDBC:

        %s

        %d seconds for each line, a third of it to warm up, in slices of %d ms or one call; passes: %s.
        """.formatted(
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            table(
                "limit",
                work -> limit(work.limitOfTime()),
                work -> time(results.nanos(work, QuerySlices.BASE)),
                (work, peer) -> results.time(work, peer, 0.5).map(ratio -> {
                  String text = rounded(ratio);
                  return peer.equals(QuerySlices.CONTROL) ? text + spread(work) : text;
                })),
            time(results.nanos(Work.SEARCH, OURS)),
            table(
                "limit",
                work -> limit(work.limitOfBytes()),
                work -> String.format(Locale.ROOT, "%,.0f", results.bytes(work)),
                (work, peer) -> results.allocation(work, peer).map(QueriesSection::rounded)),
            seconds,
            sliceMillis,
            results.slices().keySet().stream()
                .map(work -> work.title() + " " + results.passes(work))
                .collect(Collectors.joining(", ")));
  }

  private interface Cell {
    Optional<String> of(Work work, String peer);
  }

  private String table(
      String last, Function<Work, String> limit, Function<Work, String> base, Cell cell) {
    List<String> peers = results.peers();
    StringBuilder table = new StringBuilder("| | JDBC | ")
        .append(String.join(" | ", peers))
        .append(" | " + last + " for Varve |\n| --- ")
        .append("| --- ".repeat(peers.size() + 2))
        .append("|\n");
    for (Work work : results.slices().keySet()) {
      table
          .append("| ")
          .append(work.title())
          .append(" | 1 (")
          .append(base.apply(work))
          .append(')');
      for (String peer : peers) {
        String text = cell.of(work, peer).orElse("");
        table.append(" | ").append(peer.equals(OURS) ? "**" + text + "**" : text);
      }
      table.append(" | ").append(limit.apply(work)).append(" |\n");
    }
    return table.toString().strip();
  }

  private String spread(Work work) {
    return " ("
        + results
            .time(work, QuerySlices.CONTROL, 0.25)
            .map(QueriesSection::rounded)
            .orElse("")
        + " to "
        + results
            .time(work, QuerySlices.CONTROL, 0.75)
            .map(QueriesSection::rounded)
            .orElse("")
        + ")";
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
