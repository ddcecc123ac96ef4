package dev.varve.runtime.json;

import java.util.Iterator;
import java.util.Map;

/** {@link Json} to text. In the pretty form a value that fits the line stays on it. */
final class JsonWriter {
  private static final int LINE = 100;
  private static final String HEX = "0123456789abcdef";

  private final boolean pretty;

  JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  String write(Json value) {
    StringBuilder out = new StringBuilder();
    if (pretty) {
      broken(value, 0, out);
      out.append('\n');
    } else {
      flat(value, out, ",", ":");
    }
    return out.toString();
  }

  private void broken(Json value, int indent, StringBuilder out) {
    StringBuilder oneLine = new StringBuilder();
    flat(value, oneLine, ", ", ": ");
    int column = out.length() - (out.lastIndexOf("\n") + 1);
    if (isLeaf(value) || (indent > 0 && column + oneLine.length() < LINE)) {
      out.append(oneLine);
    } else if (value instanceof Json.JsonObject object) {
      out.append('{');
      String separator = "\n";
      for (Map.Entry<String, Json> member : object.members().entrySet()) {
        out.append(separator).append("  ".repeat(indent + 1));
        string(member.getKey(), out);
        out.append(": ");
        broken(member.getValue(), indent + 1, out);
        separator = ",\n";
      }
      out.append('\n').append("  ".repeat(indent)).append('}');
    } else {
      out.append('[');
      String separator = "\n";
      for (Json element : value.list()) {
        out.append(separator).append("  ".repeat(indent + 1));
        broken(element, indent + 1, out);
        separator = ",\n";
      }
      out.append('\n').append("  ".repeat(indent)).append(']');
    }
  }

  private static boolean isLeaf(Json value) {
    if (value instanceof Json.JsonObject object) {
      return object.members().isEmpty();
    }
    return !(value instanceof Json.JsonArray array) || array.elements().isEmpty();
  }

  private static void flat(Json value, StringBuilder out, String comma, String colon) {
    if (value instanceof Json.JsonObject object) {
      out.append('{');
      Iterator<Map.Entry<String, Json>> members = object.members().entrySet().iterator();
      while (members.hasNext()) {
        Map.Entry<String, Json> member = members.next();
        string(member.getKey(), out);
        out.append(colon);
        flat(member.getValue(), out, comma, colon);
        out.append(members.hasNext() ? comma : "");
      }
      out.append('}');
    } else if (value instanceof Json.JsonArray array) {
      out.append('[');
      Iterator<Json> elements = array.elements().iterator();
      while (elements.hasNext()) {
        flat(elements.next(), out, comma, colon);
        out.append(elements.hasNext() ? comma : "");
      }
      out.append(']');
    } else if (value instanceof Json.JsonString string) {
      string(string.value(), out);
    } else if (value instanceof Json.JsonNumber number) {
      out.append(number.value());
    } else if (value instanceof Json.JsonBoolean bool) {
      out.append(bool.value());
    } else {
      out.append("null");
    }
  }

  private static void string(String value, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || (Character.isSurrogate(c) && isLone(value, i))) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
              out.append(HEX.charAt((c >> shift) & 15));
            }
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLone(String value, int i) {
    return Character.isHighSurrogate(value.charAt(i))
        ? i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
  }
}
