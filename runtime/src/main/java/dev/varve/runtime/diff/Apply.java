package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectComment;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schema after one change, by the same rules by which PostgreSQL applies it. */
final class Apply implements Change.Visitor<Schema> {
  private final Schema schema;

  Apply(Schema schema) {
    this.schema = schema;
  }

  @Override
  public Schema tableAdded(Change.TableAdded change) {
    require(schema.table(change.table().name()).isEmpty(), change, "the table is there");
    return schema.withTable(change.table());
  }

  @Override
  public Schema tableRemoved(Change.TableRemoved change) {
    require(schema.table(change.table().name()).isPresent(), change, "the table is not there");
    requireNoReference(change, change.table().name(), key -> true);
    return schema.withoutTable(change.table().name());
  }

  @Override
  public Schema tableRenamed(Change.TableRenamed change) {
    require(schema.table(change.to()).isEmpty(), change, "the new name is taken");
    Schema renamed = onTable(change, change.from(), table -> table.withName(change.to()));
    return onReferences(renamed, change.from(), key -> key.withTarget(change.to()))
        .withObjects(object -> object.withTableRenamed(change.from(), change.to()));
  }

  @Override
  public Schema tableMoved(Change.TableMoved change) {
    return onTable(change, change.table(), table -> table.withType(change.to()));
  }

  @Override
  public Schema columnAdded(Change.ColumnAdded change) {
    return onTable(change, change.table(), table -> {
      require(table.column(change.column().name()).isEmpty(), change, "the column is there");
      return table.withColumns(append(table.columns(), change.column()));
    });
  }

  @Override
  public Schema columnRemoved(Change.ColumnRemoved change) {
    Name name = change.column().name();
    requireNoReference(change, change.table(), key -> key.targetColumns().contains(name));
    return onTable(change, change.table(), table -> {
      require(table.column(name).isPresent(), change, "the column is not there");
      requireNotUsed(change, table, name);
      return table.withColumns(without(table.columns(), c -> c.name().equals(name)));
    });
  }

  @Override
  public Schema columnRenamed(Change.ColumnRenamed change) {
    Schema renamed = onTable(change, change.table(), table -> {
      require(table.column(change.from()).isPresent(), change, "the column is not there");
      require(table.column(change.to()).isEmpty(), change, "the new name is taken");
      return renamed(table, change);
    });
    return onReferences(
            renamed, change.table(), key -> key.withTargetColumnRenamed(change.from(), change.to()))
        .withObjects(
            object -> object.withColumnRenamed(change.table(), change.from(), change.to()));
  }

  private static Table renamed(Table table, Change.ColumnRenamed change) {
    return new Table(
        table.name(),
        table.type(),
        map(table.columns(), c -> c.withColumnRenamed(change.from(), change.to())),
        map(table.constraints(), c -> c.withColumnRenamed(change.from(), change.to())),
        map(table.indexes(), i -> i.withColumnRenamed(change.from(), change.to())),
        table.options(),
        table.partitioning().map(p -> p.withColumnRenamed(change.from(), change.to())));
  }

  @Override
  public Schema columnTypeChanged(Change.ColumnTypeChanged change) {
    schema
        .table(change.column().table())
        .ifPresent(table -> requireNotUsed(change, table, change.column().column()));
    return onColumn(change, change.column(), column -> column.withType(change.to()));
  }

  @Override
  public Schema columnNullabilityChanged(Change.ColumnNullabilityChanged change) {
    return onColumn(change, change.column(), column -> column.withNullable(change.nullable()));
  }

  @Override
  public Schema columnDefaultChanged(Change.ColumnDefaultChanged change) {
    return onColumn(change, change.column(), column -> column.withDefault(change.to()));
  }

  @Override
  public Schema columnValuesRenamed(Change.ColumnValuesRenamed change) {
    return onColumn(change, change.column(), column -> column);
  }

  @Override
  public Schema columnOptionsChanged(Change.ColumnOptionsChanged change) {
    return onColumn(change, change.column(), column -> column.withOptions(change.to()));
  }

  @Override
  public Schema tableOptionsChanged(Change.TableOptionsChanged change) {
    return onTable(change, change.table(), table -> table.withOptions(change.to()));
  }

