package everything;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.JsonCodec;
import dev.varve.runtime.query.JsonCodecs;
import java.util.Optional;

/**
 * {@link Document.Part} as JSON.
 */
public final class DocumentPartJson implements JsonCodec<Document.Part> {
  public static final DocumentPartJson CODEC = new DocumentPartJson();

  private static final JsonCodec<Optional<Document.Part>> NEXT = JsonCodecs.optional(DocumentPartJson.CODEC);

  private DocumentPartJson() {
  }

  @Override
  public Json write(Document.Part value) {
    Json.ObjectBuilder object = Json.object();
    JsonCodecs.put(object, "name", JsonCodecs.STRING, value.name());
    JsonCodecs.put(object, "next", NEXT, value.next());
    return object.build();
  }

  @Override
  public Document.Part read(Json json) {
    return new Document.Part(
        JsonCodecs.get(json, "name", JsonCodecs.STRING),
        JsonCodecs.get(json, "next", NEXT));
  }
}
