package shop;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.JsonCodec;
import dev.varve.runtime.query.JsonCodecs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link Prefs} as JSON.
 */
public final class PrefsJson implements JsonCodec<Prefs> {
  public static final PrefsJson CODEC = new PrefsJson();

  private static final JsonCodec<Optional<String>> VOICE = JsonCodecs.optional(JsonCodecs.STRING);

  private static final JsonCodec<List<Prefs.Deck>> DECKS = JsonCodecs.list(PrefsDeckJson.CODEC);

  private static final JsonCodec<Map<String, Mood>> MOODS = JsonCodecs.map(JsonCodecs.enumOf(Mood.class));

  private PrefsJson() {
  }

  @Override
  public Json write(Prefs value) {
    Json.ObjectBuilder object = Json.object();
    JsonCodecs.put(object, "theme", JsonCodecs.STRING, value.theme());
    JsonCodecs.put(object, "daily", JsonCodecs.INT, value.daily());
    JsonCodecs.put(object, "voice", VOICE, value.voice());
    JsonCodecs.put(object, "decks", DECKS, value.decks());
    JsonCodecs.put(object, "moods", MOODS, value.moods());
    return object.build();
  }

  @Override
  public Prefs read(Json json) {
    return new Prefs(
        JsonCodecs.get(json, "theme", JsonCodecs.STRING),
        JsonCodecs.get(json, "daily", JsonCodecs.INT),
        JsonCodecs.get(json, "voice", VOICE),
        JsonCodecs.get(json, "decks", DECKS),
        JsonCodecs.get(json, "moods", MOODS));
  }
}