  /** PostgreSQL lets no column change or go from which another one is computed. */
  private static void requireNotUsed(Change change, Table table, Name column) {
    require(
        table.columns().stream()
            .noneMatch(c -> !c.name().equals(column) && c.isGeneratedFrom(column)),
        change,
        "another column is computed from it");
  }

  @Override
  public Schema partitionAdded(Change.PartitionAdded change) {
    return onPartitions(change, change.table(), partitions -> {
      require(
          partitions.stream().noneMatch(p -> p.name().equals(change.partition().name())),
          change,
          "the partition is there");
      return append(partitions, change.partition());
    });
  }

  @Override
  public Schema partitionRemoved(Change.PartitionRemoved change) {
    Name name = change.partition().name();
    return onPartitions(change, change.table(), partitions -> {
      require(
          partitions.stream().anyMatch(p -> p.name().equals(name)),
          change,
          "the partition is not there");
      return without(partitions, p -> p.name().equals(name));
    });
  }

  @Override
  public Schema partitionRenamed(Change.PartitionRenamed change) {
    return onPartitions(change, change.table(), partitions -> {
      require(
          partitions.stream().anyMatch(p -> p.name().equals(change.from())),
          change,
          "the partition is not there");
      return map(partitions, p -> p.name().equals(change.from()) ? p.withName(change.to()) : p);
    });
  }

  @Override
  public Schema partitionsRebound(Change.PartitionsRebound change) {
    return onPartitions(change, change.table(), partitions -> {
      require(partitions.containsAll(change.from()), change, "the bounds are others");
      List<Partition> others = without(partitions, change.from()::contains);
      return Stream.concat(others.stream(), change.to().stream()).toList();
    });
  }

  private Schema onPartitions(
      Change change, QualifiedName name, UnaryOperator<List<Partition>> operator) {
    return onTable(change, name, table -> {
      require(table.partitioning().isPresent(), change, "the table is not partitioned");
      return table.withPartitioning(
          table.partitioning().map(p -> p.withPartitions(operator.apply(p.partitions()))));
    });
  }

  @Override
  public Schema constraintAdded(Change.ConstraintAdded change) {
    Name name = change.constraint().name();
    return onTable(change, change.table(), table -> {
      require(table.constraint(name).isEmpty(), change, "the constraint is there");
      return table.withConstraints(append(table.constraints(), change.constraint()));
    });
  }

  @Override
  public Schema constraintRemoved(Change.ConstraintRemoved change) {
    Name name = change.constraint().name();
    return onTable(change, change.table(), table -> {
      require(table.constraint(name).isPresent(), change, "the constraint is not there");
      return table.withConstraints(without(table.constraints(), c -> c.name().equals(name)));
    });
  }

  @Override
  public Schema constraintRenamed(Change.ConstraintRenamed change) {
    return onTable(change, change.table(), table -> {
          require(
              table.constraint(change.from()).isPresent(), change, "the constraint is not there");
          require(table.constraint(change.to()).isEmpty(), change, "the new name is taken");
          return table.withConstraints(map(
              table.constraints(),
              c -> c.name().equals(change.from()) ? c.withName(change.to()) : c));
        })
        .withObjects(object -> partRenamed(object, change.table(), change.from(), change.to()));
  }

  private static SchemaObject partRenamed(
      SchemaObject object, QualifiedName table, Name from, Name to) {
    return object instanceof ObjectComment comment
        ? comment.withPartRenamed(table, from, to)
        : object;
  }

  @Override
  public Schema indexAdded(Change.IndexAdded change) {
    Name name = change.index().name();
    return onTable(change, change.table(), table -> {
      require(table.index(name).isEmpty(), change, "the index is there");
      return table.withIndexes(append(table.indexes(), change.index()));
    });
  }

  @Override
  public Schema indexRemoved(Change.IndexRemoved change) {
    Name name = change.index().name();
    return onTable(change, change.table(), table -> {
      require(table.index(name).isPresent(), change, "the index is not there");
      return table.withIndexes(without(table.indexes(), i -> i.name().equals(name)));
    });
  }

  @Override
  public Schema indexRenamed(Change.IndexRenamed change) {
    return onTable(change, change.table(), table -> {
          require(table.index(change.from()).isPresent(), change, "the index is not there");
          require(table.index(change.to()).isEmpty(), change, "the new name is taken");
          return table.withIndexes(map(
              table.indexes(),
              (Index i) -> i.name().equals(change.from()) ? i.withName(change.to()) : i));
        })
        .withObjects(object -> partRenamed(object, change.table(), change.from(), change.to()));
  }

