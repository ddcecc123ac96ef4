package dev.varve.processor.pull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An annotation of a source that is written, and the thing that it says. */
final class Annotation {
  static final int WIDTH = 100;

  /** What a block of Java may not keep: line ends of others, blanks of others at the ends of lines. */
  private static final Pattern STRIPPED =
      Pattern.compile("\\r|[\\p{javaWhitespace}&&[^ \\t\\n]](?m:$)");

  private final String type;
  private final String thing;
  private final Map<String, String> members = new LinkedHashMap<>();

  /**
   * @param type as the source names it
   * @param thing the key of what goes if the compiler refuses the annotation
   */
  Annotation(String type, String thing) {
    this.type = type;
    this.thing = thing;
  }

  String thing() {
    return thing;
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  /** A member as Java has it. */
  Annotation with(String member, String java) {
    members.put(member, java);
    return this;
  }

  Annotation text(String member, String text) {
    return with(member, literal(text));
  }

  Annotation text(String member, Optional<String> text) {
    text.ifPresent(value -> text(member, value));
    return this;
  }

  /** Only if it is not empty. */
  Annotation texts(String member, List<String> texts) {
    return texts.isEmpty() ? this : with(member, array(texts));
  }

  Annotation flag(String member, boolean value, boolean usual) {
    return value == usual ? this : with(member, Boolean.toString(value));
  }

  static String array(List<String> texts) {
    List<String> literals = texts.stream().map(Annotation::literal).toList();
    return literals.size() == 1 ? literals.get(0) : "{" + String.join(", ", literals) + "}";
  }

  /** A string of Java; one of several lines is a block, if that keeps all of it. */
  static String literal(String text) {
    if (text.contains("\n") && !STRIPPED.matcher(text).find()) {
      return block(text);
    }
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      out.append(
          switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\0' -> "\\0";
            default -> String.valueOf(c);
          });
    }
    return out.append('"').toString();
  }

  private static String block(String text) {
    String safe = text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"").replace("\t", "\\t");
    // Java takes blanks away at the ends of lines, and a quote at the end would join the three.
    String lines = safe.lines()
        .map(line -> line.endsWith(" ") ? line.substring(0, line.length() - 1) + "\\s" : line)
        .collect(Collectors.joining("\n"));
    if (text.endsWith("\n")) {
      return "\"\"\"\n" + lines + "\n\"\"\"";
    }
    String end = lines.endsWith("\"") ? lines.substring(0, lines.length() - 1) + "\\\"" : lines;
    return "\"\"\"\n" + keepingMargin(end) + "\"\"\"";
  }

  /** Java also takes away the blanks that all lines begin with. */
  private static String keepingMargin(String lines) {
    boolean margin = lines.lines().allMatch(line -> line.isEmpty() || line.startsWith(" "));
    return margin ? lines.replaceFirst(" ", "\\\\s") : lines;
  }

  /** On one line, where that is not too long and nothing in it has several. */
  Optional<String> line() {
    String text = "@" + type;
    if (members.size() == 1 && members.containsKey("value")) {
      text += "(" + members.get("value") + ")";
    } else if (!members.isEmpty()) {
      text += members.entrySet().stream()
          .map(member -> member.getKey() + " = " + member.getValue())
          .collect(Collectors.joining(", ", "(", ")"));
    }
    return text.contains("\n") ? Optional.empty() : Optional.of(text);
  }

  /** The annotation, its first line not indented yet, all others as deep as they go. */
  String at(int indent) {
    Optional<String> line = line();
    if (line.filter(text -> indent + text.length() <= WIDTH).isPresent()) {
      return line.get();
    }
    String margin = " ".repeat(indent + 4);
    boolean plain = members.size() == 1 && members.containsKey("value");
    return members.entrySet().stream()
        .map(member ->
            margin + (plain ? "" : member.getKey() + " = ") + member(member.getValue(), indent + 4))
        .collect(Collectors.joining(",\n", "@" + type + "(\n", ")"));
  }

  private static String member(String value, int indent) {
    if (value.startsWith("\"\"\"\n")) {
      return value.replace("\n", "\n" + " ".repeat(indent + 4)).replaceAll("(?m)^ +$", "");
    }
    if (value.startsWith("{") && value.length() + indent > WIDTH - 20) {
      String margin = " ".repeat(indent);
      return "{\n" + margin + "  "
          + value.substring(1, value.length() - 1).replace("\", \"", "\",\n" + margin + "  \"")
          + "\n" + margin + "}";
    }
    return value;
  }
}
