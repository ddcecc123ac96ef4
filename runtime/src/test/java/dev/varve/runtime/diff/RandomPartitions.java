package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.PartitionBounds;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Partitioned tables, and random edits of their partitions. */
final class RandomPartitions {
  private final Random random;
  private final RandomColumns columns;

  RandomPartitions(long seed) {
    this.random = new Random(seed * 31 + 7);
    this.columns = new RandomColumns(random);
  }

  boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  /** With one more table, whose rows are divided by a number or a text. */
  Schema withTable(Schema schema) {
    Column key = new Column(
        name(schema),
        random.nextBoolean() ? ColumnType.Scalar.INTEGER : ColumnType.Scalar.TEXT,
        false,
        new Default.None());
    List<Column> all = new ArrayList<>(List.of(
        new Column(name(schema), ColumnType.Scalar.BIGINT, false, new Default.None()), key));
    List<EnumType> enums = schema.enums();
    for (int i = random.nextInt(3); i > 0; i--) {
      all.add(columns.column(name(schema), enums));
    }
    boolean whole = key.type() == ColumnType.Scalar.INTEGER;
    Partitioning.Method method = Partitioning.Method.values()[random.nextInt(3)];
    boolean expression = random.nextInt(4) == 0 && !whole;
    IndexKey by =
        expression ? IndexKey.parse("lower(" + key.name().quoted() + ")") : IndexKey.of(key.name());
    List<Partition> partitions = new ArrayList<>();
    for (PartitionBounds bounds : bounds(method, whole)) {
      partitions.add(new Partition(name(schema), bounds));
    }
    if (random.nextInt(3) == 0) {
      partitions.remove(partitions.size() - 1);
    }
    Table table = new Table(
        QualifiedName.of(name(schema)),
        "org.example.Parted" + random.nextInt(100),
        all,
        expression
            ? List.of()
            : List.of(
                new Constraint.PrimaryKey(name(schema), List.of(all.get(0).name(), key.name()))),
        random.nextBoolean()
            ? List.of()
            : List.of(new Index(
                name(schema), List.of(key.name()), random.nextBoolean(), Optional.empty())),
        TableOptions.NONE,
        Optional.of(new Partitioning(method, List.of(by), partitions)));
    return sound(schema.withTable(table));
  }

  private static List<PartitionBounds> bounds(Partitioning.Method method, boolean whole) {
    return switch (method) {
      case RANGE ->
        List.of(
            range("MINVALUE", whole ? "3" : "'v3'"),
            range(whole ? "3" : "'v3'", whole ? "6" : "'v6'"),
            range(whole ? "6" : "'v6'", "MAXVALUE"));
      case LIST ->
        List.of(
            new PartitionBounds.In(List.of(whole ? "1" : "'v1'", whole ? "2" : "'v2'")),
            new PartitionBounds.In(List.of(whole ? "3" : "'v3'")),
            new PartitionBounds.Rest());
      case HASH -> List.of(new PartitionBounds.Hash(2, 0), new PartitionBounds.Hash(2, 1));
    };
  }

  private static PartitionBounds range(String from, String to) {
    return new PartitionBounds.Range(List.of(from), List.of(to));
  }

  /** One partition goes, comes, gets another name or other bounds. */
  Schema edit(Schema schema, Tracks tracks) {
    Schema result = schema;
    for (Table table : schema.tables()) {
      if (table.partitions().isEmpty() || random.nextInt(10) == 0) {
        continue;
      }
      Partition any = table.partitions().get(random.nextInt(table.partitions().size()));
      Optional<Partition> movable =
          table.partitions().stream().filter(p -> other(p).isPresent()).findFirst();
      Optional<PartitionBounds> free = free(table);
      switch (random.nextInt(10)) {
        case 0, 1 -> {
          result = new Change.PartitionRemoved(table.name(), any, Optional.empty()).apply(result);
          tracks.partitionDropped(table.name(), any.name());
        }
        case 2 -> {
          Name now = name(result);
          result = new Change.PartitionRenamed(table.name(), any.name(), now).apply(result);
          tracks.partitionRenamed(table.name(), any.name(), now);
        }
        case 3, 4, 5, 6 -> {
          if (movable.isPresent()) {
            Partition old = movable.get();
            result = new Change.PartitionsRebound(
                    table.name(),
                    List.of(old),
                    List.of(old.withBounds(other(old).orElseThrow())))
                .apply(result);
          }
        }
        default -> {
          if (free.isPresent()) {
            result = new Change.PartitionAdded(
                    table.name(), new Partition(name(result), free.get()), Optional.empty())
                .apply(result);
          }
        }
      }
    }
    return result;
  }