  @Override
  public Schema enumAdded(Change.EnumAdded change) {
    require(schema.enumType(change.type().name()).isEmpty(), change, "the enum is there");
    return schema.withEnum(change.type());
  }

  @Override
  public Schema enumRemoved(Change.EnumRemoved change) {
    QualifiedName name = change.type().name();
    require(schema.enumType(name).isPresent(), change, "the enum is not there");
    require(
        schema.tables().stream()
            .flatMap(table -> table.columns().stream())
            .noneMatch(column -> column.type().holds(name)),
        change,
        "a column has it");
    return schema.withoutEnum(name);
  }

  @Override
  public Schema enumMoved(Change.EnumMoved change) {
    return onEnum(change, change.type(), type -> type.withType(change.to()));
  }

  @Override
  public Schema enumRenamed(Change.EnumRenamed change) {
    Optional<EnumType> type = schema.enumType(change.from());
    require(type.isPresent(), change, "the enum is not there");
    require(schema.enumType(change.to()).isEmpty(), change, "the new name is taken");
    return schema
        .withoutEnum(change.from())
        .withEnum(type.orElseThrow().withName(change.to()))
        .withTables(table -> table.withColumns(map(
            table.columns(),
            c -> c.withType(c.type().withEnumRenamed(change.from(), change.to())))));
  }

  @Override
  public Schema enumValueRenamed(Change.EnumValueRenamed change) {
    return onEnum(change, change.type(), type -> {
      require(type.values().contains(change.from()), change, "the value is not there");
      require(!type.values().contains(change.to()), change, "the new name is taken");
      return type.withValues(
          map(type.values(), value -> value.equals(change.from()) ? change.to() : value));
    });
  }

  @Override
  public Schema enumReordered(Change.EnumReordered change) {
    return onEnum(change, change.type(), type -> {
      require(type.values().equals(change.from()), change, "the values are others");
      require(
          change.from().stream()
              .sorted()
              .toList()
              .equals(change.to().stream().sorted().toList()),
          change,
          "it changes more than the order");
      return type.withValues(change.to());
    });
  }

  @Override
  public Schema enumValueAdded(Change.EnumValueAdded change) {
    return onEnum(change, change.type(), type -> {
      require(!type.values().contains(change.value()), change, "the value is there");
      require(
          change.before().map(type.values()::contains).orElse(true),
          change,
          "the value that it precedes is not there");
      return type.with(change.value(), change.before());
    });
  }

  @Override
  public Schema enumValueRemoved(Change.EnumValueRemoved change) {
    return onEnum(change, change.type(), type -> {
      require(type.values().contains(change.value()), change, "the value is not there");
      return type.without(change.value());
    });
  }

