package dev.varve.examples.benchmark.query;

import com.sun.management.ThreadMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.varve.runtime.json.Json;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All peers in one JVM, in slices one after another, in alternating order: the machine's speed may
 * change within minutes, so a slice is compared with that of JDBC in the same pass only. JDBC runs
 * twice in each pass; how far the two differ is what the measurement cannot tell apart.
 */
final class QuerySlices {
  static final String BASE = "JDBC";
  static final String CONTROL = "JDBC again";
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final HikariDataSource source;
  private final Work.Rows rows = Work.Rows.make();
  private final long sliceNanos;
  private final Map<String, Peer> peers;
  private Object seen = rows;

  private QuerySlices(String url, long sliceNanos, List<String> only) {
    this.source = pool(url);
    this.sliceNanos = sliceNanos;
    this.peers = new LinkedHashMap<>(Peers.of(source));
    peers
        .keySet()
        .removeIf(name ->
            !only.isEmpty() && !name.startsWith(BASE) && only.stream().noneMatch(name::startsWith));
  }

  /**
   * The URL, the file to write, milliseconds of a slice, seconds for each kind of work; then, if
   * only some are to run, the names of peers and kinds of work.
   */
  public static void main(String[] args) throws Exception {
    List<String> only = List.of(args).subList(4, args.length);
    QuerySlices slices = new QuerySlices(
        args[0],
        Long.parseLong(args[2]) * 1_000_000,
        only.stream().filter(name -> !isWork(name)).toList());
    Tables.create(slices.source, slices.rows);
    Json.ObjectBuilder result = Json.object();
    for (Work work : Work.values()) {
      if (only.stream().noneMatch(QuerySlices::isWork) || only.contains(work.name())) {
        result.put(work.name(), slices.measure(work, Long.parseLong(args[3]) * 1_000_000_000));
      }
    }
    Files.writeString(Path.of(args[1]), result.build().pretty());
    System.exit(0); // Some peers leave threads behind.
  }

  private static boolean isWork(String name) {
    return List.of(Work.values()).stream().anyMatch(work -> work.name().equals(name));
  }

  /** A third of the time is for warming up. */
  private Json measure(Work work, long nanos) throws Exception {
    Map<String, Peer> able = new LinkedHashMap<>();
    peers.forEach((name, peer) -> {
      if (Peers.does(peer, work)) {
        able.put(name, peer);
      }
    });
    Map<String, List<double[]>> measured = new LinkedHashMap<>();
    able.keySet().forEach(name -> measured.put(name, new ArrayList<>()));
    long start = System.nanoTime();
    int passes = 0;
    for (int pass = 0; System.nanoTime() - start < nanos || passes < 3; pass++) {
      boolean warm = System.nanoTime() - start > nanos / 3 && pass > 1;
      passes += warm ? 1 : 0;
      List<String> order = new ArrayList<>(able.keySet());
      if (pass % 2 != 0) {
        Collections.reverse(order);
      }
      for (String name : order) {
        double[] slice = slice(work, able.get(name));
        if (warm) {
          measured.get(name).add(slice);
        }
      }
    }
    Json.ObjectBuilder result = Json.object();
    measured.forEach((name, all) -> result.put(name, json(all)));
    System.err.println(work + ": " + passes + " passes");
    return result.build();
  }

  private static Json json(List<double[]> slices) {
    return Json.array(slices.stream()
        .map(slice -> Json.array(
            Arrays.stream(slice).mapToObj(value -> Json.of(Math.round(value))).toList()))
        .toList());
  }

  /** Of a call the nanoseconds, those that this thread had a processor, and the bytes. */
  private double[] slice(Work work, Peer peer) throws Exception {
    if (work.inserts()) {
      Tables.empty(source);
    }
    long thread = Thread.currentThread().getId();
    long bytes = THREADS.getThreadAllocatedBytes(thread);
    long cpu = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    int calls = 0;
    long now;
    do {
      seen = work.run(peer, rows, calls);
      calls++;
      now = System.nanoTime();
    } while (now - start < sliceNanos);
    double each = calls;
    return new double[] {
      (now - start) / each,
      (THREADS.getCurrentThreadCpuTime() - cpu) / each,
      (THREADS.getThreadAllocatedBytes(thread) - bytes) / each
    };
  }

  /** The same pool and driver settings for all; the batches of the peers need the rewriting. */
  private static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true");
    config.setMaximumPoolSize(2);
    return new HikariDataSource(config);
  }
}
