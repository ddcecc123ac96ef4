package dev.varve.runtime.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Text to {@link Json}, by recursive descent (RFC 8259). Of a member named twice the last counts,
 * as in {@code jsonb}.
 */
final class JsonParser {
  /** A deeper text is refused rather than left to overflow the stack. */
  private static final int DEPTH = 1_000;

  private final String text;
  private int position;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  Json parse() {
    Json value = value();
    skipSpace();
    if (position < text.length()) {
      throw error("Unexpected text after the value");
    }
    return value;
  }

  private Json value() {
    skipSpace();
    if (position == text.length()) {
      throw error("The text ends where a value should stand");
    }
    return switch (text.charAt(position)) {
      case '{' -> nested(this::object);
      case '[' -> nested(this::array);
      case '"' -> new Json.JsonString(string());
      case 't' -> literal("true", new Json.JsonBoolean(true));
      case 'f' -> literal("false", new Json.JsonBoolean(false));
      case 'n' -> literal("null", Json.NULL);
      default -> number();
    };
  }

  private Json nested(java.util.function.Supplier<Json> body) {
    if (++depth > DEPTH) {
      throw error("Nested deeper than " + DEPTH + " levels");
    }
    position++;
    Json value = body.get();
    depth--;
    return value;
  }

  private Json object() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (accept('}')) {
      return new Json.JsonObject(members);
    }
    do {
      skipSpace();
      if (position == text.length() || text.charAt(position) != '"') {
        throw error("Expected a member's name in double quotes");
      }
      String name = string();
      expect(':');
      members.put(name, value());
    } while (accept(','));
    expect('}');
    return new Json.JsonObject(members);
  }

  private Json array() {
    List<Json> elements = new ArrayList<>();
    if (accept(']')) {
      return new Json.JsonArray(elements);
    }
    do {
      elements.add(value());
    } while (accept(','));
    expect(']');
    return new Json.JsonArray(elements);
  }

  private String string() {
    position++;
    int start = position;
    while (position < text.length() && isPlain(text.charAt(position))) {
      position++;
    }
    if (position < text.length() && text.charAt(position) == '"') {
      return text.substring(start, position++);
    }
    StringBuilder value = new StringBuilder(text.substring(start, position));
    while (position < text.length() && text.charAt(position) != '"') {
      char c = text.charAt(position++);
      if (c == '\\') {
        value.append(escape());
      } else if (c < ' ') {
        position--;
        throw error("A control character must be escaped");
      } else {
        value.append(c);
      }
    }
    if (position == text.length()) {
      throw error("A string does not end");
    }
    position++;
    return value.toString();
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private char escape() {
    if (position == text.length()) {
      throw error("A string does not end");
    }
    char c = text.charAt(position++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw error("Unknown escape \\" + c);
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = position < text.length() ? hexDigit(text.charAt(position)) : -1;
      if (digit < 0) {
        throw error("Expected four hexadecimal digits after \\u");
      }
      code = code * 16 + digit;
      position++;
    }
    return (char) code;
  }

  private static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private Json number() {
    int start = position;
    if (peek('-')) {
      position++;
    }
    if (peek('0')) {
      position++;
    } else {
      digits();
    }
    if (peek('.')) {
      position++;
      digits();
    }
    if (peek('e') || peek('E')) {
      position++;
      if (peek('+') || peek('-')) {
        position++;
      }
      digits();
    }
    try {
      return new Json.JsonNumber(new BigDecimal(text.substring(start, position)));
    } catch (NumberFormatException tooLarge) {
      throw error("The number's exponent is out of range");
    }
  }

  private void digits() {
    int start = position;
    while (position < text.length()
        && text.charAt(position) >= '0'
        && text.charAt(position) <= '9') {
      position++;
    }
    if (position == start) {
      throw error("Expected a value");
    }
  }

  private Json literal(String word, Json value) {
    if (!text.startsWith(word, position)) {
      throw error("Expected a value");
    }
    position += word.length();
    return value;
  }

  private boolean accept(char c) {
    skipSpace();
    if (peek(c)) {
      position++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw error("Expected '" + c + "'");
    }
  }

  private boolean peek(char c) {
    return position < text.length() && text.charAt(position) == c;
  }

  private void skipSpace() {
    while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private JsonException error(String message) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < position; i++) {
      column++;
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      }
    }
    return new JsonException(message + " (line " + line + ", column " + column + ").");
  }
}
