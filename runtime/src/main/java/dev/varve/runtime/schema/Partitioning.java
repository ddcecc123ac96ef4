package dev.varve.runtime.schema;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How a table is divided; it holds no rows itself.
 *
 * @param keys what tells the partition of a row; without an order
 * @param partitions sorted by name
 */
public record Partitioning(Method method, List<IndexKey> keys, List<Partition> partitions) {
  /** What the values of the keys are to a partition. */
  public enum Method {
    RANGE,
    LIST,
    HASH
  }

  public Partitioning {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("A partitioned table has a key");
    }
    keys = List.copyOf(keys);
    partitions =
        partitions.stream().sorted(Comparator.comparing(Partition::name)).toList();
    Set<Name> names = new HashSet<>();
    for (Partition partition : partitions) {
      if (!names.add(partition.name())) {
        throw new IllegalArgumentException("Partition " + partition.name() + " occurs twice");
      }
    }
  }

  /**
   * What stands behind {@code PARTITION BY}: {@code RANGE (at)}.
   *
   * @throws IllegalArgumentException if it is of another form
   */
  public static Partitioning parse(String key, List<Partition> partitions) {
    List<String> words = Expressions.words(key);
    return new Partitioning(
        Method.valueOf(words.get(0)),
        Expressions.group(words.get(1)).stream().map(IndexKey::parse).toList(),
        partitions);
  }

  /** The columns that are keys by themselves. */
  public List<Name> columns() {
    return keys.stream().flatMap(key -> key.column().stream()).toList();
  }

  public boolean hasExpressions() {
    return columns().size() < keys.size();
  }

  /** Whether a key is this column, or an expression over it. */
  public boolean mentions(Name column) {
    return keys.stream().anyMatch(key -> key.mentions(column));
  }

  public boolean hasRest() {
    return partitions.stream().anyMatch(Partition::isRest);
  }

  /** Whether rows go by the same keys; the partitions may be others. */
  public boolean isLike(Partitioning other) {
    return method == other.method && keys.equals(other.keys);
  }

  public Partitioning withPartitions(List<Partition> newPartitions) {
    return new Partitioning(method, keys, newPartitions);
  }

  /** With each partition replaced by what the operator makes of it. */
  public Partitioning withPartitions(UnaryOperator<Partition> operator) {
    return withPartitions(partitions.stream().map(operator).toList());
  }

  /** The same after a column of the table was renamed. */
  public Partitioning withColumnRenamed(Name from, Name to) {
    return new Partitioning(
        method, keys.stream().map(key -> key.withColumnRenamed(from, to)).toList(), partitions);
  }

  /** The same with what becomes of the expressions among the keys. */
  public Partitioning withExpressions(UnaryOperator<String> operator) {
    return new Partitioning(
        method, keys.stream().map(key -> key.withExpression(operator)).toList(), partitions);
  }

  /** Behind the columns of the table: {@code PARTITION BY RANGE (at)}. */
  public String sql() {
    return "PARTITION BY " + method + " "
        + keys.stream().map(IndexKey::sql).collect(Collectors.joining(", ", "(", ")"));
  }
}
