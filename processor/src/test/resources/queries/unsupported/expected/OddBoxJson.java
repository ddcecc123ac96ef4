package unsupported;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.JsonCodec;
import dev.varve.runtime.query.JsonCodecs;
import java.util.Optional;
import java.util.Set;

/**
 * {@link Odd.Box} as JSON.
 */
public final class OddBoxJson implements JsonCodec<Odd.Box> {
  public static final OddBoxJson CODEC = new OddBoxJson();

  private static final JsonCodec<Thread> THREAD = JsonCodecs.unsupported();

  private static final JsonCodec<Optional<Set<String>>> SET = JsonCodecs.optional(JsonCodecs.unsupported());

  private static final JsonCodec<int[]> NUMBERS = JsonCodecs.unsupported();

  private OddBoxJson() {
  }

  @Override
  public Json write(Odd.Box value) {
    Json.ObjectBuilder object = Json.object();
    JsonCodecs.put(object, "thread", THREAD, value.thread());
    JsonCodecs.put(object, "set", SET, value.set());
    JsonCodecs.put(object, "numbers", NUMBERS, value.numbers());
    return object.build();
  }

  @Override
  public Odd.Box read(Json json) {
    return new Odd.Box(
        JsonCodecs.get(json, "thread", THREAD),
        JsonCodecs.get(json, "set", SET),
        JsonCodecs.get(json, "numbers", NUMBERS));
  }
}
