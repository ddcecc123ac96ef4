package dev.varve.runtime.schema;

import dev.varve.runtime.json.Json;
import java.util.List;

/** {@link SchemaObject} as JSON, and back: an object whose {@code kind} says which. */
public final class ObjectJson {
  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final String SOURCE = "source";

  private ObjectJson() {}

  public static Json write(SchemaObject object) {
    return object.accept(new Writer()).build();
  }

  /** Reads what {@link #write(SchemaObject)} wrote. */
  public static SchemaObject read(Json json) {
    return switch (ObjectKind.of(json.get(KIND).text())) {
      case NAMESPACE -> new Namespace(new Name(json.get(NAME).text()));
      case COMMENT ->
        new TableComment(
            SchemaJson.qualifiedName(json.get("table")),
            json.find("column").map(column -> new Name(column.text())),
            json.get("text").text(),
            json.get(SOURCE).text());
      case VIEW ->
        new View(
            SchemaJson.qualifiedName(json.get(NAME)),
            names(json.get("columns")),
            json.get("select").text(),
            ids(json),
            json.get(SOURCE).text());
      default -> throw new IllegalArgumentException("Unknown object: " + json.compact());
    };
  }

  /** What was read of another schema's parts may be named in JSON, too. */
  public static Json write(ObjectId id) {
    return Json.array(List.of(Json.of(id.kind().words()), Json.of(id.name())));
  }

  private static ObjectId id(Json json) {
    return new ObjectId(
        ObjectKind.of(json.list().get(0).text()), json.list().get(1).text());
  }

  private static List<ObjectId> ids(Json json) {
    return json.find("requires").map(Json::list).orElse(List.of()).stream()
        .map(ObjectJson::id)
        .toList();
  }

  private static List<Name> names(Json json) {
    return json.list().stream().map(name -> new Name(name.text())).toList();
  }

  private static final class Writer implements SchemaObject.Visitor<Json.ObjectBuilder> {
    private static Json.ObjectBuilder object(SchemaObject object) {
      return Json.object().put(KIND, object.id().kind().words());
    }

    private static Json.ObjectBuilder requires(Json.ObjectBuilder json, SchemaObject object) {
      return object.requires().isEmpty()
          ? json
          : json.put(
              "requires",
              Json.array(object.requires().stream().map(ObjectJson::write).toList()));
    }

    @Override
    public Json.ObjectBuilder namespace(Namespace namespace) {
      return object(namespace).put(NAME, namespace.name().value());
    }

    @Override
    public Json.ObjectBuilder tableComment(TableComment comment) {
      return object(comment)
          .put("table", SchemaJson.write(comment.table()))
          .put("column", comment.column().map(Name::value))
          .put("text", comment.text())
          .put(SOURCE, comment.source());
    }

    @Override
    public Json.ObjectBuilder view(View view) {
      return requires(
              object(view)
                  .put(NAME, SchemaJson.write(view.name()))
                  .put(
                      "columns",
                      Json.array(view.columns().stream()
                          .map(name -> Json.of(name.value()))
                          .toList()))
                  .put("select", view.select()),
              view)
          .put(SOURCE, view.source());
    }
  }
}
