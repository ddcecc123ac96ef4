package dev.varve.runtime.schema;

import dev.varve.runtime.json.Json;
import java.util.List;
import java.util.Locale;

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
    return OptionsJson.put(object, table.options()).build();
  }

  public static Table table(Json json) {
    return new Table(
        qualifiedName(json.get("name")),
        json.get(TYPE).text(),
        json.get("columns").list().stream().map(SchemaJson::column).toList(),
        optionalList(json, "constraints").stream().map(SchemaJson::constraint).toList(),
        optionalList(json, "indexes").stream().map(SchemaJson::index).toList(),
        OptionsJson.tableOptions(json));
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
        Json.object().put("name", column.name().value()).put(TYPE, write(column.type()));
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
        type(json.get(TYPE)),
        json.find("nullable").map(Json::bool).orElse(false),
        json.find("default").map(SchemaJson::defaultValue).orElse(new Default.None()),
        OptionsJson.columnOptions(json));
  }

  public static Json write(ColumnType type) {
    return type.accept(new ColumnType.Visitor<>() {
      @Override
      public Json scalar(ColumnType.Scalar scalar) {
        return Json.of(scalar.sql());
      }

      @Override
      public Json varchar(ColumnType.Varchar varchar) {
        return Json.object().put("varchar", varchar.length()).build();
      }

      @Override
      public Json numeric(ColumnType.Numeric numeric) {
        return Json.object()
            .put("numeric", Json.array(Json.of(numeric.precision()), Json.of(numeric.scale())))
            .build();
      }

      @Override
      public Json enumerated(ColumnType.Enumerated enumerated) {
        return Json.object().put("enum", write(enumerated.type())).build();
      }

      @Override
      public Json arrayOf(ColumnType.ArrayOf array) {
        return Json.object().put("array", write(array.element())).build();
      }
    });
  }

  public static ColumnType type(Json json) {
    if (json instanceof Json.JsonString scalar) {
      return ColumnType.Scalar.valueOf(scalar.value().replace(' ', '_').toUpperCase(Locale.ROOT));
    }
    String kind = json.members().keySet().iterator().next();
    Json value = json.get(kind);
    return switch (kind) {
      case "varchar" -> new ColumnType.Varchar((int) value.integer());
      case "numeric" ->
        new ColumnType.Numeric(
            (int) value.list().get(0).integer(), (int) value.list().get(1).integer());
      case "enum" -> new ColumnType.Enumerated(qualifiedName(value));
      case "array" -> new ColumnType.ArrayOf(type(value));
      default -> throw new IllegalArgumentException("Unknown column type: " + json.compact());
    };
  }

  public static Json write(Default value) {
    return OptionsJson.write(value);
  }

  public static Default defaultValue(Json json) {
    return OptionsJson.defaultValue(json);
  }

  public static Json write(Constraint constraint) {
    return constraint.accept(new Constraint.Visitor<>() {
      @Override
      public Json primaryKey(Constraint.PrimaryKey key) {
        return named("primary key", key).put("columns", names(key.columns())).build();
      }

      @Override
      public Json unique(Constraint.Unique unique) {
        return named("unique", unique).put("columns", names(unique.columns())).build();
      }

      @Override
      public Json check(Constraint.Check check) {
        return named("check", check).put("expression", check.expression()).build();
      }

      @Override
      public Json foreignKey(Constraint.ForeignKey key) {
        Json.ObjectBuilder object = named("foreign key", key)
            .put("columns", names(key.columns()))
            .put("target", write(key.target()))
            .put("targetColumns", names(key.targetColumns()));
        if (key.onDelete() != Constraint.Action.NO_ACTION) {
          object.put("onDelete", key.onDelete().sql());
        }
        if (key.onUpdate() != Constraint.Action.NO_ACTION) {
          object.put("onUpdate", key.onUpdate().sql());
        }
        return object.build();
      }
    });
  }

  private static Json.ObjectBuilder named(String kind, Constraint constraint) {
    return Json.object().put("kind", kind).put("name", constraint.name().value());
  }

  public static Constraint constraint(Json json) {
    String kind = json.get("kind").text();
    return switch (kind) {
      case "primary key" -> new Constraint.PrimaryKey(name(json), names(json.get("columns")));
      case "unique" -> new Constraint.Unique(name(json), names(json.get("columns")));
      case "check" -> new Constraint.Check(name(json), json.get("expression").text());
      case "foreign key" ->
        new Constraint.ForeignKey(
            name(json),
            names(json.get("columns")),
            qualifiedName(json.get("target")),
            names(json.get("targetColumns")),
            action(json, "onDelete"),
            action(json, "onUpdate"));
      default -> throw new IllegalArgumentException("Unknown constraint: " + json.compact());
    };
  }

  private static Constraint.Action action(Json json, String member) {
    return json.find(member)
        .map(text -> Constraint.Action.valueOf(text.text().replace(' ', '_')))
        .orElse(Constraint.Action.NO_ACTION);
  }

  public static Json write(Index index) {
    Json.ObjectBuilder object =
        Json.object().put("name", index.name().value()).put("columns", names(index.columns()));
    if (index.unique()) {
      object.put("unique", true);
    }
    return object.put("where", index.where()).build();
  }

  public static Index index(Json json) {
    return new Index(
        name(json),
        names(json.get("columns")),
        json.find("unique").map(Json::bool).orElse(false),
        json.find("where").map(Json::text));
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

  private static Json names(List<Name> names) {
    return Json.array(names.stream().map(name -> Json.of(name.value())).toList());
  }

  private static List<Name> names(Json json) {
    return json.list().stream().map(name -> new Name(name.text())).toList();
  }

  private static List<Json> optionalList(Json json, String member) {
    return json.find(member).map(Json::list).orElse(List.of());
  }
}
