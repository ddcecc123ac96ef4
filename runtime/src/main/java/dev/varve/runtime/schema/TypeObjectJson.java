package dev.varve.runtime.schema;

import dev.varve.runtime.json.Json;
import java.util.List;

/** Declared types as JSON, and back. */
final class TypeObjectJson {
  private TypeObjectJson() {}

  static Json.ObjectBuilder write(Domain domain, Json.ObjectBuilder object) {
    object
        .put("name", SchemaJson.write(domain.name()))
        .put("type", TypeJson.write(domain.type()))
        .put("default", domain.defaultValue());
    domain.collation().ifPresent(name -> object.put("collation", SchemaJson.write(name)));
    if (domain.notNull()) {
      object.put("notNull", true);
    }
    if (!domain.checks().isEmpty()) {
      object.put(
          "checks",
          Json.array(domain.checks().stream().map(ConstraintJson::write).toList()));
    }
    return object;
  }

  static Json.ObjectBuilder write(CompositeType type, Json.ObjectBuilder object) {
    return object
        .put("name", SchemaJson.write(type.name()))
        .put(
            "attributes",
            Json.array(type.attributes().stream()
                .map(attribute -> Json.object()
                    .put("name", attribute.name().value())
                    .put("type", TypeJson.write(attribute.type()))
                    .build())
                .toList()));
  }

  static CompositeType compositeType(Json json) {
    return new CompositeType(
        SchemaJson.qualifiedName(json.get("name")),
        json.get("attributes").list().stream()
            .map(attribute -> new CompositeType.Attribute(
                new Name(attribute.get("name").text()), TypeJson.type(attribute.get("type"))))
            .toList(),
        json.get("source").text());
  }

  static Domain domain(Json json) {
    List<Constraint.Check> checks = json.find("checks").map(Json::list).orElse(List.of()).stream()
        .map(check -> (Constraint.Check) ConstraintJson.read(check))
        .toList();
    return new Domain(
        SchemaJson.qualifiedName(json.get("name")),
        TypeJson.type(json.get("type")),
        json.find("collation").map(SchemaJson::qualifiedName),
        json.find("default").map(Json::text),
        json.find("notNull").map(Json::bool).orElse(false),
        checks,
        ObjectJson.requires(json),
        json.get("source").text());
  }
}
