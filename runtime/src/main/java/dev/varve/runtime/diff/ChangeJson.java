package dev.varve.runtime.diff;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectJson;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.OptionsJson;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.PartitionJson;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.SchemaJson;
import dev.varve.runtime.schema.TypeJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Change} as JSON, and back: an object whose {@code change} says which. */
public final class ChangeJson {
  private ChangeJson() {}

  public static Json write(Change change) {
    return change.accept(new ChangeWriter()).build();
  }

  /** Reads what {@link #write} wrote. */
  public static Change read(Json json) {
    String kind = json.get("change").text();
    return switch (kind) {
      case "table added" ->
        new Change.TableAdded(SchemaJson.table(json.get("table")), parkedAs(json));
      case "table removed" ->
        new Change.TableRemoved(SchemaJson.table(json.get("table")), parkedAs(json));
      case "table renamed" ->
        new Change.TableRenamed(qualified(json, "from"), qualified(json, "to"));
      case "table moved" ->
        new Change.TableMoved(qualified(json, "table"), text(json, "from"), text(json, "to"));
      case "column added" ->
        new Change.ColumnAdded(
            qualified(json, "table"), SchemaJson.column(json.get("column")), columnParkedAs(json));
      case "column removed" ->
        new Change.ColumnRemoved(
            qualified(json, "table"), SchemaJson.column(json.get("column")), columnParkedAs(json));
      case "column renamed" ->
        new Change.ColumnRenamed(qualified(json, "table"), name(json, "from"), name(json, "to"));
      case "column type changed" ->
        new Change.ColumnTypeChanged(
            column(json),
            TypeJson.type(json.get("from")),
            TypeJson.type(json.get("to")),
            optional(json, "using"),
            optional(json, "back"));
      case "column nullability changed" ->
        new Change.ColumnNullabilityChanged(
            column(json), json.get("nullable").bool(), optional(json, "backfill"));
      case "column default changed" ->
        new Change.ColumnDefaultChanged(
            column(json),
            SchemaJson.defaultValue(json.find("from").orElse(Json.NULL)),
            SchemaJson.defaultValue(json.find("to").orElse(Json.NULL)));
      case "column values renamed" -> new Change.ColumnValuesRenamed(column(json), values(json));
      case "column options changed" ->
        new Change.ColumnOptionsChanged(
            column(json),
            OptionsJson.columnOptions(json.get("from")),
            OptionsJson.columnOptions(json.get("to")));
      case "table options changed" ->
        new Change.TableOptionsChanged(
            qualified(json, "table"),
            OptionsJson.tableOptions(json.get("from")),
            OptionsJson.tableOptions(json.get("to")));
      case "partition added" ->
        new Change.PartitionAdded(
            qualified(json, "table"),
            PartitionJson.partition(json.get("partition")),
            columnParkedAs(json));
      case "partition removed" ->
        new Change.PartitionRemoved(
            qualified(json, "table"),
            PartitionJson.partition(json.get("partition")),
            columnParkedAs(json));
      case "partition renamed" ->
        new Change.PartitionRenamed(qualified(json, "table"), name(json, "from"), name(json, "to"));
      case "partitions rebound" ->
        new Change.PartitionsRebound(
            qualified(json, "table"), partitions(json, "from"), partitions(json, "to"));
      case "constraint added" ->
        new Change.ConstraintAdded(
            qualified(json, "table"), SchemaJson.constraint(json.get("constraint")));
      case "constraint removed" ->
        new Change.ConstraintRemoved(
            qualified(json, "table"), SchemaJson.constraint(json.get("constraint")));
      case "constraint renamed" ->
        new Change.ConstraintRenamed(
            qualified(json, "table"), name(json, "from"), name(json, "to"));
      case "index added" ->
        new Change.IndexAdded(qualified(json, "table"), SchemaJson.index(json.get("index")));
      case "index removed" ->
        new Change.IndexRemoved(qualified(json, "table"), SchemaJson.index(json.get("index")));
      case "index renamed" ->
        new Change.IndexRenamed(qualified(json, "table"), name(json, "from"), name(json, "to"));
      case "enum added" ->
        new Change.EnumAdded(SchemaJson.enumType(json.get("enum")), parkedAs(json));
      case "enum removed" ->
        new Change.EnumRemoved(SchemaJson.enumType(json.get("enum")), parkedAs(json));
      case "enum moved" ->
        new Change.EnumMoved(qualified(json, "enum"), text(json, "from"), text(json, "to"));
      case "enum renamed" -> new Change.EnumRenamed(qualified(json, "from"), qualified(json, "to"));
      case "enum value renamed" ->
        new Change.EnumValueRenamed(qualified(json, "enum"), text(json, "from"), text(json, "to"));
      case "enum reordered" ->
        new Change.EnumReordered(qualified(json, "enum"), texts(json, "from"), texts(json, "to"));
      case "enum value added" ->
        new Change.EnumValueAdded(
            qualified(json, "enum"), text(json, "value"), optional(json, "before"));
      case "enum value removed" ->
        new Change.EnumValueRemoved(
            qualified(json, "enum"), text(json, "value"), optional(json, "before"));
      case "object added" -> new Change.ObjectAdded(ObjectJson.read(json.get("object")));
      case "object removed" -> new Change.ObjectRemoved(ObjectJson.read(json.get("object")));
      case "object changed" ->
        new Change.ObjectChanged(
            ObjectJson.read(json.get("from")), ObjectJson.read(json.get("to")));
      case "object renamed" ->
        new Change.ObjectRenamed(
            ObjectKind.of(text(json, "kind")), qualified(json, "from"), qualified(json, "to"));
      case "attribute renamed" ->
        new Change.AttributeRenamed(qualified(json, "type"), name(json, "from"), name(json, "to"));
      case "parked purged" ->
        new Change.ParkedPurged(
            text(json, "target"),
            qualified(json, "table"),
            optional(json, "column").map(Name::new));
      default -> throw new IllegalArgumentException("Unknown change: " + json.compact());
    };
  }

  private static String text(Json json, String member) {
    return json.get(member).text();
  }

  private static Name name(Json json, String member) {
    return new Name(text(json, member));
  }

  private static ColumnName column(Json json) {
    return new ColumnName(qualified(json, "table"), name(json, "column"));
  }

  private static Optional<String> optional(Json json, String member) {
    return json.find(member).map(Json::text);
  }

  private static Map<String, String> values(Json json) {
    Map<String, String> values = new HashMap<>();
    json.get("values").members().forEach((old, now) -> values.put(old, now.text()));
    return values;
  }

  private static List<String> texts(Json json, String member) {
    return json.get(member).list().stream().map(Json::text).toList();
  }

  private static List<Partition> partitions(Json json, String member) {
    return json.get(member).list().stream().map(PartitionJson::partition).toList();
  }

  private static QualifiedName qualified(Json json, String member) {
    return SchemaJson.qualifiedName(json.get(member));
  }

  private static Optional<QualifiedName> parkedAs(Json json) {
    return json.find("parkedAs").map(SchemaJson::qualifiedName);
  }

  private static Optional<Name> columnParkedAs(Json json) {
    return optional(json, "parkedAs").map(Name::new);
  }
}
