package dev.varve.examples.benchmark;

import com.sun.management.ThreadMXBean;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.ChangeJson;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.testing.LongHistory;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Folding a long history, as each compilation does: the records of its migrations are parsed, and
 * their changes applied to an empty schema.
 */
public final class HistoryBenchmark {
  private static final int MIGRATIONS = 1000;
  private static final int TABLES = 300;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private HistoryBenchmark() {}

  /** What one fold took. */
  private record Pass(long nanos, long processorNanos, long bytes) {}

  /** How many passes beside the first, which finds a JVM that has just started. */
  public static void main(String[] args) throws Exception {
    if (args.length > 1 && !Boolean.parseBoolean(args[1])) {
      return; // Left out of this run.
    }
    int passes = 10 * (args.length == 0 ? 10 : Integer.parseInt(args[0]));
    List<LongHistory.Step> steps = LongHistory.of(MIGRATIONS, TABLES);
    List<String> records = steps.stream().map(HistoryBenchmark::record).toList();
    List<Pass> measured = new ArrayList<>();
    for (int i = 0; i <= passes; i++) {
      measured.add(pass(steps, records));
    }
    Page.write(section(records, measured));
  }

  /** The text of a {@code V….json}, but for checksums. */
  private static String record(LongHistory.Step step) {
    return Json.object()
        .put("after", Json.array(step.after().stream().map(Json::of).toList()))
        .put(
            "changes", Json.array(step.changes().stream().map(ChangeJson::write).toList()))
        .build()
        .pretty();
  }

  private static Pass pass(List<LongHistory.Step> steps, List<String> records) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long processor = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    List<History.Entry> entries = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      Json record = Json.parse(records.get(i));
      List<Change> changes =
          record.get("changes").list().stream().map(ChangeJson::read).toList();
      List<String> after = record.get("after").list().stream().map(Json::text).toList();
      entries.add(new History.Entry(steps.get(i).version(), steps.get(i).name(), after, changes));
    }
    int tables = new History(entries).schema().tables().size();
    Pass pass = new Pass(
        System.nanoTime() - start,
        THREADS.getCurrentThreadCpuTime() - processor,
        THREADS.getCurrentThreadAllocatedBytes() - bytes);
    if (tables != TABLES) {
      throw new IllegalStateException("The fold has " + tables + " tables.");
    }
    return pass;
  }

  private static String section(List<String> records, List<Pass> measured) {
    Pass first = measured.get(0);
    List<Pass> later = measured.subList(1, measured.size());
    long size = records.stream()
        .mapToLong(record -> record.getBytes(StandardCharsets.UTF_8).length)
        .sum();
    return """
        ## Histories

        1,000 migrations of a model of 300 tables: 300 make a table, the others add columns and indexes, rename, widen and drop. Each compilation parses their records and folds them into the schema of today. JDK %d, %d processors, which other work shares.

        | | time | of which a processor was there (limit 500 ms) | allocated |
        | --- | --- | --- | --- |
        | fold, first in a new JVM | %s ms | **%s ms** | %s MB |
        | fold, median of %d after it | %s ms | **%s ms** | %s MB |

        The records have %s MB; with the scripts and the undo scripts it is less than 5 MB, which a test of the quick suite counts, as it does what a fold allocates.
        """.formatted(
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            millis(first.nanos()),
            millis(first.processorNanos()),
            megabytes(first.bytes()),
            later.size(),
            millis(median(later.stream().map(Pass::nanos).toList())),
            millis(median(later.stream().map(Pass::processorNanos).toList())),
            megabytes(median(later.stream().map(Pass::bytes).toList())),
            megabytes(size));
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%,d", Math.round(nanos / 1e6));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }
}
