package dev.varve.runtime.schema;

import dev.varve.runtime.json.Json;
import java.util.List;

/**
 * {@link ColumnType} as JSON, and back: a built-in type is its text, what names something else in
 * the database is an object.
 */
public final class TypeJson {
  private TypeJson() {}

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
      public Json sized(ColumnType.Sized sized) {
        return Json.of(sized.sql());
      }

      @Override
      public Json interval(ColumnType.Interval interval) {
        return Json.of(interval.sql());
      }

      @Override
      public Json enumerated(ColumnType.Enumerated enumerated) {
        return Json.object().put("enum", SchemaJson.write(enumerated.type())).build();
      }

      @Override
      public Json named(ColumnType.Named named) {
        Json.ObjectBuilder object = Json.object().put("named", SchemaJson.write(named.name()));
        if (!named.modifiers().isEmpty()) {
          object.put(
              "modifiers", Json.array(named.modifiers().stream().map(Json::of).toList()));
        }
        return object.build();
      }

      @Override
      public Json arrayOf(ColumnType.ArrayOf array) {
        return Json.object().put("array", write(array.element())).build();
      }
    });
  }

  public static ColumnType type(Json json) {
    if (json instanceof Json.JsonString text) {
      ColumnType type = TypeText.parse(text.value());
      if (type instanceof ColumnType.Named) {
        throw new IllegalArgumentException("Unknown column type: " + json.compact());
      }
      return type;
    }
    String kind = json.members().keySet().iterator().next();
    Json value = json.get(kind);
    return switch (kind) {
      case "varchar" -> new ColumnType.Varchar((int) value.integer());
      case "numeric" ->
        new ColumnType.Numeric(
            (int) value.list().get(0).integer(), (int) value.list().get(1).integer());
      case "enum" -> new ColumnType.Enumerated(SchemaJson.qualifiedName(value));
      case "named" -> named(json);
      case "array" -> new ColumnType.ArrayOf(type(value));
      default -> throw new IllegalArgumentException("Unknown column type: " + json.compact());
    };
  }

  private static ColumnType named(Json json) {
    List<String> modifiers = json.find("modifiers")
        .map(list -> list.list().stream().map(Json::text).toList())
        .orElse(List.of());
    return new ColumnType.Named(SchemaJson.qualifiedName(json.get("named")), modifiers);
  }
}
