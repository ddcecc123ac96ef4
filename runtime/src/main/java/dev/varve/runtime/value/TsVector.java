package dev.varve.runtime.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@code tsvector}: the words of a text, and where they stand in it. <a
 * href="https://www.postgresql.org/docs/current/datatype-textsearch.html">PostgreSQL: text search
 * types</a>.
 *
 * @param lexemes the places of each word; none if they were stripped
 */
public record TsVector(Map<String, List<Position>> lexemes) {
  /**
   * A place.
   *
   * @param place from 1 to 16383
   * @param weight from A, the highest, to D
   */
  public record Position(int place, char weight) {
    @Override
    public String toString() {
      return weight == 'D' ? "" + place : "" + place + weight;
    }
  }

  public TsVector {
    Map<String, List<Position>> copy = new TreeMap<>();
    lexemes.forEach((word, places) -> copy.put(word, List.copyOf(places)));
    lexemes = Collections.unmodifiableMap(copy);
  }

  public static TsVector parse(String text) {
    Map<String, List<Position>> lexemes = new TreeMap<>();
    int at = 0;
    while (at < text.length()) {
      StringBuilder word = new StringBuilder();
      boolean quoted = text.charAt(at) == '\'';
      for (at += quoted ? 1 : 0; at < text.length(); at++) {
        char c = text.charAt(at);
        boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
        if (quoted ? c == '\'' && !twice : c == ' ' || c == ':') {
          break;
        }
        at += (c == '\'' || c == '\\') && twice ? 1 : 0;
        word.append(c);
      }
      at += quoted ? 1 : 0;
      int end = text.indexOf(' ', at) < 0 ? text.length() : text.indexOf(' ', at);
      lexemes.put(word.toString(), positions(text.substring(Math.min(at, end), end)));
      at = end + 1;
    }
    return new TsVector(lexemes);
  }

  private static List<Position> positions(String text) {
    List<Position> positions = new ArrayList<>();
    if (text.startsWith(":")) {
      for (String part : text.substring(1).split(",")) {
        char last = part.charAt(part.length() - 1);
        boolean weighted = Character.isLetter(last);
        String place = weighted ? part.substring(0, part.length() - 1) : part;
        positions.add(new Position(Integer.parseInt(place), weighted ? last : 'D'));
      }
    }
    return positions;
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    lexemes.forEach((word, places) -> {
      String quoted = "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
      parts.add(
          places.isEmpty()
              ? quoted
              : quoted + ":"
                  + String.join(",", places.stream().map(Position::toString).toList()));
    });
    return String.join(" ", parts);
  }
}
