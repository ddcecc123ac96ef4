package dev.varve.runtime.verify;

import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Schemas that stand in for others, and texts with the one names or the others.
 *
 * <p>A name in a literal is replaced, too: it may be that of a sequence. What is read back from the
 * catalogue gets the real names again wherever they stand, so no harm is done to a literal that only
 * looks like one. The body of a routine stays as it is, because PostgreSQL keeps it as it is.
 */
final class StandIns {
  private static final Pattern ROUTINE = Pattern.compile(
      "CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:FUNCTION|PROCEDURE)\\b", Pattern.CASE_INSENSITIVE);

  /** Where the body of a routine begins that is a string. */
  private static final Pattern BODY =
      Pattern.compile("\\bAS\\s+(?:\\$\\w*\\$|[eE]?')", Pattern.CASE_INSENSITIVE);

  private static final Pattern BLOCK = Pattern.compile("DO\\b", Pattern.CASE_INSENSITIVE);

  /** A look for a name without a schema, as guards have it. */
  private static final Pattern LOOK =
      Pattern.compile("(\\bto_reg(?:class|type)\\(')([\\p{L}_][\\w$]*|\"(?:[^\"]|\"\")+\")('\\))");

  /** What may follow the name of a schema and a dot: a name, or an operator other than the star. */
  private static final String NAMED = "(?=[\"\\p{L}_]|[-+/<>=~!@#%^&|`?]|\\*[-+*/<>=~!@#%^&|`?])";

  private final Map<Name, Name> names = new LinkedHashMap<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final Set<String> left = new HashSet<>();
  private String looked = "";

  /** How SQL names a schema: before a name, as itself, and as a text in a block. */
  private record Mention(Pattern before, Pattern itself, String text, String standIn) {
    static Mention of(Name schema, Name standIn, Collection<String> kept) {
      String name = '"' + schema.value().replace("\"", "\"\"") + '"';
      String any = schema.quoted().startsWith("\"")
          ? Pattern.quote(name)
          : "(?:" + Pattern.quote(name) + "|(?i:" + Pattern.quote(schema.value()) + ")(?![\\w$]))";
      List<String> others = kept.stream().map(Pattern::quote).toList();
      String except =
          others.isEmpty() ? "" : "(?!\"?(?i:" + String.join("|", others) + ")(?![\\w$]))";
      return new Mention(
          Pattern.compile("(?<![\\w$\".])" + any + "\\." + NAMED + except),
          Pattern.compile("\\b((?i:SCHEMA)\\s+)" + any + "(?![\\w$.])"),
          "'" + schema.value().replace("'", "''") + "'",
          standIn.value());
    }

    String replaced(String sql, boolean block) {
      String result = before.matcher(sql).replaceAll(Matcher.quoteReplacement(standIn + "."));
      result = itself.matcher(result).replaceAll("$1" + Matcher.quoteReplacement(standIn));
      return block ? result.replace(text, "'" + standIn + "'") : result;
    }
  }

  /**
   * One more.
   *
   * @param kept names that mean the real schema's objects, because an extension has them there
   */
  void add(Name schema, Name standIn, Collection<String> kept) {
    names.put(schema, standIn);
    mentions.add(Mention.of(schema, standIn, kept));
  }

  /**
   * A guard must not find what the real schema has, which is searched, too, where an extension is in
   * it: a name without a schema is looked for in the stand-in.
   *
   * @param kept names that an extension has in the real schema
   */
  void lookIn(Name standIn, Collection<String> kept) {
    looked = standIn.value();
    left.addAll(kept);
  }

  Map<Name, Name> names() {
    return Map.copyOf(names);
  }

  Set<Name> schemas() {
    return names.keySet();
  }

  Name of(Name schema) {
    return names.getOrDefault(schema, schema);
  }

  /** The statement without the body of a routine. */
  static String head(String statement) {
    Matcher body = BODY.matcher(statement);
    return ROUTINE.matcher(statement).lookingAt() && body.find()
        ? statement.substring(0, body.start())
        : statement;
  }

  /** The statement, made for the schemas that stand in. */
  String intoStandIns(String statement) {
    String head = head(statement);
    if (head.length() < statement.length()) {
      return replaced(head, false) + statement.substring(head.length());
    }
    return replaced(statement, BLOCK.matcher(statement).lookingAt());
  }

  private String replaced(String sql, boolean block) {
    String result = sql;
    for (Mention mention : mentions) {
      result = mention.replaced(result, block);
    }
    return block && !looked.isEmpty()
        ? LOOK.matcher(result)
            .replaceAll(look -> Matcher.quoteReplacement(look.group(1)
                + (left.contains(look.group(2)) ? "" : looked + ".")
                + look.group(2)
                + look.group(3)))
        : result;
  }

  /** What PostgreSQL prints, with the names of the real schemas. */
  String intoNames(String text) {
    String result = text;
    for (Map.Entry<Name, Name> name : names.entrySet()) {
      String standIn = name.getValue().value();
      if (result.contains(standIn)) {
        // PostgreSQL describes a schema by its bare name.
        result = result
            .replace("schema " + standIn, "schema " + name.getKey().value())
            .replace(standIn, name.getKey().quoted());
      }
    }
    return result;
  }
}
