package dev.varve.runtime.schema;

import dev.varve.runtime.json.Json;
import java.util.List;
import java.util.Locale;

/** The JSON of constraints. */
final class ConstraintJson implements Constraint.Visitor<Json.ObjectBuilder> {
  @Override
  public Json.ObjectBuilder primaryKey(Constraint.PrimaryKey key) {
    Json.ObjectBuilder object =
        named("primary key", key).put("columns", SchemaJson.names(key.columns()));
    names(object, "include", key.include());
    flag(object, "withoutOverlaps", key.withoutOverlaps());
    return object;
  }

  @Override
  public Json.ObjectBuilder unique(Constraint.Unique unique) {
    Json.ObjectBuilder object =
        named("unique", unique).put("columns", SchemaJson.names(unique.columns()));
    names(object, "include", unique.include());
    flag(object, "nullsNotDistinct", unique.nullsNotDistinct());
    flag(object, "withoutOverlaps", unique.withoutOverlaps());
    return object;
  }

  @Override
  public Json.ObjectBuilder check(Constraint.Check check) {
    Json.ObjectBuilder object = named("check", check).put("expression", check.expression());
    flag(object, "noInherit", check.noInherit());
    return object;
  }

  @Override
  public Json.ObjectBuilder exclusion(Constraint.Exclusion exclusion) {
    Json.ObjectBuilder object = named("exclusion", exclusion)
        .put("method", exclusion.method().value())
        .put(
            "elements",
            Json.array(exclusion.elements().stream()
                .map(element -> IndexJson.object(element.key())
                    .put("with", element.operator())
                    .build())
                .toList()));
    names(object, "include", exclusion.include());
    return object.put("where", exclusion.where());
  }

  @Override
  public Json.ObjectBuilder foreignKey(Constraint.ForeignKey key) {
    Json.ObjectBuilder object = named("foreign key", key)
        .put("columns", SchemaJson.names(key.columns()))
        .put("target", SchemaJson.write(key.target()))
        .put("targetColumns", SchemaJson.names(key.targetColumns()));
    if (key.onDelete() != Constraint.Action.NO_ACTION) {
      object.put("onDelete", key.onDelete().sql());
    }
    if (key.onUpdate() != Constraint.Action.NO_ACTION) {
      object.put("onUpdate", key.onUpdate().sql());
    }
    names(object, "onDeleteColumns", key.traits().onDeleteColumns());
    flag(object, "matchFull", key.traits().matchFull());
    flag(object, "period", key.traits().period());
    return object;
  }

  private static Json.ObjectBuilder named(String kind, Constraint constraint) {
    return Json.object().put("kind", kind).put("name", constraint.name().value());
  }

  static void names(Json.ObjectBuilder object, String member, List<Name> names) {
    if (!names.isEmpty()) {
      object.put(member, SchemaJson.names(names));
    }
  }

  static void flag(Json.ObjectBuilder object, String member, boolean flag) {
    if (flag) {
      object.put(member, true);
    }
  }

  static Json write(Constraint constraint) {
    Json.ObjectBuilder object = constraint.accept(new ConstraintJson());
    if (constraint.timing() != Timing.AT_ONCE) {
      object.put("timing", constraint.timing().name().toLowerCase(Locale.ROOT));
    }
    if (!constraint.enforced()) {
      object.put("enforced", false);
    }
    return object.build();
  }

  static Constraint read(Json json) {
    Name name = new Name(json.get("name").text());
    Timing timing = json.find("timing")
        .map(text -> Timing.valueOf(text.text().toUpperCase(Locale.ROOT)))
        .orElse(Timing.AT_ONCE);
    String kind = json.get("kind").text();
    return switch (kind) {
      case "primary key" ->
        new Constraint.PrimaryKey(
            name,
            SchemaJson.names(json.get("columns")),
            names(json, "include"),
            flag(json, "withoutOverlaps"),
            timing);
      case "unique" ->
        new Constraint.Unique(
            name,
            SchemaJson.names(json.get("columns")),
            names(json, "include"),
            flag(json, "nullsNotDistinct"),
            flag(json, "withoutOverlaps"),
            timing);
      case "check" ->
        new Constraint.Check(
            name, json.get("expression").text(), flag(json, "noInherit"), enforced(json));
      case "exclusion" ->
        new Constraint.Exclusion(
            name,
            new Name(json.get("method").text()),
            json.get("elements").list().stream()
                .map(element -> new Constraint.Exclusion.Element(
                    IndexJson.key(element), element.get("with").text()))
                .toList(),
            names(json, "include"),
            json.find("where").map(Json::text),
            timing);
      case "foreign key" -> foreignKey(json, name, timing);
      default -> throw new IllegalArgumentException("Unknown constraint: " + json.compact());
    };
  }

  private static Constraint foreignKey(Json json, Name name, Timing timing) {
    return new Constraint.ForeignKey(
        name,
        SchemaJson.names(json.get("columns")),
        SchemaJson.qualifiedName(json.get("target")),
        SchemaJson.names(json.get("targetColumns")),
        action(json, "onDelete"),
        action(json, "onUpdate"),
        new Constraint.ForeignKey.Traits(
            names(json, "onDeleteColumns"),
            flag(json, "matchFull"),
            timing,
            enforced(json),
            flag(json, "period")));
  }

  private static Constraint.Action action(Json json, String member) {
    return json.find(member)
        .map(text -> Constraint.Action.valueOf(text.text().replace(' ', '_')))
        .orElse(Constraint.Action.NO_ACTION);
  }

  private static boolean enforced(Json json) {
    return json.find("enforced").map(Json::bool).orElse(true);
  }

  static List<Name> names(Json json, String member) {
    return json.find(member).map(SchemaJson::names).orElse(List.of());
  }

  static boolean flag(Json json, String member) {
    return json.find(member).map(Json::bool).orElse(false);
  }
}
