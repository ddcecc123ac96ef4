package everything;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.JsonCodec;
import dev.varve.runtime.query.JsonCodecs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link Document} as JSON.
 */
public final class DocumentJson implements JsonCodec<Document> {
  public static final DocumentJson CODEC = new DocumentJson();

  private static final JsonCodec<Mood> MOOD = JsonCodecs.enumOf(Mood.class);

  private static final JsonCodec<Optional<Mood>> MOOD_MAYBE = JsonCodecs.optional(JsonCodecs.enumOf(Mood.class));

  private static final JsonCodec<List<Optional<Integer>>> LIST = JsonCodecs.list(JsonCodecs.optional(JsonCodecs.INT));

  private static final JsonCodec<Map<String, List<Document.Part>>> PARTS = JsonCodecs.map(JsonCodecs.list(DocumentPartJson.CODEC));

  private static final JsonCodec<Optional<Document>> INNER = JsonCodecs.optional(DocumentJson.CODEC);

  private DocumentJson() {
  }

  @Override
  public Json write(Document value) {
    Json.ObjectBuilder object = Json.object();
    JsonCodecs.put(object, "flag", JsonCodecs.BOOLEAN, value.flag());
    JsonCodecs.put(object, "small", JsonCodecs.SHORT, value.small());
    JsonCodecs.put(object, "number", JsonCodecs.INT, value.number());
    JsonCodecs.put(object, "big", JsonCodecs.LONG, value.big());
    JsonCodecs.put(object, "real", JsonCodecs.FLOAT, value.real());
    JsonCodecs.put(object, "precise", JsonCodecs.DOUBLE, value.precise());
    JsonCodecs.put(object, "money", JsonCodecs.DECIMAL, value.money());
    JsonCodecs.put(object, "text", JsonCodecs.STRING, value.text());
    JsonCodecs.put(object, "uuid", JsonCodecs.UUID, value.uuid());
    JsonCodecs.put(object, "instant", JsonCodecs.INSTANT, value.instant());
    JsonCodecs.put(object, "mood", MOOD, value.mood());
    JsonCodecs.put(object, "moodMaybe", MOOD_MAYBE, value.moodMaybe());
    JsonCodecs.put(object, "any", JsonCodec.JSON, value.any());
    JsonCodecs.put(object, "list", LIST, value.list());
    JsonCodecs.put(object, "parts", PARTS, value.parts());
    JsonCodecs.put(object, "inner", INNER, value.inner());
    return object.build();
  }

  @Override
  public Document read(Json json) {
    return new Document(
        JsonCodecs.get(json, "flag", JsonCodecs.BOOLEAN),
        JsonCodecs.get(json, "small", JsonCodecs.SHORT),
        JsonCodecs.get(json, "number", JsonCodecs.INT),
        JsonCodecs.get(json, "big", JsonCodecs.LONG),
        JsonCodecs.get(json, "real", JsonCodecs.FLOAT),
        JsonCodecs.get(json, "precise", JsonCodecs.DOUBLE),
        JsonCodecs.get(json, "money", JsonCodecs.DECIMAL),
        JsonCodecs.get(json, "text", JsonCodecs.STRING),
        JsonCodecs.get(json, "uuid", JsonCodecs.UUID),
        JsonCodecs.get(json, "instant", JsonCodecs.INSTANT),
        JsonCodecs.get(json, "mood", MOOD),
        JsonCodecs.get(json, "moodMaybe", MOOD_MAYBE),
        JsonCodecs.get(json, "any", JsonCodec.JSON),
        JsonCodecs.get(json, "list", LIST),
        JsonCodecs.get(json, "parts", PARTS),
        JsonCodecs.get(json, "inner", INNER));
  }
}
