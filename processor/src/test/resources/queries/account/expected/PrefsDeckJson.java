package shop;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.JsonCodec;
import dev.varve.runtime.query.JsonCodecs;
import java.util.Optional;

/**
 * {@link Prefs.Deck} as JSON.
 */
public final class PrefsDeckJson implements JsonCodec<Prefs.Deck> {
  public static final PrefsDeckJson CODEC = new PrefsDeckJson();

  private static final JsonCodec<Optional<Prefs.Deck>> PARENT = JsonCodecs.optional(PrefsDeckJson.CODEC);

  private PrefsDeckJson() {
  }

  @Override
  public Json write(Prefs.Deck value) {
    Json.ObjectBuilder object = Json.object();
    JsonCodecs.put(object, "name", JsonCodecs.STRING, value.name());
    JsonCodecs.put(object, "weight", JsonCodecs.DOUBLE, value.weight());
    JsonCodecs.put(object, "parent", PARENT, value.parent());
    return object.build();
  }

  @Override
  public Prefs.Deck read(Json json) {
    return new Prefs.Deck(
        JsonCodecs.get(json, "name", JsonCodecs.STRING),
        JsonCodecs.get(json, "weight", JsonCodecs.DOUBLE),
        JsonCodecs.get(json, "parent", PARENT));
  }
}
