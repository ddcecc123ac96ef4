package dev.varve.runtime.diff;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.Json.ObjectBuilder;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectJson;
import dev.varve.runtime.schema.OptionsJson;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.PartitionJson;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.SchemaJson;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TypeJson;
import java.util.List;
import java.util.Optional;

/** The JSON of each change. */
final class ChangeWriter implements Change.Visitor<ObjectBuilder> {

  private static ObjectBuilder change(String kind) {
    return Json.object().put("change", kind);
  }

  private static ObjectBuilder onTable(String kind, QualifiedName table) {
    return change(kind).put("table", SchemaJson.write(table));
  }

  private static ObjectBuilder onColumn(String kind, ColumnName column) {
    return onTable(kind, column.table()).put("column", column.column().value());
  }

  private static ObjectBuilder renamed(ObjectBuilder object, Name from, Name to) {
    return object.put("from", from.value()).put("to", to.value());
  }

  private static ObjectBuilder renamed(ObjectBuilder object, QualifiedName from, QualifiedName to) {
    return object.put("from", SchemaJson.write(from)).put("to", SchemaJson.write(to));
  }

  private static ObjectBuilder parkedAs(ObjectBuilder object, Optional<QualifiedName> parkedAs) {
    parkedAs.ifPresent(name -> object.put("parkedAs", SchemaJson.write(name)));
    return object;
  }

  private static ObjectBuilder columnParkedAs(ObjectBuilder object, Optional<Name> parkedAs) {
    return object.put("parkedAs", parkedAs.map(Name::value));
  }

  private static ObjectBuilder whole(String kind, Table table) {
    return change(kind).put("table", SchemaJson.write(table));
  }

  private static Json texts(List<String> values) {
    return Json.array(values.stream().map(Json::of).toList());
  }

  private static ObjectBuilder whole(String kind, EnumType type) {
    return change(kind).put("enum", SchemaJson.write(type));
  }

  @Override
  public ObjectBuilder tableAdded(Change.TableAdded change) {
    return parkedAs(whole("table added", change.table()), change.parkedAs());
  }

  @Override
  public ObjectBuilder tableRemoved(Change.TableRemoved change) {
    return parkedAs(whole("table removed", change.table()), change.parkedAs());
  }

  @Override
  public ObjectBuilder tableRenamed(Change.TableRenamed change) {
    return renamed(change("table renamed"), change.from(), change.to());
  }

  @Override
  public ObjectBuilder tableMoved(Change.TableMoved change) {
    return onTable("table moved", change.table()).put("from", change.from()).put("to", change.to());
  }

  @Override
  public ObjectBuilder columnAdded(Change.ColumnAdded change) {
    return columnParkedAs(
        onTable("column added", change.table()).put("column", SchemaJson.write(change.column())),
        change.parkedAs());
  }

  @Override
  public ObjectBuilder columnRemoved(Change.ColumnRemoved change) {
    return columnParkedAs(
        onTable("column removed", change.table()).put("column", SchemaJson.write(change.column())),
        change.parkedAs());
  }

  @Override
  public ObjectBuilder columnRenamed(Change.ColumnRenamed change) {
    return renamed(onTable("column renamed", change.table()), change.from(), change.to());
  }

  @Override
  public ObjectBuilder columnTypeChanged(Change.ColumnTypeChanged change) {
    return onColumn("column type changed", change.column())
        .put("from", TypeJson.write(change.from()))
        .put("to", TypeJson.write(change.to()))
        .put("using", change.using())
        .put("back", change.back());
  }

  @Override
  public ObjectBuilder columnNullabilityChanged(Change.ColumnNullabilityChanged change) {
    return onColumn("column nullability changed", change.column())
        .put("nullable", change.nullable())
        .put("backfill", change.backfill());
  }

  @Override
  public ObjectBuilder columnDefaultChanged(Change.ColumnDefaultChanged change) {
    return onColumn("column default changed", change.column())
        .put("from", SchemaJson.write(change.from()))
        .put("to", SchemaJson.write(change.to()));
  }

  @Override
  public ObjectBuilder columnValuesRenamed(Change.ColumnValuesRenamed change) {
    ObjectBuilder values = Json.object();
    change.values().forEach((old, now) -> values.put(old, now));
    return onColumn("column values renamed", change.column()).put("values", values.build());
  }

  @Override
  public ObjectBuilder columnOptionsChanged(Change.ColumnOptionsChanged change) {
    return onColumn("column options changed", change.column())
        .put("from", OptionsJson.write(change.from()))
        .put("to", OptionsJson.write(change.to()));
  }

  @Override
  public ObjectBuilder tableOptionsChanged(Change.TableOptionsChanged change) {
    return onTable("table options changed", change.table())
        .put("from", OptionsJson.write(change.from()))
        .put("to", OptionsJson.write(change.to()));
  }

  @Override
  public ObjectBuilder partitionAdded(Change.PartitionAdded change) {
    return columnParkedAs(
        onTable("partition added", change.table())
            .put("partition", PartitionJson.write(change.partition())),
        change.parkedAs());
  }

