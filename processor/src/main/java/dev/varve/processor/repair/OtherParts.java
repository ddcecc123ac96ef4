package dev.varve.processor.repair;

import dev.varve.runtime.catalog.Difference;
import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SQL for what the plan does not know, made of the definitions that PostgreSQL printed. What no
 * definition makes again without harm is left to a person, in a comment.
 *
 * @see Repair
 */
final class OtherParts {
  /** What is made earlier stands before what may use it. */
  private static final List<String> ORDER = List.of(
      "extension",
      "role",
      "schema",
      "domain",
      "sequence",
      "function",
      "procedure",
      "view",
      "materialized view",
      "index",
      "constraint",
      "trigger",
      "rule",
      "statistics",
      "policy");

  private final String schema;
  private final List<String> before = new ArrayList<>();
  private final TreeMap<Integer, List<String>> after = new TreeMap<>();

  /** @param schema the schema of the parts; empty for the one that the script runs in */
  OtherParts(String schema) {
    this.schema = schema;
  }

  List<String> before() {
    return before;
  }

  List<String> after() {
    return after.values().stream().flatMap(List::stream).toList();
  }

  void repair(Difference difference) {
    String kind = difference.kind();
    Statements statements = statements(difference);
    if (statements.all().isEmpty()) {
      add(kind, "-- By hand: " + difference + ".");
      return;
    }
    statements.before().forEach(sql -> before.add(placed(sql, false)));
    statements.after().forEach(sql -> add(kind, placed(sql, true)));
  }

  /**
   * The definitions name what is in their schema without it.
   *
   * @param others whether they may name what is in others, such as that of an extension
   */
  private String placed(String sql, boolean others) {
    if (schema.isEmpty()) {
      return sql;
    }
    String tag = "$varve$";
    for (int i = 1; sql.contains(tag); i++) {
      tag = "$varve" + i + "$";
    }
    return "-- In schema " + new Name(schema).quoted() + ".\nDO " + tag
        + "\nDECLARE\n  varve_path text := current_setting('search_path');\nBEGIN\n"
        + "  PERFORM set_config('search_path', quote_ident('" + schema.replace("'", "''") + "')"
        + (others ? " || ', ' || varve_path" : "") + ", true);\n" + sql
        + "\n  PERFORM set_config('search_path', varve_path, true);\nEND\n" + tag + ";";
  }

  private void add(String kind, String statement) {
    int place = ORDER.indexOf(kind);
    after
        .computeIfAbsent(place < 0 ? ORDER.size() : place, any -> new ArrayList<>())
        .add(statement);
  }

  /** What is run before tables change, and after. */
  private record Statements(List<String> before, List<String> after) {
    static Statements none() {
      return new Statements(List.of(), List.of());
    }

    static Statements now(String... statements) {
      return new Statements(List.of(), List.of(statements));
    }

    List<String> all() {
      return Stream.concat(before.stream(), after.stream()).toList();
    }
  }

  /** A part of a table; a name that is quoted may have dots of its own. */
  private static final Pattern LAST = Pattern.compile("(?:(.*)\\.)?(\"(?:[^\"]|\"\")+\"|[^\".]+)");

