package dev.varve.runtime.query;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place between two rows of an order. Its text may travel through a client: it is no secret, as it
 * shows the last row's values in the order, and whatever comes back is a value, never SQL.
 *
 * @param order what the rows are sorted by
 * @param values the last row's, as text
 */
public record Cursor(String order, List<@Nullable String> values) {
  public Cursor {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** Of letters, digits, {@code -} and {@code _}. */
  public String text() {
    List<Json> parts = new ArrayList<>();
    parts.add(Json.of(order));
    for (String value : values) {
      parts.add(value == null ? Json.array() : Json.of(value));
    }
    byte[] json = Json.array(parts).compact().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  /**
   * Reads what {@link #text} has written.
   *
   * @throws StatementException if the text is no cursor
   */
  public static Cursor parse(String text) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(text);
      List<Json> parts = Json.parse(new String(json, StandardCharsets.UTF_8)).list();
      List<@Nullable String> values = new ArrayList<>();
      for (Json part : parts.subList(1, parts.size())) {
        values.add(part instanceof Json.JsonArray ? null : part.text());
      }
      return new Cursor(parts.get(0).text(), values);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | JsonException e) {
      throw new StatementException("The text is no cursor of a page.");
    }
  }
}
