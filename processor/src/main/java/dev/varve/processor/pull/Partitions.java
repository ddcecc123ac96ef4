package dev.varve.processor.pull;

import dev.varve.runtime.schema.PartitionBounds;
import dev.varve.runtime.schema.Partitioning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The partitions that a record says: those that have nothing of their own. A table with another one
 * is left to SQL, with all its partitions.
 */
final class Partitions {
  private static final List<String> OF_COLUMN = List.of(
      "type",
      "not_null",
      "value",
      "generated",
      "identity",
      "collation",
      "collation_schema",
      "storage",
      "compression",
      "statistics");

  private final Snapshot snapshot;
  private final Map<Long, List<Row>> parts = new HashMap<>();
  private final Map<Long, String> faults = new HashMap<>();

  private final Map<Long, Row> relations = new HashMap<>();
  private final Map<Long, Map<String, Row>> columns = new HashMap<>();

  /** What has something of its own, by the words for that. */
  private final Map<Long, String> extras = new HashMap<>();

  private Partitions(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  static Partitions of(Snapshot snapshot) {
    Partitions partitions = new Partitions(snapshot);
    partitions.read();
    return partitions;
  }

  /** Those of a table that a record can say, by name. */
  List<Row> of(Row table) {
    return parts.getOrDefault(table.number("oid"), List.of());
  }

  /** Why no record says how the table is divided. */
  Optional<String> fault(Row table) {
    return Optional.ofNullable(faults.get(table.number("oid")));
  }

  /** Whether the relation is a part of a table that a record may say. */
  boolean isPart(Row relation) {
    return relation.is("is_partition") && !faults.containsKey(relation.number("part_of"));
  }

  /** How the table is divided; the partitions are told for themselves. */
  static Optional<Partitioning> partitioning(Row table) {
    try {
      return table.find("partition_key").map(key -> Partitioning.parse(key, List.of()));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private void read() {
    snapshot.rows(Query.RELATIONS).forEach(row -> relations.put(row.number("oid"), row));
    snapshot
        .rows(Query.COLUMNS)
        .forEach(row -> columns
            .computeIfAbsent(row.number("relation"), oid -> new HashMap<>())
            .put(row.text("name"), row));
    readExtras();
    for (Row row : snapshot.rows(Query.RELATIONS)) {
      if (row.text("kind").equals("p") && row.is("is_partition")) {
        faults.put(row.number("oid"), "it is a partition itself");
      } else if (row.text("kind").equals("p") && partitioning(row).isEmpty()) {
        faults.put(
            row.number("oid"), "records have no word for its key " + row.text("partition_key"));
      }
    }
    for (Row row : snapshot.rows(Query.RELATIONS)) {
      if (row.is("is_partition")) {
        long parent = row.number("part_of");
        fault(row, Optional.ofNullable(relations.get(parent)))
            .ifPresentOrElse(
                fault ->
                    faults.putIfAbsent(parent, "its partition " + row.text("name") + " " + fault),
                () -> parts.computeIfAbsent(parent, oid -> new ArrayList<>()).add(row));
      }
    }
    parts.values().forEach(rows -> rows.sort(Comparator.comparing(row -> row.text("name"))));
  }

  private void readExtras() {
    for (Row row : snapshot.rows(Query.CONSTRAINTS)) {
      boolean copied = row.is("is_inherited") || row.number("parent") != 0;
      boolean notNull = row.text("kind").equals("n");
      if (!copied && !notNull || !row.is("is_valid") || !row.list("disabled").isEmpty()) {
        extra(row.number("relation"), "the constraint " + row.text("name"));
      }
    }
    for (Row row : snapshot.rows(Query.INDEXES)) {
      if (row.number("parent") == 0 && row.find("of_constraint").isEmpty()) {
        extra(row.number("relation"), "the index " + row.text("name"));
      }
    }
    for (Row row : snapshot.rows(Query.ATTACHED)) {
      if (!row.text("class").equals("pg_trigger") || !row.is("is_inherited")) {
        extra(row.number("relation"), "the object " + row.text("name"));
      }
    }
    for (Query query : Set.of(Query.COMMENTS, Query.GRANTS)) {
      for (Row row : snapshot.rows(query)) {
        if (row.text("class").equals("pg_class")) {
          extra(row.number("oid"), query == Query.GRANTS ? "privileges" : "a comment");
        }
      }
    }
    for (Row row : snapshot.rows(Query.RELATIONS)) {
      if (row.find("owner").isPresent()) {
        extra(row.number("owner"), "the sequence " + row.text("name"));
      }
    }
  }

  private void extra(long relation, String what) {
    extras.putIfAbsent(relation, what);
  }

  private Optional<String> fault(Row row, Optional<Row> whole) {
    String schema = row.text("schema");
    if (whole.filter(table -> table.text("schema").equals(schema)).isEmpty()) {
      return Optional.of("is in another schema");
    }
    Row table = whole.get();
    if (!row.text("kind").equals("r")) {
      return Optional.of("is a " + Relations.words(row));
    }
    boolean plain = row.list("parameters").isEmpty()
        && row.find("tablespace").isEmpty()
        && !row.is("is_unlogged")
        && !row.is("has_row_security")
        && row.text("identity").equals("d")
        && row.text("method").equals("heap");
    if (!plain) {
      return Optional.of("has options of its own");
    }
    Optional<String> extra = Optional.ofNullable(extras.get(row.number("oid")));
    if (extra.isPresent()) {
      return Optional.of("has " + extra.get() + " for itself");
    }
    Map<String, Row> own = columns.getOrDefault(row.number("oid"), Map.of());
    Map<String, Row> others = columns.getOrDefault(table.number("oid"), Map.of());
    for (Map.Entry<String, Row> column : own.entrySet()) {
      Row other = others.get(column.getKey());
      if (other == null || !isSame(column.getValue(), other)) {
        return Optional.of("has another " + column.getKey());
      }
    }
    return isBound(row) ? Optional.empty() : Optional.of("has bounds that no record can say");
  }

  private static boolean isSame(Row one, Row other) {
    return OF_COLUMN.stream().allMatch(part -> one.find(part).equals(other.find(part)))
        && new HashSet<>(one.list("options")).equals(new HashSet<>(other.list("options")));
  }

  private static boolean isBound(Row row) {
    try {
      PartitionBounds.parse(row.text("bound"));
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  /** {@code @Partitioned} of a record, and its partitions. */
  static List<Annotation> annotations(Thing table, Things things, JavaSource source) {
    Optional<Partitioning> partitioning = partitioning(table.row());
    if (partitioning.isEmpty()) {
      return List.of();
    }
    List<Annotation> annotations = new ArrayList<>();
    String type = Components.OURS + "Partitioned";
    annotations.add(new Annotation(source.use(type), table.key())
        .with("by", source.member(type, "By") + "." + partitioning.get().method())
        .texts("on", partitioning.get().keys().stream().map(Keys::key).toList()));
    for (Row row : things.partitions(table)) {
      annotations.add(partition(
          row,
          new Annotation(source.use(Components.OURS + "Partition"), table.key())
              .text("name", row.text("name"))));
    }
    return annotations;
  }

  private static Annotation partition(Row row, Annotation annotation) {
    PartitionBounds bounds = PartitionBounds.parse(row.text("bound"));
    if (bounds instanceof PartitionBounds.Range range) {
      return annotation.texts("from", range.from()).texts("to", range.to());
    } else if (bounds instanceof PartitionBounds.In in) {
      return annotation.texts("in", in.values());
    } else if (bounds instanceof PartitionBounds.Hash hash) {
      annotation.with("modulus", Integer.toString(hash.modulus()));
      return hash.remainder() == 0
          ? annotation
          : annotation.with("remainder", Integer.toString(hash.remainder()));
    }
    return annotation.with("isDefault", "true");
  }
}
