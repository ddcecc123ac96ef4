package dev.varve.runtime.schema;

import dev.varve.runtime.json.Json;
import java.util.List;

/** {@link View} and {@link MaterializedView} as JSON, and back. */
final class ViewJson {
  private ViewJson() {}

  static Json.ObjectBuilder write(View view, Json.ObjectBuilder object) {
    View.Options options = view.options();
    rows(object, view.name(), view.columns(), view.select());
    if (options.securityBarrier()) {
      object.put("securityBarrier", true);
    }
    if (options.securityInvoker()) {
      object.put("securityInvoker", true);
    }
    if (options.check() != View.CheckOption.NONE) {
      object.put("check", options.check().name());
    }
    return object;
  }

  static View view(Json json) {
    View.Options options = new View.Options(
        flag(json, "securityBarrier"),
        flag(json, "securityInvoker"),
        json.find("check")
            .map(check -> View.CheckOption.valueOf(check.text()))
            .orElse(View.CheckOption.NONE));
    return new View(
        SchemaJson.qualifiedName(json.get("name")),
        columns(json),
        json.get("select").text(),
        options,
        ObjectJson.requires(json),
        json.get("source").text());
  }

  static Json.ObjectBuilder write(MaterializedView view, Json.ObjectBuilder object) {
    rows(object, view.name(), view.columns(), view.select());
    if (!view.indexes().isEmpty()) {
      object.put(
          "indexes", Json.array(view.indexes().stream().map(SchemaJson::write).toList()));
    }
    if (!view.populated()) {
      object.put("populated", false);
    }
    return object;
  }

  static MaterializedView materializedView(Json json) {
    return new MaterializedView(
        SchemaJson.qualifiedName(json.get("name")),
        columns(json),
        json.get("select").text(),
        json.find("indexes").map(Json::list).orElse(List.of()).stream()
            .map(SchemaJson::index)
            .toList(),
        json.find("populated").map(Json::bool).orElse(true),
        ObjectJson.requires(json),
        json.get("source").text());
  }

  private static void rows(
      Json.ObjectBuilder object, QualifiedName name, List<ViewColumn> columns, String select) {
    object
        .put("name", SchemaJson.write(name))
        .put("columns", Json.array(columns.stream().map(ViewJson::column).toList()))
        .put("select", select);
  }

  private static Json column(ViewColumn column) {
    return Json.object()
        .put("name", column.name().value())
        .put("type", TypeJson.write(column.type()))
        .build();
  }

  private static List<ViewColumn> columns(Json json) {
    return json.get("columns").list().stream()
        .map(column ->
            new ViewColumn(new Name(column.get("name").text()), TypeJson.type(column.get("type"))))
        .toList();
  }

  private static boolean flag(Json json, String member) {
    return json.find(member).map(Json::bool).orElse(false);
  }
}