  private static Statements statements(Difference difference) {
    String name = difference.table().isPresent()
        ? difference.part().substring(difference.kind().length() + 1)
        : difference.name();
    Optional<String> expected = difference.expected();
    Matcher parts = LAST.matcher(name);
    String table = parts.matches() && parts.group(1) != null ? parts.group(1) : "";
    String part = parts.matches() ? parts.group(2) : name;
    return switch (difference.kind()) {
      case "extension" ->
        difference.found().isEmpty()
            ? Statements.now("CREATE EXTENSION IF NOT EXISTS " + name + ";")
            : Statements.none();
      case "role" ->
        difference.found().isEmpty()
            ? Statements.now("CREATE ROLE " + name + " " + expected.orElse("") + ";")
            : Statements.none();
      case "view" -> made(difference, "VIEW " + name, "CREATE VIEW " + name + " ");
      // Its indexes would go with it.
      case "materialized view" ->
        difference.found().isPresent() && expected.isPresent()
            ? Statements.none()
            : made(
                difference, "MATERIALIZED VIEW " + name, "CREATE MATERIALIZED VIEW " + name + " ");
      case "function", "procedure" -> routine(difference, name);
      case "trigger" -> made(difference, "TRIGGER " + part + " ON " + table, "");
      case "rule" -> made(difference, "RULE " + part + " ON " + table, "");
      case "policy" ->
        made(
            difference,
            "POLICY " + part + " ON " + table,
            "CREATE POLICY " + part + " ON " + table + " AS ");
      case "statistics" -> statistics(difference, part, table);
      case "index" ->
        isPlanned(difference)
            ? new Statements(List.of(drop("INDEX " + part)), List.of())
            : made(difference, "INDEX " + part, "");
      case "constraint" -> constraint(difference, table, part);
      case "sequence" -> sequence(difference, name);
      case "domain" ->
        difference.found().isEmpty()
            ? Statements.now("CREATE DOMAIN " + name + " " + expected.orElse("") + ";")
            : expected.isEmpty()
                ? Statements.now("DROP DOMAIN IF EXISTS " + name + ";")
                : Statements.now(DomainText.of(difference.found().get())
                    .changes(name, DomainText.of(expected.get()))
                    .toArray(String[]::new));
      case "grant" ->
        Grants.statements(difference).isEmpty()
            ? Statements.none()
            : new Statements(List.of(), Grants.statements(difference));
      case "comment" -> comment(difference, name);
      case "owner of" ->
        Statements.now(
            "ALTER " + Grants.object(name, true) + " OWNER TO " + expected.orElseThrow() + ";");
      case "properties of table" -> properties(difference, name);
      case "storage of column" -> storage(difference, table, part);
      case "default of column" -> defaultOfPartition(difference, table, part);
      default -> Statements.none();
    };
  }

  /** Dropped if it is there, so that it may be run again, and made again if it should be. */
  private static Statements made(Difference difference, String dropped, String start) {
    return new Statements(
        List.of(drop(dropped)),
        difference.expected().map(text -> ended(start + text)).stream().toList());
  }

  /** What is found is out of the model's words and has to go; what is expected the plan makes. */
  private static boolean isPlanned(Difference difference) {
    return difference.table().isPresent() && difference.expected().isPresent();
  }

  /** {@code TRIGGER x ON y} with its guard. */
  private static String drop(String object) {
    int name = object.startsWith("MATERIALIZED VIEW ")
        ? "MATERIALIZED VIEW ".length()
        : object.indexOf(' ') + 1;
    return "DROP " + object.substring(0, name) + "IF EXISTS " + object.substring(name) + ";";
  }

  private static String ended(String statement) {
    String text = statement.strip();
    return text.endsWith(";") ? text : text + ";";
  }

  private static Statements routine(Difference difference, String name) {
    return difference
        .expected()
        .map(text -> Statements.now(ended(text)))
        .orElseGet(() -> Statements.now(
            "DROP " + (difference.kind().equals("function") ? "FUNCTION" : "PROCEDURE")
                + " IF EXISTS " + name + ";"));
  }

  private static Statements constraint(Difference difference, String table, String name) {
    if (difference.found().filter(text -> text.endsWith("(triggers disabled)")).isPresent()) {
      return Statements.now("ALTER TABLE " + table + " ENABLE TRIGGER ALL;");
    }
    if (difference.found().filter(text -> text.endsWith(" NOT VALID")).isPresent()
        && difference.expected().isPresent()) {
      return Statements.now("ALTER TABLE " + table + " VALIDATE CONSTRAINT " + name + ";");
    }
    return new Statements(
        List.of("ALTER TABLE " + table + " DROP CONSTRAINT IF EXISTS " + name + ";"),
        difference
            .expected()
            .filter(text -> !isPlanned(difference))
            .map(text -> "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " "
                + text.replaceFirst(" \\(target in schema .*\\)$", "") + ";")
            .stream()
            .toList());
  }

  private static Statements sequence(Difference difference, String name) {
    if (difference.expected().isEmpty()) {
      return Statements.now("DROP SEQUENCE IF EXISTS " + name + ";");
    }
    String options = difference.expected().get();
    String cycle = options.contains(" CYCLE") ? "" : " NO CYCLE";
    return Statements.now(
        (difference.found().isEmpty() ? "CREATE SEQUENCE IF NOT EXISTS " : "ALTER SEQUENCE ") + name
            + " " + options + cycle + ";");
  }

