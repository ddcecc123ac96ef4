package clashes;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.JsonCodec;
import dev.varve.runtime.query.JsonCodecs;
import java.util.List;

/**
 * {@link Column.Key1} as JSON.
 */
public final class ColumnKey1Json implements JsonCodec<Column.Key1> {
  public static final ColumnKey1Json CODEC = new ColumnKey1Json();

  private static final JsonCodec<List<String>> CODEC_CODEC = JsonCodecs.list(JsonCodecs.STRING);

  private static final JsonCodec<List<String>> _CODEC = JsonCodecs.list(JsonCodecs.STRING);

  private ColumnKey1Json() {
  }

  @Override
  public Json write(Column.Key1 value) {
    Json.ObjectBuilder object = Json.object();
    JsonCodecs.put(object, "CODEC", JsonCodecs.STRING, value.CODEC());
    JsonCodecs.put(object, "codec", CODEC_CODEC, value.codec());
    JsonCodecs.put(object, "Codec", _CODEC, value.Codec());
    return object.build();
  }

  @Override
  public Column.Key1 read(Json json) {
    return new Column.Key1(
        JsonCodecs.get(json, "CODEC", JsonCodecs.STRING),
        JsonCodecs.get(json, "codec", CODEC_CODEC),
        JsonCodecs.get(json, "Codec", _CODEC));
  }
}
