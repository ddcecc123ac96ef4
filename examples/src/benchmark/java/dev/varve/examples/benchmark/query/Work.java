package dev.varve.examples.benchmark.query;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What is measured. */
enum Work {
  FIND("one row by key", 1.05, 1.10) {
    @Override
    Object run(Peer peer, Rows rows, int call) throws Exception {
      return peer.find(1 + call * 7919L % Rows.STORED);
    }
  },
  LIST("1,000 rows", 1.05, 1.10) {
    @Override
    Object run(Peer peer, Rows rows, int call) throws Exception {
      return peer.list(1_000);
    }
  },
  STREAM("100,000 rows streamed", 1.05, 1.10) {
    @Override
    Object run(Peer peer, Rows rows, int call) throws Exception {
      return peer.stream();
    }
  },
  INSERT("insert one, returning its key", 1.05, 1.10) {
    @Override
    Object run(Peer peer, Rows rows, int call) throws Exception {
      return peer.insert(rows.thousand().get(call % 1_000));
    }
  },
  INSERT_ALL("insert 1,000", 0.80, 0) {
    @Override
    Object run(Peer peer, Rows rows, int call) throws Exception {
      peer.insertAll(rows.thousand());
      return rows;
    }
  },
  LOAD("load 100,000", 0.60, 0) {
    @Override
    Object run(Peer peer, Rows rows, int call) throws Exception {
      peer.load(rows.all());
      return rows;
    }
  },
  SEARCH("make a query with three conditions", 0, 0) {
    @Override
    Object run(Peer peer, Rows rows, int call) {
      return peer.search(Search.ALL);
    }
  };

  /** Rows to insert. */
  record Rows(List<Item> thousand, List<Item> all) {
    static final int STORED = 100_000;

    static Rows make() {
      List<Item> all = IntStream.rangeClosed(1, STORED).mapToObj(Rows::row).toList();
      return new Rows(all.subList(0, 1_000), all);
    }

    private static Item row(int i) {
      return new Item(
          0,
          "Item number " + i,
          "code-" + i % 977,
          i % 1_000,
          i * 1_000_003L,
          BigDecimal.valueOf(i * 37L, 2),
          i % 3 != 0,
          OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
              .plusSeconds(i * 61L)
              .plusNanos(i * 1_000L),
          new UUID(i * 0x9E3779B97F4A7C15L, i * 0xC2B2AE3D27D4EB4FL),
          new String[] {"tag" + i % 7, "tag" + i % 11},
          i % 2 == 0 ? null : "A note on item number " + i + ", in a few words.");
    }
  }

  private final String title;
  private final double limitOfTime;
  private final double limitOfBytes;

  /** Limits are ratios to JDBC; 0 is none. */
  Work(String title, double limitOfTime, double limitOfBytes) {
    this.title = title;
    this.limitOfTime = limitOfTime;
    this.limitOfBytes = limitOfBytes;
  }

  String title() {
    return title;
  }

  double limitOfTime() {
    return limitOfTime;
  }

  double limitOfBytes() {
    return limitOfBytes;
  }

  boolean inserts() {
    return this == INSERT || this == INSERT_ALL || this == LOAD;
  }

  abstract Object run(Peer peer, Rows rows, int call) throws Exception;
}
