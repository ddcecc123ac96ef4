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
        json.find("on").isPresent()
            ? comment(json)
            : new TableComment(
                SchemaJson.qualifiedName(json.get("table")),
                json.find("column").map(column -> new Name(column.text())),
                json.get("text").text(),
                json.get(SOURCE).text());
      case VIEW -> ViewJson.view(json);
      case MATERIALIZED_VIEW -> ViewJson.materializedView(json);
      case ROLE ->
        new Role(
            new Name(json.get(NAME).text()),
            json.get("options").text(),
            optionalNames(json, "memberOf"),
            json.get(SOURCE).text());
      case ROUTINE ->
        new Routine(
            SchemaJson.qualifiedName(json.get(NAME)),
            json.get("arguments").text(),
            json.find("procedure").map(Json::bool).orElse(false),
            json.get("definition").text(),
            requires(json),
            json.get(SOURCE).text());
      case TRIGGER ->
        new Trigger(
            new Name(json.get(NAME).text()),
            SchemaJson.qualifiedName(json.get("on")),
            json.find("view").map(Json::bool).orElse(false) ? ObjectKind.VIEW : ObjectKind.TABLE,
            json.get("head").text(),
            json.get("tail").text(),
            json.find("deferral").map(Json::text),
            json.find("routine").map(ObjectJson::id),
            json.get(SOURCE).text());
      case ROW_SECURITY ->
        new RowSecurity(
            SchemaJson.qualifiedName(json.get("on")),
            json.find("forced").map(Json::bool).orElse(false),
            json.get(SOURCE).text());
      case POLICY ->
        new Policy(
            new Name(json.get(NAME).text()),
            SchemaJson.qualifiedName(json.get("on")),
            json.get("command").text(),
            json.find("restrictive").map(Json::bool).orElse(false),
            optionalNames(json, "roles"),
            json.find("using").map(Json::text),
            json.find("check").map(Json::text),
            requires(json),
            json.get(SOURCE).text());
      case GRANT ->
        new Grant(
            id(json.get("on")),
            json.get("privileges").list().stream().map(Json::text).toList(),
            json.find("role").map(Json::text).orElse(""),
            json.find("withGrantOption").map(Json::bool).orElse(false),
            json.get(SOURCE).text());
      case COMPOSITE_TYPE -> TypeObjectJson.compositeType(json);
      case DOMAIN -> TypeObjectJson.domain(json);
      case EXTENSION ->
        new Extension(
            new Name(json.get(NAME).text()),
            json.find("schema").map(schema -> new Name(schema.text())),
            json.find("version").map(Json::text),
            json.get(SOURCE).text());
      case SEQUENCE ->
        new Sequence(
            SchemaJson.qualifiedName(json.get(NAME)),
            (ColumnType.Scalar) TypeText.parse(json.get("type").text()),
            OptionsJson.identity(json),
            json.get(SOURCE).text());
      case SEQUENCE_OWNER ->
        new SequenceOwner(
            SchemaJson.qualifiedName(json.get("sequence")),
            new ColumnName(
                SchemaJson.qualifiedName(json.get("table")),
                new Name(json.get("column").text())),
            json.get(SOURCE).text());
      default -> throw new IllegalArgumentException("Unknown object: " + json.compact());
    };
  }

  private static ObjectComment comment(Json json) {
    ObjectId target = id(json.get("on"));
    return new ObjectComment(
        target.kind(),
        target.name(),
        json.find("table").map(SchemaJson::qualifiedName),
        json.get("text").text(),
        json.get(SOURCE).text());
  }

  /** What was read of another schema's parts may be named in JSON, too. */
  public static Json write(ObjectId id) {
    return Json.array(List.of(Json.of(id.kind().words()), Json.of(id.name())));
  }

  private static ObjectId id(Json json) {
    return new ObjectId(
        ObjectKind.of(json.list().get(0).text()), json.list().get(1).text());
  }

  static List<ObjectId> requires(Json json) {
    return json.find("requires").map(Json::list).orElse(List.of()).stream()
        .map(ObjectJson::id)
        .toList();
  }

  private static List<Name> names(Json json) {
    return json.list().stream().map(name -> new Name(name.text())).toList();
  }

  private static List<Name> optionalNames(Json json, String member) {
    return json.find(member).map(ObjectJson::names).orElse(List.of());
  }

  private static Json json(List<Name> names) {
    return Json.array(names.stream().map(name -> Json.of(name.value())).toList());
  }

  private static final class Writer implements SchemaObject.Visitor<Json.ObjectBuilder> {
    private static Json.ObjectBuilder object(SchemaObject object) {
      return Json.object().put(KIND, object.id().kind().words());
    }

    private static Json.ObjectBuilder requires(Json.ObjectBuilder json, List<ObjectId> ids) {
      return ids.isEmpty()
          ? json
          : json.put("requires", Json.array(ids.stream().map(ObjectJson::write).toList()));
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

    private static Json.ObjectBuilder names(
        Json.ObjectBuilder json, String member, List<Name> names) {
      return names.isEmpty() ? json : json.put(member, ObjectJson.json(names));
    }

    private static Json.ObjectBuilder flag(Json.ObjectBuilder json, String member, boolean value) {
      return value ? json.put(member, true) : json;
    }

    @Override
    public Json.ObjectBuilder role(Role role) {
      return names(
              object(role).put(NAME, role.name().value()).put("options", role.options()),
              "memberOf",
              role.memberOf())
          .put(SOURCE, role.source());
    }

    @Override
    public Json.ObjectBuilder routine(Routine routine) {
      Json.ObjectBuilder json = object(routine)
          .put(NAME, SchemaJson.write(routine.name()))
          .put("arguments", routine.arguments());
      return requires(
              flag(json, "procedure", routine.procedure()).put("definition", routine.definition()),
              routine.requires())
          .put(SOURCE, routine.source());
    }

    @Override
    public Json.ObjectBuilder trigger(Trigger trigger) {
      Json.ObjectBuilder json = object(trigger)
          .put(NAME, trigger.name().value())
          .put("on", SchemaJson.write(trigger.table()));
      flag(json, "view", trigger.tableKind() != ObjectKind.TABLE)
          .put("head", trigger.head())
          .put("tail", trigger.tail())
          .put("deferral", trigger.deferral());
      trigger.routine().ifPresent(id -> json.put("routine", ObjectJson.write(id)));
      return json.put(SOURCE, trigger.source());
    }

    @Override
    public Json.ObjectBuilder rowSecurity(RowSecurity security) {
      return flag(
              object(security).put("on", SchemaJson.write(security.table())),
              "forced",
              security.forced())
          .put(SOURCE, security.source());
    }

    @Override
    public Json.ObjectBuilder policy(Policy policy) {
      Json.ObjectBuilder json = object(policy)
          .put(NAME, policy.name().value())
          .put("on", SchemaJson.write(policy.table()))
          .put("command", policy.command());
      names(flag(json, "restrictive", policy.restrictive()), "roles", policy.roles())
          .put("using", policy.using())
          .put("check", policy.check());
      return requires(json, policy.uses()).put(SOURCE, policy.source());
    }

    @Override
    public Json.ObjectBuilder grant(Grant grant) {
      Json.ObjectBuilder json = object(grant)
          .put("on", ObjectJson.write(grant.target()))
          .put(
              "privileges", Json.array(grant.privileges().stream().map(Json::of).toList()));
      if (!grant.role().isEmpty()) {
        json.put("role", grant.role());
      }
      return flag(json, "withGrantOption", grant.withGrantOption()).put(SOURCE, grant.source());
    }

    @Override
    public Json.ObjectBuilder objectComment(ObjectComment comment) {
      Json.ObjectBuilder json =
          object(comment).put("on", ObjectJson.write(new ObjectId(comment.kind(), comment.name())));
      comment.table().ifPresent(table -> json.put("table", SchemaJson.write(table)));
      return json.put("text", comment.text()).put(SOURCE, comment.source());
    }

    @Override
    public Json.ObjectBuilder compositeType(CompositeType type) {
      return TypeObjectJson.write(type, object(type)).put(SOURCE, type.source());
    }

    @Override
    public Json.ObjectBuilder domain(Domain domain) {
      return requires(TypeObjectJson.write(domain, object(domain)), domain.uses())
          .put(SOURCE, domain.source());
    }

    @Override
    public Json.ObjectBuilder extension(Extension extension) {
      return object(extension)
          .put(NAME, extension.name().value())
          .put("schema", extension.schema().map(Name::value))
          .put("version", extension.version())
          .put(SOURCE, extension.source());
    }

    @Override
    public Json.ObjectBuilder sequence(Sequence sequence) {
      Json.ObjectBuilder json = object(sequence)
          .put(NAME, SchemaJson.write(sequence.name()))
          .put("type", sequence.type().sql());
      return OptionsJson.write(json, sequence.options()).put(SOURCE, sequence.source());
    }

    @Override
    public Json.ObjectBuilder sequenceOwner(SequenceOwner owner) {
      return object(owner)
          .put("sequence", SchemaJson.write(owner.sequence()))
          .put("table", SchemaJson.write(owner.column().table()))
          .put("column", owner.column().column().value())
          .put(SOURCE, owner.source());
    }

    @Override
    public Json.ObjectBuilder view(View view) {
      return requires(ViewJson.write(view, object(view)), view.requires())
          .put(SOURCE, view.source());
    }

    @Override
    public Json.ObjectBuilder materializedView(MaterializedView view) {
      return requires(ViewJson.write(view, object(view)), view.requires())
          .put(SOURCE, view.source());
    }
  }
}
