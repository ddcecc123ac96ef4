package values;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.JsonCodec;
import dev.varve.runtime.query.JsonCodecs;

/**
 * {@link Label} as JSON.
 */
public final class LabelJson implements JsonCodec<Label> {
  public static final LabelJson CODEC = new LabelJson();

  private LabelJson() {
  }

  @Override
  public Json write(Label value) {
    Json.ObjectBuilder object = Json.object();
    JsonCodecs.put(object, "text", JsonCodecs.STRING, value.text());
    return object.build();
  }

  @Override
  public Label read(Json json) {
    return new Label(
        JsonCodecs.get(json, "text", JsonCodecs.STRING));
  }
}
