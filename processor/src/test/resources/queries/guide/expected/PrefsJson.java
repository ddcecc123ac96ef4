package guide;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.JsonCodec;
import dev.varve.runtime.query.JsonCodecs;

/**
 * {@link Prefs} as JSON.
 */
public final class PrefsJson implements JsonCodec<Prefs> {
  public static final PrefsJson CODEC = new PrefsJson();

  private PrefsJson() {
  }

  @Override
  public Json write(Prefs value) {
    Json.ObjectBuilder object = Json.object();
    JsonCodecs.put(object, "theme", JsonCodecs.STRING, value.theme());
    JsonCodecs.put(object, "fontSize", JsonCodecs.INT, value.fontSize());
    return object.build();
  }

  @Override
  public Prefs read(Json json) {
    return new Prefs(
        JsonCodecs.get(json, "theme", JsonCodecs.STRING),
        JsonCodecs.get(json, "fontSize", JsonCodecs.INT));
  }
}
