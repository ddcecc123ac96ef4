package dev.varve.runtime.schema;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.Json.ObjectBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Defaults and options of columns and tables as JSON, and back. Options are members of the column's
 * or table's own object; what is usual is left out.
 */
public final class OptionsJson {
  private static final String IDENTITY = "identity";
  private static final String GENERATED = "generated";

  private OptionsJson() {}

  static Json write(Default value) {
    if (value instanceof Default.Expression expression) {
      return Json.of(expression.sql());
    }
    if (value instanceof Default.Identity identity) {
      return write(identity.options());
    }
    if (value instanceof Default.Serial) {
      return Json.object().put("serial", true).build();
    }
    if (value instanceof Default.Generated generated) {
      ObjectBuilder object = Json.object().put(GENERATED, generated.expression());
      return (generated.stored() ? object : object.put("virtual", true)).build();
    }
    return Json.NULL;
  }

  static Default defaultValue(Json json) {
    if (json instanceof Json.JsonString expression) {
      return new Default.Expression(expression.value());
    }
    if (json instanceof Json.Null) {
      return new Default.None();
    }
    if (json.find(GENERATED).isPresent()) {
      return new Default.Generated(json.get(GENERATED).text(), !is(json, "virtual"));
    }
    return is(json, "serial") ? new Default.Serial() : new Default.Identity(identity(json));
  }

  private static Json write(IdentityOptions options) {
    return write(
            Json.object().put(IDENTITY, options.byDefault() ? "by default" : "always"), options)
        .build();
  }

  /** How a sequence counts, as members of an object. */
  static ObjectBuilder write(ObjectBuilder object, IdentityOptions options) {
    options.start().ifPresent(value -> object.put("start", value));
    if (options.increment() != 1) {
      object.put("increment", options.increment());
    }
    options.min().ifPresent(value -> object.put("min", value));
    options.max().ifPresent(value -> object.put("max", value));
    if (options.cache() != 1) {
      object.put("cache", options.cache());
    }
    if (options.cycle()) {
      object.put("cycle", true);
    }
    return object;
  }

  static IdentityOptions identity(Json json) {
    return new IdentityOptions(
        json.find(IDENTITY).filter(kind -> kind.text().equals("by default")).isPresent(),
        number(json, "start"),
        number(json, "increment").orElse(1L),
        number(json, "min"),
        number(json, "max"),
        number(json, "cache").orElse(1L),
        is(json, "cycle"));
  }

  private static Optional<Long> number(Json json, String member) {
    return json.find(member).map(Json::integer);
  }

  private static boolean is(Json json, String member) {
    return json.find(member).map(Json::bool).orElse(false);
  }

  public static Json write(ColumnOptions options) {
    return put(Json.object(), options).build();
  }

  static ObjectBuilder put(ObjectBuilder object, ColumnOptions options) {
    options.collation().ifPresent(name -> object.put("collation", SchemaJson.write(name)));
    options.storage().ifPresent(mode -> object.put("storage", lower(mode)));
    options.compression().ifPresent(method -> object.put("compression", lower(method)));
    return object;
  }

  public static ColumnOptions columnOptions(Json json) {
    return new ColumnOptions(
        json.find("collation").map(SchemaJson::qualifiedName),
        json.find("storage").map(text -> StorageMode.valueOf(upper(text))),
        json.find("compression").map(text -> CompressionMethod.valueOf(upper(text))));
  }

  public static Json write(TableOptions options) {
    return put(Json.object(), options).build();
  }

  static ObjectBuilder put(ObjectBuilder object, TableOptions options) {
    if (options.unlogged()) {
      object.put("unlogged", true);
    }
    if (!options.parameters().isEmpty()) {
      ObjectBuilder parameters = Json.object();
      options.parameters().forEach(parameters::put);
      object.put("with", parameters.build());
    }
    return object.put("tablespace", options.tablespace().map(Name::value));
  }

  public static TableOptions tableOptions(Json json) {
    Map<String, String> parameters = new TreeMap<>();
    json.find("with")
        .ifPresent(
            with -> with.members().forEach((name, value) -> parameters.put(name, value.text())));
    return new TableOptions(
        is(json, "unlogged"), parameters, json.find("tablespace").map(t -> new Name(t.text())));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(Json text) {
    return text.text().toUpperCase(Locale.ROOT);
  }
}
