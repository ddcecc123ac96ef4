package dev.varve.runtime.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import dev.varve.runtime.query.sample.Mood;
import dev.varve.runtime.query.sample.Prefs;
import dev.varve.runtime.query.sample.PrefsJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static <T> T through(JsonCodec<T> codec, T value) {
    return codec.read(Json.parse(codec.write(value).compact()));
  }

  private static <T> void assertKept(JsonCodec<T> codec, T value) {
    assertEquals(value, through(codec, value));
  }

  @Test
  void everyKindIsKept() {
    assertKept(JsonCodecs.BOOLEAN, true);
    assertKept(JsonCodecs.SHORT, Short.MIN_VALUE);
    assertKept(JsonCodecs.INT, Integer.MAX_VALUE);
    assertKept(JsonCodecs.LONG, Long.MIN_VALUE);
    assertKept(JsonCodecs.FLOAT, 0.1f);
    assertKept(JsonCodecs.FLOAT, Float.NaN);
    for (double value : new double[] {0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN}) {
      assertKept(JsonCodecs.DOUBLE, value);
    }
    assertKept(JsonCodecs.DOUBLE, Double.NEGATIVE_INFINITY);
    assertKept(JsonCodecs.DECIMAL, new BigDecimal("1234567890123456789012345678901234567890.50"));
    assertKept(JsonCodecs.STRING, "\"\\{} ü \uD83D\uDC18 \n");
    assertKept(JsonCodecs.UUID, new UUID(1, 2));
    assertKept(JsonCodecs.INSTANT, Instant.parse("2026-01-01T00:00:00.123456789Z"));
    assertKept(JsonCodecs.LOCAL_TIME, LocalTime.MAX);
    assertKept(JsonCodecs.enumOf(Mood.class), Mood.EAGER);
    assertKept(JsonCodecs.list(JsonCodecs.map(JsonCodecs.INT)), List.of(Map.of("a", 1), Map.of()));
    assertArrayEquals(new byte[] {0, -1}, through(JsonCodecs.BYTES, new byte[] {0, -1}));
    assertKept(PrefsJson.CODEC, new Prefs("x", 1, Optional.of("y"), List.of("a")));
  }

  @Test
  void anEmptyOptionalIsLeftOut() {
    Prefs prefs = new Prefs("x", 1, Optional.empty(), List.of());

    assertEquals(
        "{\"theme\":\"x\",\"daily\":1,\"decks\":[]}",
        PrefsJson.CODEC.write(prefs).compact());
    assertEquals(
        prefs,
        PrefsJson.CODEC.read(
            Json.parse("{\"theme\":\"x\",\"daily\":1,\"voice\":null,\"decks\":[],\"more\":2}")));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertMessage("Member \"theme\" is missing in {}", "{}");
    assertMessage("daily: Expected a number, found \"1\"", "{\"theme\":\"x\",\"daily\":\"1\"}");
    assertMessage(
        "daily: Expected a whole number of 32 bits, found 2147483648",
        "{\"theme\":\"x\",\"daily\":2147483648}");
  }

  private static void assertMessage(String message, String json) {
    JsonException e =
        assertThrows(JsonException.class, () -> PrefsJson.CODEC.read(Json.parse(json)));
    assertEquals(message, e.getMessage());
  }
}
