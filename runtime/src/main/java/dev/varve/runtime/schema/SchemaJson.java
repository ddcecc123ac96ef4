package dev.varve.runtime.schema;

import dev.varve.runtime.json.Json;
import java.util.List;

/** {@link Schema} and its parts as JSON, and back. Members with their usual value are left out. */
public final class SchemaJson {
  private static final String TYPE = "type";

  private SchemaJson() {}

  public static Json write(Schema schema) {
    Json.ObjectBuilder object = Json.object()
        .put(
            "tables", Json.array(schema.tables().stream().map(SchemaJson::write).toList()))
        .put("enums", Json.array(schema.enums().stream().map(SchemaJson::write).toList()));
    if (!schema.objects().isEmpty()) {
      object.put(
          "objects", Json.array(schema.objects().stream().map(ObjectJson::write).toList()));
    }
    return object.build();
  }

  public static Schema schema(Json json) {
    return new Schema(
        json.get("tables").list().stream().map(SchemaJson::table).toList(),
        json.get("enums").list().stream().map(SchemaJson::enumType).toList(),
        optionalList(json, "objects").stream().map(ObjectJson::read).toList());
  }

  public static Json write(Table table) {
    Json.ObjectBuilder object = Json.object()
        .put("name", write(table.name()))
        .put(TYPE, table.type())
        .put(
            "columns",
            Json.array(table.columns().stream().map(SchemaJson::write).toList()));
    if (!table.constraints().isEmpty()) {
      object.put(
          "constraints",
          Json.array(table.constraints().stream().map(SchemaJson::write).toList()));
    }
    if (!table.indexes().isEmpty()) {
      object.put(
          "indexes", Json.array(table.indexes().stream().map(SchemaJson::write).toList()));
    }
    table
        .partitioning()
        .ifPresent(partitioning -> object.put("partitioned", PartitionJson.write(partitioning)));
    return OptionsJson.put(object, table.options()).build();
  }

  public static Table table(Json json) {
    return new Table(
        qualifiedName(json.get("name")),
        json.get(TYPE).text(),
        json.get("columns").list().stream().map(SchemaJson::column).toList(),
        optionalList(json, "constraints").stream().map(SchemaJson::constraint).toList(),
        optionalList(json, "indexes").stream().map(SchemaJson::index).toList(),
        OptionsJson.tableOptions(json),
        json.find("partitioned").map(PartitionJson::partitioning));
  }

  public static Json write(EnumType type) {
    return Json.object()
        .put("name", write(type.name()))
        .put(TYPE, type.type())
        .put("values", Json.array(type.values().stream().map(Json::of).toList()))
        .build();
  }

  public static EnumType enumType(Json json) {
    return new EnumType(
        qualifiedName(json.get("name")),
        json.get(TYPE).text(),
        json.get("values").list().stream().map(Json::text).toList());
  }

  public static Json write(Column column) {
    Json.ObjectBuilder object =
        Json.object().put("name", column.name().value()).put(TYPE, TypeJson.write(column.type()));
    if (column.nullable()) {
      object.put("nullable", true);
    }
    if (!(column.defaultValue() instanceof Default.None)) {
      object.put("default", write(column.defaultValue()));
    }
    return OptionsJson.put(object, column.options()).build();
  }

  public static Column column(Json json) {
    return new Column(
        name(json),
        TypeJson.type(json.get(TYPE)),
        json.find("nullable").map(Json::bool).orElse(false),
        json.find("default").map(SchemaJson::defaultValue).orElse(new Default.None()),
        OptionsJson.columnOptions(json));
  }

  public static Json write(Default value) {
    return OptionsJson.write(value);
  }

  public static Default defaultValue(Json json) {
    return OptionsJson.defaultValue(json);
  }

  public static Json write(Constraint constraint) {
    return ConstraintJson.write(constraint);
  }

  public static Constraint constraint(Json json) {
    return ConstraintJson.read(json);
  }

  public static Json write(Index index) {
    return IndexJson.write(index);
  }

  public static Index index(Json json) {
    return IndexJson.index(json);
  }

  /** A text; with a schema a list of two. */
  public static Json write(QualifiedName name) {
    Json own = Json.of(name.name().value());
    return name.schema()
        .<Json>map(schema -> Json.array(List.of(Json.of(schema.value()), own)))
        .orElse(own);
  }

  public static QualifiedName qualifiedName(Json json) {
    return json instanceof Json.JsonString own
        ? QualifiedName.of(own.value())
        : QualifiedName.of(json.list().get(0).text(), json.list().get(1).text());
  }

  private static Name name(Json json) {
    return new Name(json.get("name").text());
  }

  static Json names(List<Name> names) {
    return Json.array(names.stream().map(name -> Json.of(name.value())).toList());
  }

  static List<Name> names(Json json) {
    return json.list().stream().map(name -> new Name(name.text())).toList();
  }

  private static List<Json> optionalList(Json json, String member) {
    return json.find(member).map(Json::list).orElse(List.of());
  }
}