  @Override
  public ObjectBuilder partitionRemoved(Change.PartitionRemoved change) {
    return columnParkedAs(
        onTable("partition removed", change.table())
            .put("partition", PartitionJson.write(change.partition())),
        change.parkedAs());
  }

  @Override
  public ObjectBuilder partitionRenamed(Change.PartitionRenamed change) {
    return renamed(onTable("partition renamed", change.table()), change.from(), change.to());
  }

  @Override
  public ObjectBuilder partitionsRebound(Change.PartitionsRebound change) {
    return onTable("partitions rebound", change.table())
        .put("from", partitions(change.from()))
        .put("to", partitions(change.to()));
  }

  private static Json partitions(List<Partition> partitions) {
    return Json.array(partitions.stream().map(PartitionJson::write).toList());
  }

  @Override
  public ObjectBuilder constraintAdded(Change.ConstraintAdded change) {
    return onTable("constraint added", change.table())
        .put("constraint", SchemaJson.write(change.constraint()));
  }

  @Override
  public ObjectBuilder constraintRemoved(Change.ConstraintRemoved change) {
    return onTable("constraint removed", change.table())
        .put("constraint", SchemaJson.write(change.constraint()));
  }

  @Override
  public ObjectBuilder constraintRenamed(Change.ConstraintRenamed change) {
    return renamed(onTable("constraint renamed", change.table()), change.from(), change.to());
  }

  @Override
  public ObjectBuilder indexAdded(Change.IndexAdded change) {
    return onTable("index added", change.table()).put("index", SchemaJson.write(change.index()));
  }

  @Override
  public ObjectBuilder indexRemoved(Change.IndexRemoved change) {
    return onTable("index removed", change.table()).put("index", SchemaJson.write(change.index()));
  }

  @Override
  public ObjectBuilder indexRenamed(Change.IndexRenamed change) {
    return renamed(onTable("index renamed", change.table()), change.from(), change.to());
  }

  @Override
  public ObjectBuilder enumAdded(Change.EnumAdded change) {
    return parkedAs(whole("enum added", change.type()), change.parkedAs());
  }

  @Override
  public ObjectBuilder enumRemoved(Change.EnumRemoved change) {
    return parkedAs(whole("enum removed", change.type()), change.parkedAs());
  }

  @Override
  public ObjectBuilder enumMoved(Change.EnumMoved change) {
    return change("enum moved")
        .put("enum", SchemaJson.write(change.type()))
        .put("from", change.from())
        .put("to", change.to());
  }

  @Override
  public ObjectBuilder enumRenamed(Change.EnumRenamed change) {
    return change("enum renamed")
        .put("from", SchemaJson.write(change.from()))
        .put("to", SchemaJson.write(change.to()));
  }

  @Override
  public ObjectBuilder enumValueRenamed(Change.EnumValueRenamed change) {
    return change("enum value renamed")
        .put("enum", SchemaJson.write(change.type()))
        .put("from", change.from())
        .put("to", change.to());
  }

  @Override
  public ObjectBuilder enumReordered(Change.EnumReordered change) {
    return change("enum reordered")
        .put("enum", SchemaJson.write(change.type()))
        .put("from", texts(change.from()))
        .put("to", texts(change.to()));
  }

  @Override
  public ObjectBuilder enumValueAdded(Change.EnumValueAdded change) {
    return change("enum value added")
        .put("enum", SchemaJson.write(change.type()))
        .put("value", change.value())
        .put("before", change.before());
  }

  @Override
  public ObjectBuilder enumValueRemoved(Change.EnumValueRemoved change) {
    return change("enum value removed")
        .put("enum", SchemaJson.write(change.type()))
        .put("value", change.value())
        .put("before", change.before());
  }

  @Override
  public ObjectBuilder objectAdded(Change.ObjectAdded change) {
    return change("object added").put("object", ObjectJson.write(change.object()));
  }

  @Override
  public ObjectBuilder objectRemoved(Change.ObjectRemoved change) {
    return change("object removed").put("object", ObjectJson.write(change.object()));
  }

  @Override
  public ObjectBuilder objectChanged(Change.ObjectChanged change) {
    return change("object changed")
        .put("from", ObjectJson.write(change.from()))
        .put("to", ObjectJson.write(change.to()));
  }

  @Override
  public ObjectBuilder objectRenamed(Change.ObjectRenamed change) {
    return renamed(
        change("object renamed").put("kind", change.kind().words()), change.from(), change.to());
  }

  @Override
  public ObjectBuilder attributeRenamed(Change.AttributeRenamed change) {
    return renamed(
        change("attribute renamed").put("type", SchemaJson.write(change.type())),
        change.from(),
        change.to());
  }

  @Override
  public ObjectBuilder parkedPurged(Change.ParkedPurged change) {
    return onTable("parked purged", change.table())
        .put("target", change.target())
        .put("column", change.column().map(Name::value));
  }
}
