package dev.varve.runtime.schema;

import dev.varve.runtime.json.Json;
import java.util.List;
import java.util.Locale;

/** {@link Partitioning} and its parts as JSON, and back. */
public final class PartitionJson {
  private PartitionJson() {}

  static Json write(Partitioning partitioning) {
    return Json.object()
        .put("by", partitioning.method().name().toLowerCase(Locale.ROOT))
        .put("on", texts(partitioning.keys().stream().map(IndexKey::sql).toList()))
        .put(
            "partitions",
            Json.array(
                partitioning.partitions().stream().map(PartitionJson::write).toList()))
        .build();
  }

  static Partitioning partitioning(Json json) {
    return new Partitioning(
        Partitioning.Method.valueOf(json.get("by").text().toUpperCase(Locale.ROOT)),
        json.get("on").list().stream().map(Json::text).map(IndexKey::parse).toList(),
        json.get("partitions").list().stream().map(PartitionJson::partition).toList());
  }

  public static Json write(Partition partition) {
    return write(Json.object().put("name", partition.name().value()), partition.bounds())
        .build();
  }

  public static Partition partition(Json json) {
    return new Partition(new Name(json.get("name").text()), bounds(json));
  }

  public static Json write(PartitionBounds bounds) {
    return write(Json.object(), bounds).build();
  }

  private static Json.ObjectBuilder write(Json.ObjectBuilder object, PartitionBounds bounds) {
    if (bounds instanceof PartitionBounds.Range range) {
      return object.put("from", texts(range.from())).put("to", texts(range.to()));
    } else if (bounds instanceof PartitionBounds.In in) {
      return object.put("in", texts(in.values()));
    } else if (bounds instanceof PartitionBounds.Hash hash) {
      return object.put("modulus", hash.modulus()).put("remainder", hash.remainder());
    }
    return object;
  }

  public static PartitionBounds bounds(Json json) {
    if (json.find("from").isPresent()) {
      return new PartitionBounds.Range(texts(json, "from"), texts(json, "to"));
    } else if (json.find("in").isPresent()) {
      return new PartitionBounds.In(texts(json, "in"));
    } else if (json.find("modulus").isPresent()) {
      return new PartitionBounds.Hash(
          (int) json.get("modulus").integer(), (int) json.get("remainder").integer());
    }
    return new PartitionBounds.Rest();
  }

  private static Json texts(List<String> texts) {
    return Json.array(texts.stream().map(Json::of).toList());
  }

  private static List<String> texts(Json json, String member) {
    return json.get(member).list().stream().map(Json::text).toList();
  }
}