  /** A foreign key of another table holds what it references. */
  private void requireNoReference(
      Change change, QualifiedName target, Predicate<Constraint.ForeignKey> which) {
    for (Table table : schema.referencing(target)) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        require(
            !key.target().equals(target) || table.name().equals(target) || !which.test(key),
            change,
            table.name() + "." + key.name() + " references it");
      }
    }
  }

  @Override
  public Schema objectAdded(Change.ObjectAdded change) {
    require(schema.object(change.object().id()).isEmpty(), change, "the object is there");
    return schema.withObject(change.object());
  }

  @Override
  public Schema objectRemoved(Change.ObjectRemoved change) {
    ObjectId id = change.object().id();
    require(schema.object(id).isPresent(), change, "the object is not there");
    return schema.withoutObject(id);
  }

  @Override
  public Schema objectChanged(Change.ObjectChanged change) {
    ObjectId id = change.from().id();
    require(schema.object(id).isPresent(), change, "the object is not there");
    return schema.withoutObject(id).withObject(change.to());
  }

  @Override
  public Schema objectRenamed(Change.ObjectRenamed change) {
    Optional<SchemaObject> renamed = schema
        .named(change.kind(), change.from())
        .flatMap(old -> old instanceof Renameable named
            ? Optional.of(named.withName(change.to()))
            : Optional.empty());
    require(renamed.isPresent(), change, "the object is not there");
    require(schema.named(change.kind(), change.to()).isEmpty(), change, "the new name is taken");
    ObjectId old = schema.named(change.kind(), change.from()).orElseThrow().id();
    UnaryOperator<Table> retyped = table -> table.withColumns(map(
        table.columns(),
        column -> column.withType(column.type().withNameChanged(change.from(), change.to()))));
    return (change.kind().isType() ? schema.withTables(retyped) : schema)
        .withoutObject(old)
        .withObject(renamed.orElseThrow())
        .withObjects(object -> object.withObjectRenamed(change.kind(), change.from(), change.to()));
  }

  @Override
  public Schema attributeRenamed(Change.AttributeRenamed change) {
    Optional<CompositeType> found =
        schema.named(ObjectKind.COMPOSITE_TYPE, change.type()).map(CompositeType.class::cast);
    require(found.isPresent(), change, "there is no composite type " + change.type());
    CompositeType type = found.orElseThrow();
    require(type.attribute(change.from()).isPresent(), change, "the attribute is not there");
    require(type.attribute(change.to()).isEmpty(), change, "the new name is taken");
    return schema
        .withTables(table -> renamed(table, change))
        .withoutObject(type.id())
        .withObject(type.withAttributeRenamed(change.from(), change.to()));
  }

  /** The columns that hold one value of a composite type. */
  static Set<Name> columns(Table table, QualifiedName type) {
    return table.columns().stream()
        .filter(column ->
            column.type() instanceof ColumnType.Named named && named.name().equals(type))
        .map(Column::name)
        .collect(Collectors.toSet());
  }

  private static Table renamed(Table table, Change.AttributeRenamed change) {
    Set<Name> columns = columns(table, change.type());
    if (columns.isEmpty()) {
      return table;
    }
    UnaryOperator<String> operator =
        sql -> Expressions.withAttributeRenamed(sql, columns, change.from(), change.to());
    return table
        .withColumns(map(table.columns(), column -> column.withExpression(operator)))
        .withConstraints(map(table.constraints(), c -> c.withExpressions(operator)))
        .withIndexes(map(table.indexes(), index -> index.withExpressions(operator)))
        .withPartitioning(table.partitioning().map(p -> p.withExpressions(operator)));
  }

  @Override
  public Schema parkedPurged(Change.ParkedPurged change) {
    return schema;
  }

  private Schema onTable(Change change, QualifiedName name, UnaryOperator<Table> operator) {
    require(schema.table(name).isPresent(), change, "there is no table " + name);
    return schema.withTable(name, operator);
  }

  private Schema onColumn(Change change, ColumnName name, UnaryOperator<Column> operator) {
    require(schema.column(name).isPresent(), change, "there is no column " + name);
    return onTable(
        change,
        name.table(),
        table -> table.withColumns(
            map(table.columns(), c -> c.name().equals(name.column()) ? operator.apply(c) : c)));
  }

  private Schema onEnum(Change change, QualifiedName name, UnaryOperator<EnumType> operator) {
    Optional<EnumType> type = schema.enumType(name);
    require(type.isPresent(), change, "there is no enum " + name);
    return schema.withoutEnum(name).withEnum(operator.apply(type.orElseThrow()));
  }

  private static Schema onReferences(
      Schema schema, QualifiedName target, UnaryOperator<Constraint.ForeignKey> operator) {
    Schema result = schema;
    for (Table table : schema.referencing(target)) {
      List<Constraint> constraints = map(
          table.constraints(),
          (Constraint c) ->
              c instanceof Constraint.ForeignKey key && key.target().equals(target)
                  ? operator.apply(key)
                  : c);
      result = result.withTable(table.name(), t -> t.withConstraints(constraints));
    }
    return result;
  }

  private static <T> List<T> append(List<T> list, T element) {
    return Stream.concat(list.stream(), Stream.of(element)).toList();
  }

  private static <T> List<T> without(List<T> list, Predicate<T> which) {
    return list.stream().filter(which.negate()).toList();
  }

  private static <T> List<T> map(List<T> list, UnaryOperator<T> operator) {
    return list.stream().map(operator).toList();
  }

  private static void require(boolean condition, Change change, String reason) {
    if (!condition) {
      throw new InvalidChange(change, reason);
    }
  }
}
