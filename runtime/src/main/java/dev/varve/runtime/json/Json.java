package dev.varve.runtime.json;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value. Objects keep the order of their members; numbers keep every digit.
 *
 * <p>The accessors ({@link #text}, {@link #list}, {@link #get} …) throw {@link JsonException} when
 * the value is of another kind, so a reader needs no casts.
 */
public sealed interface Json {

  /** The one JSON {@code null}. */
  Json NULL = new Null();

  /** A JSON object, its members in order. */
  record JsonObject(Map<String, Json> members) implements Json {
    public JsonObject {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** A JSON array. */
  record JsonArray(List<Json> elements) implements Json {
    public JsonArray {
      elements = List.copyOf(elements);
    }
  }

  /** A JSON string. */
  record JsonString(String value) implements Json {}

  /** A JSON number with the digits as written. */
  record JsonNumber(BigDecimal value) implements Json {}

  /** {@code true} or {@code false}. */
  record JsonBoolean(boolean value) implements Json {}

  /** {@code null}; use {@link Json#NULL}. */
  record Null() implements Json {}

  static Json of(String value) {
    return new JsonString(value);
  }

  static Json of(boolean value) {
    return new JsonBoolean(value);
  }

  static Json of(long value) {
    return new JsonNumber(BigDecimal.valueOf(value));
  }

  static Json of(BigDecimal value) {
    return new JsonNumber(value);
  }

  static Json array(Json... elements) {
    return new JsonArray(Arrays.asList(elements));
  }

  static Json array(Collection<? extends Json> elements) {
    return new JsonArray(List.copyOf(elements));
  }

  /** Starts an object; members come in the order in which they are put. */
  static ObjectBuilder object() {
    return new ObjectBuilder();
  }

  /**
   * Reads one JSON text.
   *
   * @throws JsonException with line and column if it is not JSON
   */
  static Json parse(String text) {
    return new JsonParser(text).parse();
  }

  /** The text on one line, without white space. */
  default String compact() {
    return new JsonWriter(false).write(this);
  }

  /** The text with two spaces of indentation and {@code \n}; short values stay on one line. */
  default String pretty() {
    return new JsonWriter(true).write(this);
  }

  /** The member of this object, which must be there. */
  default Json get(String member) {
    return find(member)
        .orElseThrow(() -> new JsonException("Member \"" + member + "\" is missing in " + brief()));
  }

  /** The member of this object; empty if absent or JSON {@code null}. */
  default Optional<Json> find(String member) {
    if (this instanceof JsonObject object) {
      return Optional.ofNullable(object.members().get(member)).filter(v -> !(v instanceof Null));
    }
    throw expected("an object");
  }

  default List<Json> list() {
    if (this instanceof JsonArray array) {
      return array.elements();
    }
    throw expected("an array");
  }

  default Map<String, Json> members() {
    if (this instanceof JsonObject object) {
      return object.members();
    }
    throw expected("an object");
  }

  default String text() {
    if (this instanceof JsonString string) {
      return string.value();
    }
    throw expected("a string");
  }

  default boolean bool() {
    if (this instanceof JsonBoolean bool) {
      return bool.value();
    }
    throw expected("a boolean");
  }

  default BigDecimal decimal() {
    if (this instanceof JsonNumber number) {
      return number.value();
    }
    throw expected("a number");
  }

  /** This number as a {@code long}, which must hold it exactly. */
  default long integer() {
    try {
      return decimal().longValueExact();
    } catch (ArithmeticException notExact) {
      throw expected("a whole number of 64 bits");
    }
  }

  private JsonException expected(String kind) {
    return new JsonException("Expected " + kind + ", found " + brief());
  }

  private String brief() {
    String text = compact();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  /** Collects the members of an object. */
  final class ObjectBuilder {
    private final Map<String, Json> members = new LinkedHashMap<>();

    private ObjectBuilder() {}

    public ObjectBuilder put(String member, Json value) {
      members.put(member, value);
      return this;
    }

    public ObjectBuilder put(String member, String value) {
      return put(member, Json.of(value));
    }

    public ObjectBuilder put(String member, long value) {
      return put(member, Json.of(value));
    }

    public ObjectBuilder put(String member, boolean value) {
      return put(member, Json.of(value));
    }

    /** Puts the member only if there is a value. */
    public ObjectBuilder put(String member, Optional<String> value) {
      value.ifPresent(v -> put(member, v));
      return this;
    }

    public Json build() {
      return new JsonObject(members);
    }
  }
}
