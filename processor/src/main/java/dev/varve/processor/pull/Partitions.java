package dev.varve.processor.pull;

import dev.varve.runtime.schema.PartitionBounds;
import dev.varve.runtime.schema.Partitioning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The partitions that a record says; what one has of its own, SQL says beside the record. A table
 * with one that is more than that is left to SQL, with all its partitions.
 */
final class Partitions {
  /** What a column of a partition has as its table has it; the rest SQL says beside the record. */
  private static final List<String> OF_COLUMN =
      List.of("type", "generated", "identity", "collation", "collation_schema", "storage");

  /** Why a table that records could say stays with the scripts that made it. */
  static final String KEPT = "a script made it";

  private final Snapshot snapshot;
  private final Map<Long, List<Row>> parts = new HashMap<>();
  private final Set<String> kept;
  private final Map<Long, String> faults = new HashMap<>();

  private final Map<Long, Row> relations = new HashMap<>();
  private final Map<Long, Map<String, Row>> columns = new HashMap<>();

  /** What has something of its own, by the words for that. */
  private final Map<Long, String> extras = new HashMap<>();

  private Partitions(Snapshot snapshot, Set<String> kept) {
    this.snapshot = snapshot;
    this.kept = kept;
  }

  /** @param kept the tables that scripts make, and go on to */
  static Partitions of(Snapshot snapshot, Set<String> kept) {
    Partitions partitions = new Partitions(snapshot, kept);
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
      if (row.text("kind").equals("p") && kept.contains(snapshot.name(row).quoted())) {
        faults.put(row.number("oid"), KEPT);
      } else if (row.text("kind").equals("p") && row.is("is_partition")) {
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

  /** What no statement gives to a partition alone, by the words for that. */
  private void readExtras() {
    for (Row row : snapshot.rows(Query.CONSTRAINTS)) {
      boolean notNull = row.text("kind").equals("n");
      if (notNull || !row.list("disabled").isEmpty()) {
        extra(row.number("relation"), "the constraint " + row.text("name"));
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

  /** What the table has and the partition has otherwise, no statement takes back. */
  private static boolean isSame(Row one, Row other) {
    return OF_COLUMN.stream().allMatch(part -> one.find(part).equals(other.find(part)))
        && isSameOrOwn("compression", one, other)
        && isSameOrOwn("value", one, other);
  }

  private static boolean isSameOrOwn(String part, Row one, Row other) {
    return one.find(part).equals(other.find(part))
        || other.find(part).isEmpty() && one.text("generated").isEmpty();
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
