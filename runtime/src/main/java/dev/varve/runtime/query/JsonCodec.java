package dev.varve.runtime.query;

import dev.varve.runtime.json.Json;

/**
 * How values of a Java type are written as JSON and read back; generated for the records of
 * {@code @Json} columns.
 */
public interface JsonCodec<T> {
  /** JSON itself. */
  JsonCodec<Json> JSON = JsonCodecs.of(json -> json, json -> json);

  Json write(T value);

  /**
   * Reads a value.
   *
   * @throws dev.varve.runtime.json.JsonException if the JSON is of another shape
   */
  T read(Json json);
}
