package dev.varve.runtime.schema;

import dev.varve.runtime.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The JSON of indexes. A key that says no more than its column is a text. */
final class IndexJson {
  private static final String FIRST = "first";

  private IndexJson() {}

  static Json write(Index index) {
    Json.ObjectBuilder object = Json.object()
        .put("name", index.name().value())
        .put("columns", Json.array(index.keys().stream().map(IndexJson::write).toList()));
    ConstraintJson.flag(object, "unique", index.unique());
    object.put("where", index.where());
    ConstraintJson.flag(object, "nullsNotDistinct", index.nullsNotDistinct());
    ConstraintJson.names(object, "include", index.include());
    if (!index.method().equals(Index.BTREE)) {
      object.put("method", index.method().value());
    }
    put(object, "with", index.parameters());
    return object.put("tablespace", index.tablespace().map(Name::value)).build();
  }

  static Index index(Json json) {
    return new Index(
        new Name(json.get("name").text()),
        json.get("columns").list().stream().map(IndexJson::key).toList(),
        ConstraintJson.flag(json, "unique"),
        json.find("where").map(Json::text),
        ConstraintJson.flag(json, "nullsNotDistinct"),
        ConstraintJson.names(json, "include"),
        json.find("method").map(method -> new Name(method.text())).orElse(Index.BTREE),
        parameters(json, "with"),
        json.find("tablespace").map(name -> new Name(name.text())));
  }

  private static Json write(IndexKey key) {
    return key.isPlain()
        ? Json.of(key.column().orElseThrow().value())
        : object(key).build();
  }

  static Json.ObjectBuilder object(IndexKey key) {
    Json.ObjectBuilder object = Json.object()
        .put("column", key.column().map(Name::value))
        .put("expression", key.expression());
    key.collation().ifPresent(name -> object.put("collation", SchemaJson.write(name)));
    key.operatorClass().ifPresent(operators -> {
      object.put("operators", SchemaJson.write(operators.name()));
      put(object, "parameters", operators.parameters());
    });
    ConstraintJson.flag(object, "descending", key.descending());
    if (key.nullsFirst() != key.descending()) {
      object.put("nulls", key.nullsFirst() ? FIRST : "last");
    }
    return object;
  }

  static IndexKey key(Json json) {
    if (json instanceof Json.JsonString column) {
      return IndexKey.of(new Name(column.value()));
    }
    boolean descending = ConstraintJson.flag(json, "descending");
    Optional<IndexKey.Part> expression =
        json.find("expression").map(sql -> new IndexKey.Part.Expression(sql.text()));
    return new IndexKey(
        expression.orElseGet(
            () -> new IndexKey.Part.Column(new Name(json.get("column").text()))),
        json.find("collation").map(SchemaJson::qualifiedName),
        json.find("operators")
            .map(name ->
                new OperatorClass(SchemaJson.qualifiedName(name), parameters(json, "parameters"))),
        descending,
        json.find("nulls").map(nulls -> nulls.text().equals(FIRST)).orElse(descending));
  }

  private static void put(Json.ObjectBuilder object, String member, Map<String, String> values) {
    if (!values.isEmpty()) {
      Json.ObjectBuilder inner = Json.object();
      values.forEach(inner::put);
      object.put(member, inner.build());
    }
  }

  private static Map<String, String> parameters(Json json, String member) {
    Map<String, String> parameters = new HashMap<>();
    json.find(member)
        .ifPresent(
            inner -> inner.members().forEach((key, value) -> parameters.put(key, value.text())));
    return parameters;
  }
}
