package dev.varve.runtime.json;

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
      flat(value, out, ",", ":", Integer.MAX_VALUE);
    }
    return out.toString();
  }

  private void broken(Json value, int indent, StringBuilder out) {
    int start = out.length();
    if (flat(value, out, ", ", ": ", end(value, indent, out))) {
      return;
    }
    out.setLength(start);
    if (value instanceof Json.JsonObject object) {
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

  /** How long the text may become on this line. */
  private static int end(Json value, int indent, StringBuilder out) {
    if (isLeaf(value)) {
      return Integer.MAX_VALUE;
    }
    return indent == 0 ? 0 : out.lastIndexOf("\n") + LINE;
  }

  private static boolean isLeaf(Json value) {
    if (value instanceof Json.JsonObject object) {
      return object.members().isEmpty();
    }
    return !(value instanceof Json.JsonArray array) || array.elements().isEmpty();
  }

  /** Whether the text ended before it became longer than that; otherwise it is not whole. */
  private static boolean flat(
      Json value, StringBuilder out, String comma, String colon, int longest) {
    if (value instanceof Json.JsonObject object) {
      out.append('{');
      String separator = "";
      for (Map.Entry<String, Json> member : object.members().entrySet()) {
        string(member.getKey(), out.append(separator));
        if (!flat(member.getValue(), out.append(colon), comma, colon, longest)) {
          return false;
        }
        separator = comma;
      }
      out.append('}');
    } else if (value instanceof Json.JsonArray array) {
      out.append('[');
      String separator = "";
      for (Json element : array.elements()) {
        if (!flat(element, out.append(separator), comma, colon, longest)) {
          return false;
        }
        separator = comma;
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
    return out.length() <= longest;
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
