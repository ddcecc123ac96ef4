package dev.varve.runtime.query.sample;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.JsonCodec;
import dev.varve.runtime.query.JsonCodecs;
import java.util.List;
import java.util.Optional;

/** {@link Prefs} as JSON. */
public final class PrefsJson implements JsonCodec<Prefs> {
  public static final PrefsJson CODEC = new PrefsJson();

  private static final JsonCodec<Optional<String>> VOICE = JsonCodecs.optional(JsonCodecs.STRING);
  private static final JsonCodec<List<String>> DECKS = JsonCodecs.list(JsonCodecs.STRING);

  private PrefsJson() {}

  @Override
  public Json write(Prefs value) {
    Json.ObjectBuilder object = Json.object();
    JsonCodecs.put(object, "theme", JsonCodecs.STRING, value.theme());
    JsonCodecs.put(object, "daily", JsonCodecs.INT, value.daily());
    JsonCodecs.put(object, "voice", VOICE, value.voice());
    JsonCodecs.put(object, "decks", DECKS, value.decks());
    return object.build();
  }

  @Override
  public Prefs read(Json json) {
    return new Prefs(
        JsonCodecs.get(json, "theme", JsonCodecs.STRING),
        JsonCodecs.get(json, "daily", JsonCodecs.INT),
        JsonCodecs.get(json, "voice", VOICE),
        JsonCodecs.get(json, "decks", DECKS));
  }
}