  /** Fewer rows than before, or a value more. */
  private static Optional<PartitionBounds> other(Partition partition) {
    boolean whole = !partition.bounds().sql().contains("'");
    if (partition.bounds() instanceof PartitionBounds.In in && in.values().size() < 4) {
      List<String> values = new ArrayList<>(in.values());
      values.add(whole ? "9" + in.values().get(0) : "'x" + in.values().get(0).substring(1));
      return Optional.of(new PartitionBounds.In(values));
    } else if (partition.bounds() instanceof PartitionBounds.Range range
        && range.to().equals(List.of("MAXVALUE"))) {
      return Optional.of(range(range.from().get(0), whole ? "8" : "'v8'"));
    }
    return Optional.empty();
  }

  private static Optional<PartitionBounds> free(Table table) {
    List<Partition> taken = table.partitions();
    boolean whole = taken.stream().noneMatch(p -> p.bounds().sql().contains("'"));
    boolean open = taken.stream()
        .anyMatch(p -> p.bounds() instanceof PartitionBounds.Range range
            && range.to().equals(List.of("MAXVALUE")));
    return switch (table.partitioning().orElseThrow().method()) {
      case RANGE ->
        open ? Optional.empty() : Optional.of(range(whole ? "20" : "'v90'", "MAXVALUE"));
      case LIST -> {
        PartitionBounds bounds = new PartitionBounds.In(List.of(whole ? "77" : "'v77'"));
        yield taken.stream().anyMatch(p -> p.bounds().equals(bounds))
            ? Optional.empty()
            : Optional.of(bounds);
      }
      case HASH -> {
        PartitionBounds bounds = new PartitionBounds.Hash(2, 1);
        yield taken.stream().anyMatch(p -> p.bounds().equals(bounds))
            ? Optional.empty()
            : Optional.of(bounds);
      }
    };
  }

  /** Whether a table is divided by the column, so that it stays what it is. */
  static boolean isKey(Schema schema, ColumnName column) {
    return schema
        .table(column.table())
        .flatMap(Table::partitioning)
        .filter(by -> by.mentions(column.column()))
        .isPresent();
  }

  /** Without what PostgreSQL refuses of partitioned tables. */
  static Schema sound(Schema schema) {
    Schema result = schema;
    for (Table table : schema.tables()) {
      if (table.partitioning().isEmpty()) {
        continue;
      }
      Partitioning by = table.partitioning().get();
      for (Constraint constraint : table.constraints()) {
        boolean key =
            constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
        if (constraint instanceof Constraint.Exclusion
            || (constraint instanceof Constraint.Check check && check.noInherit())
            || (key && (by.hasExpressions() || !constraint.columns().containsAll(by.columns())))) {
          result = Columns.withoutConstraint(result, table.name(), constraint);
        }
      }
      result = result.withTables(t -> t.name().equals(table.name()) ? soundParts(t, by) : t);
    }
    return result;
  }

  private static Table soundParts(Table table, Partitioning by) {
    return table
        .withOptions(TableOptions.NONE)
        .withColumns(table.columns().stream()
            // Before version 17 there is no way to add an identity.
            .map(column -> column.defaultValue() instanceof Default.Identity
                ? column.withDefault(new Default.None())
                : column)
            .toList())
        .withIndexes(Lists.without(
            table.indexes(),
            index -> index.unique()
                && (by.hasExpressions() || !index.columns().containsAll(by.columns()))));
  }

  private Name name(Schema schema) {
    while (true) {
      Name name = new Name("Part " + random.nextInt(1_000_000));
      if (schema.tables().stream().noneMatch(t -> t.partition(name).isPresent())) {
        return name;
      }
    }
  }
}