  private static Statements statistics(Difference difference, String name, String table) {
    List<String> kinds = new ArrayList<>();
    String text = difference.expected().orElse("");
    String codes = text.contains(" ON ") ? text.substring(0, text.indexOf(" ON ")) : "";
    for (String code : codes.split(", ")) {
      switch (code) {
        case "d" -> kinds.add("ndistinct");
        case "f" -> kinds.add("dependencies");
        case "m" -> kinds.add("mcv");
        default -> {}
      }
    }
    String kind = kinds.isEmpty() ? "" : "(" + String.join(", ", kinds) + ") ";
    return new Statements(
        List.of("DROP STATISTICS IF EXISTS " + name + ";"),
        text.isEmpty()
            ? List.of()
            : List.of("CREATE STATISTICS " + name + " " + kind + text.substring(text.indexOf("ON "))
                + " FROM " + table + ";"));
  }

  private static Statements comment(Difference difference, String name) {
    return Statements.now("COMMENT ON " + Grants.object(name, false) + " IS "
        + difference.expected().orElse("NULL") + ";");
  }

  private static Statements properties(Difference difference, String table) {
    Set<String> expected = words(difference.expected());
    Set<String> found = words(difference.found());
    List<String> actions = new ArrayList<>();
    for (String word : expected) {
      if (!found.contains(word)) {
        switch (word) {
          case "ROW LEVEL SECURITY" -> actions.add("ENABLE " + word);
          case "FORCE ROW LEVEL SECURITY" -> actions.add(word);
          default -> actions.add(word);
        }
      }
    }
    for (String word : found) {
      if (expected.contains(word)) {
        continue;
      }
      if (word.equals("ROW LEVEL SECURITY")) {
        actions.add("DISABLE " + word);
      } else if (word.startsWith("FORCE")) {
        actions.add("NO " + word);
      } else if (word.startsWith("REPLICA")
          && expected.stream().noneMatch(w -> w.startsWith("REPLICA"))) {
        actions.add("REPLICA IDENTITY DEFAULT");
      } else if (word.startsWith("CLUSTER")
          && expected.stream().noneMatch(w -> w.startsWith("CLUSTER"))) {
        actions.add("SET WITHOUT CLUSTER");
      } else if (!word.startsWith("REPLICA") && !word.startsWith("CLUSTER")) {
        return Statements.none();
      }
    }
    return Statements.now(actions.stream()
        .map(action -> "ALTER TABLE " + table + " " + action + ";")
        .toArray(String[]::new));
  }

  /** The properties that the catalogue's reader puts one behind the other. */
  private static Set<String> words(Optional<String> properties) {
    Set<String> words = new LinkedHashSet<>();
    properties.ifPresent(
        text -> Arrays.stream(text.split(" (?=FORCE ROW|REPLICA |CLUSTER |USING |INHERITS |OF )"))
            .flatMap(word -> Stream.of(word.split("(?<!FORCE) (?=ROW LEVEL)")))
            .forEach(words::add));
    return words;
  }

  private static Statements storage(Difference difference, String table, String column) {
    String both = difference.expected().orElse("") + " " + difference.found().orElse("");
    if (!both.strip().matches("(?:STATISTICS \\d+ ?)+")) {
      return Statements.none();
    }
    return Statements.now("ALTER TABLE " + table + " ALTER COLUMN " + column + " SET "
        + difference.expected().orElse("STATISTICS -1") + ";");
  }

  /** Without a word about it, a partition has the default of its table. */
  private static Statements defaultOfPartition(
      Difference difference, String partition, String column) {
    String alter = "ALTER TABLE ONLY " + partition + " ALTER COLUMN " + column;
    return Statements.now(difference
        .expected()
        .map(value -> alter + " SET DEFAULT " + value + ";")
        .orElseGet(() -> """
            DO $of_table$
            BEGIN
              EXECUTE (
                SELECT %s || coalesce('SET DEFAULT ' || pg_get_expr(adbin, adrelid), 'DROP DEFAULT')
                FROM pg_inherits
                JOIN pg_attribute ON attrelid = inhparent AND quote_ident(attname) = %s
                LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                WHERE inhrelid = %s::regclass
              );
            END
            $of_table$;""".formatted(quoted(alter + " "), quoted(column), quoted(partition))));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
