package dev.varve.runtime.query;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the generated codecs of documents are composed of.
 *
 * <p>Numbers are JSON numbers; those that JSON has not (NaN, the infinities, minus zero), times and
 * UUIDs are strings as {@code toString} writes them, bytes are strings in Base64. An empty {@code
 * Optional} is left out of its object.
 */
public final class JsonCodecs {
  public static final JsonCodec<Boolean> BOOLEAN = of(Json::of, Json::bool);
  public static final JsonCodec<Short> SHORT = of(Json::of, json -> (short) within(json, 16));
  public static final JsonCodec<Integer> INT = of(Json::of, json -> (int) within(json, 32));
  public static final JsonCodec<Long> LONG = of(Json::of, Json::integer);
  public static final JsonCodec<Float> FLOAT =
      of(value -> number(value, value.toString()), json -> parsed(json, Float::valueOf));
  public static final JsonCodec<Double> DOUBLE =
      of(value -> number(value, value.toString()), json -> parsed(json, Double::valueOf));
  public static final JsonCodec<BigDecimal> DECIMAL = of(Json::of, Json::decimal);
  public static final JsonCodec<String> STRING = of(Json::of, Json::text);
  public static final JsonCodec<UUID> UUID = text(java.util.UUID::fromString);
  public static final JsonCodec<Instant> INSTANT = text(Instant::parse);
  public static final JsonCodec<OffsetDateTime> OFFSET_DATE_TIME = text(OffsetDateTime::parse);
  public static final JsonCodec<LocalDate> LOCAL_DATE = text(LocalDate::parse);
  public static final JsonCodec<LocalTime> LOCAL_TIME = text(LocalTime::parse);
  public static final JsonCodec<LocalDateTime> LOCAL_DATE_TIME = text(LocalDateTime::parse);
  public static final JsonCodec<byte[]> BYTES = of(
      value -> Json.of(Base64.getEncoder().encodeToString(value)),
      json -> converted(json.text(), Base64.getDecoder()::decode));

  private JsonCodecs() {}

  /** An enum by its constants' names. */
  public static <E extends Enum<E>> JsonCodec<E> enumOf(Class<E> type) {
    return of(
        value -> Json.of(value.name()),
        json -> converted(json.text(), name -> Enum.valueOf(type, name)));
  }

  public static <T> JsonCodec<Optional<T>> optional(JsonCodec<T> codec) {
    return new OptionalCodec<>(codec);
  }

  public static <T> JsonCodec<List<T>> list(JsonCodec<T> element) {
    return of(list -> Json.array(list.stream().map(element::write).toList()), json -> {
      List<T> list = new ArrayList<>();
      json.list().forEach(part -> list.add(element.read(part)));
      return Collections.unmodifiableList(list);
    });
  }

  /** An object with any members, in their order; {@code jsonb} has an order of its own. */
  public static <T> JsonCodec<Map<String, T>> map(JsonCodec<T> value) {
    return of(
        map -> {
          Json.ObjectBuilder object = Json.object();
          map.forEach((member, part) -> object.put(member, value.write(part)));
          return object.build();
        },
        json -> {
          Map<String, T> map = new LinkedHashMap<>();
          json.members().forEach((member, part) -> map.put(member, value.read(part)));
          return Collections.unmodifiableMap(map);
        });
  }

  /**
   * Stands for a type that no document can have, in what is generated beside the error that says
   * so.
   */
  public static <T> JsonCodec<T> unsupported() {
    return of(
        value -> {
          throw new JsonException("The Java type is not supported in a document.");
        },
        json -> {
          throw new JsonException("The Java type is not supported in a document.");
        });
  }

  /** Puts a member of a record; called by generated code. */
  public static <T> void put(
      Json.ObjectBuilder object, String member, JsonCodec<T> codec, T value) {
    Json json = codec.write(value);
    if (!(codec instanceof OptionalCodec) || !json.equals(Json.NULL)) {
      object.put(member, json);
    }
  }

  /** Reads a member of a record; called by generated code. */
  public static <T> T get(Json object, String member, JsonCodec<T> codec) {
    Json json = object.members().get(member);
    if (json == null) {
      json = codec instanceof OptionalCodec ? Json.NULL : object.get(member);
    }
    try {
      return codec.read(json);
    } catch (JsonException e) {
      throw new JsonException(member + ": " + e.getMessage());
    }
  }

  private static <T> JsonCodec<T> text(Function<String, T> parse) {
    return of(value -> Json.of(value.toString()), json -> converted(json.text(), parse));
  }

  private static long within(Json json, int bits) {
    long value = json.integer();
    if (value >> (bits - 1) != value >> (Long.SIZE - 1)) {
      throw new JsonException("Expected a whole number of " + bits + " bits, found " + value);
    }
    return value;
  }

  private static Json number(double value, String text) {
    boolean hasNone = !Double.isFinite(value) || (value == 0 && 1 / value < 0);
    return hasNone ? Json.of(text) : Json.of(new BigDecimal(text));
  }

  private static <T> T parsed(Json json, Function<String, T> parse) {
    return json instanceof Json.JsonString string
        ? converted(string.value(), parse)
        : parse.apply(json.decimal().toString());
  }

  private static <T> T converted(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      throw new JsonException("\"" + text + "\" cannot be read: " + e.getMessage());
    }
  }

  static <T> JsonCodec<T> of(Function<T, Json> write, Function<Json, T> read) {
    return new FunctionCodec<>(write, read);
  }

  private static final class FunctionCodec<T> implements JsonCodec<T> {
    private final Function<T, Json> writer;
    private final Function<Json, T> reader;

    FunctionCodec(Function<T, Json> writer, Function<Json, T> reader) {
      this.writer = writer;
      this.reader = reader;
    }

    @Override
    public Json write(T value) {
      return writer.apply(value);
    }

    @Override
    public T read(Json json) {
      return reader.apply(json);
    }
  }

  private static final class OptionalCodec<T> implements JsonCodec<Optional<T>> {
    private final JsonCodec<T> codec;

    OptionalCodec(JsonCodec<T> codec) {
      this.codec = codec;
    }

    @Override
    public Json write(Optional<T> value) {
      return value.map(codec::write).orElse(Json.NULL);
    }

    @Override
    public Optional<T> read(Json json) {
      return json.equals(Json.NULL) ? Optional.empty() : Optional.of(codec.read(json));
    }
  }
}
