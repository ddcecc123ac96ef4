package dev.varve.runtime.verify;

import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements that make a large schema, divided so that each portion can be built without the
 * others and rolled back before the next, since a server has locks for so many tables at once only.
 *
 * <p>A portion makes some relations whole, and of others, which these rest on, as much as they need.
 * What rests on what is told by the names in the statements: a name that only looks like that of a
 * relation makes a portion larger, never wrong.
 */
final class Portions {
  private static final String NAME = "((?:(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\w$]*)\\.)?"
      + "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\w$]*))";

  private static final Pattern RELATION = Pattern.compile(
      "\\bCREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:UNLOGGED\\s+|RECURSIVE\\s+|MATERIALIZED\\s+)*"
          + "(?:TABLE|VIEW|SEQUENCE)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?" + NAME,
      Pattern.CASE_INSENSITIVE);

  /** A partition is built with its table, which is not whole without it. */
  private static final Pattern PARTITION = Pattern.compile(
      "\\bCREATE\\s+(?:UNLOGGED\\s+|FOREIGN\\s+)?TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?" + NAME
          + "\\s+PARTITION\\s+OF\\s+" + NAME,
      Pattern.CASE_INSENSITIVE);

  private static final Pattern ATTACHED = Pattern.compile(
      "\\bALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?" + NAME
          + "\\s+ATTACH\\s+PARTITION\\s+" + NAME,
      Pattern.CASE_INSENSITIVE);

  /** What costs no lock of its own until the end, or hardly any. */
  private static final Pattern LIGHT = Pattern.compile(
      "\\bCREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:FUNCTION|PROCEDURE|TYPE|DOMAIN)\\s+" + NAME,
      Pattern.CASE_INSENSITIVE);

  private static final Pattern RENAMED = Pattern.compile(
      "\\bALTER\\s+(?:TABLE|VIEW|MATERIALIZED\\s+VIEW|SEQUENCE|TYPE|DOMAIN|FUNCTION)\\s+"
          + "(?:IF\\s+EXISTS\\s+)?" + NAME + "(?:\\s*\\([^)]*\\))?\\s+RENAME\\s+TO\\s+" + NAME,
      Pattern.CASE_INSENSITIVE);

  private static final Pattern ALTERED = Pattern.compile(
      "\\bALTER\\s+(?:FOREIGN\\s+)?(?:TABLE|VIEW|MATERIALIZED\\s+VIEW|SEQUENCE)\\s+"
          + "(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?" + NAME,
      Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_TABLE = Pattern.compile(
      "\\bCREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+(?:CONCURRENTLY\\s+)?(?:IF\\s+NOT\\s+EXISTS\\s+)?"
          + NAME + "\\s+ON\\s+(?:ONLY\\s+)?" + NAME,
      Pattern.CASE_INSENSITIVE);

  private static final Pattern INDEX =
      Pattern.compile("\\b(?:INDEX|KEY|UNIQUE|IDENTITY)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern BLOCK =
      Pattern.compile("\\s*DO\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What PostgreSQL calls an object before its name, which may be the name of another one. */
  private static final Set<String> KINDS = Set.of(
      "table",
      "foreign",
      "view",
      "materialized",
      "sequence",
      "index",
      "column",
      "of",
      "constraint",
      "trigger",
      "policy",
      "rule",
      "statistics",
      "object",
      "on",
      "type",
      "function",
      "procedure",
      "schema",
      "extension");

  private final List<String> statements;
  private final Set<String> relations = new LinkedHashSet<>();
  private final Set<String> others = new LinkedHashSet<>();

  /** One name for all that something was called in turn, and for a table and its partitions. */
  private final Map<String, String> renamed = new HashMap<>();

  /** The table of each index: who names the one is about the other. */
  private final Map<String, String> indexed = new HashMap<>();

  private final List<Set<String>> mentions = new ArrayList<>();
  private final List<Set<String>> made = new ArrayList<>();

  private final Map<String, Integer> partitions = new HashMap<>();
  private final Map<String, Long> locks = new HashMap<>();

  /** The statements that make a thing or are about it. */
  private final Map<String, List<Integer>> about = new LinkedHashMap<>();

  /**
   * Statements, in order, that need no others.
   *
   * @param whole the names of the things that they make whole
   * @param relations the names of all relations
   * @param others the names of all other things
   * @param indexed the table of each index
   */
  record Portion(
      List<String> statements,
      Set<String> whole,
      Set<String> relations,
      Set<String> others,
      Map<String, String> indexed) {
    Portion {
      statements = List.copyOf(statements);
    }

    /** Whether a part of the catalogue is as it will be, told by what it is named after. */
    boolean isWhole(String name) {
      List<String> words = Words.WORD
          .matcher(name)
          .results()
          .filter(match -> !(KINDS.contains(match.group()) && name.startsWith(" ", match.end())))
          .map(match -> Words.word(match.group()))
          .toList();
      return words.stream()
          .filter(relations::contains)
          .findFirst()
          .or(() -> words.stream().filter(others::contains).findFirst())
          .or(() ->
              words.stream().filter(indexed::containsKey).map(indexed::get).findFirst())
          .map(whole::contains)
          .orElse(true);
    }

    /** What of the catalogue is as it will be. */
    Catalog whole(Catalog built) {
      Schema schema = built.schema();
      return new Catalog(
          new Schema(
              schema.tables().stream()
                  .filter(table -> isWhole(table.name().name()))
                  .toList(),
              schema.enums().stream()
                  .filter(type -> isWhole(type.name().name()))
                  .toList()),
          built.others().stream().filter(other -> isWhole(other.name())).toList());
    }

    private boolean isWhole(Name name) {
      return isWhole('"' + name.value().replace("\"", "\"\"") + '"');
    }
  }

  /** What two portions have made whole; some things both have. */
  static Catalog together(Catalog one, Catalog other) {
    return new Catalog(
        new Schema(
            distinct(one.schema().tables(), other.schema().tables()),
            distinct(one.schema().enums(), other.schema().enums())),
        distinct(one.others(), other.others()));
  }

  private static <T> List<T> distinct(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  private Portions(List<String> statements) {
    this.statements = statements;
    statements.forEach(this::find);
    for (int i = 0; i < statements.size(); i++) {
      mention(i);
    }
  }

  /**
   * The portions, of which one is enough where the server has locks for all.
   *
   * @param locks how many there may be at once
   * @param settled the names of relations that are made only if others need them
   * @param unsettled whether a name is one that may have to be made nevertheless
   */
  static List<Portion> of(
      List<String> statements, long locks, Set<String> settled, Predicate<String> unsettled) {
    Portions portions = new Portions(statements);
    return settled.isEmpty() && portions.locks(portions.relations) <= locks
        ? List.of(new Portion(statements, Set.of(), Set.of(), Set.of(), Map.of()))
        : portions.divided(locks, portions.spared(settled, unsettled));
  }

  /** What is settled under all the names that it had. */
  private Set<String> spared(Set<String> settled, Predicate<String> unsettled) {
    Set<String> spared = new HashSet<>();
    settled.forEach(name -> spared.add(known(name)));
    relations.stream().filter(unsettled).map(this::known).forEach(spared::remove);
    return spared;
  }

  private void find(String statement) {
    String text = StandIns.head(statement);
    relations.addAll(names(RELATION, text));
    others.addAll(names(LIGHT, text));
    Matcher index = OF_TABLE.matcher(text);
    if (index.find()) {
      indexed.put(last(index.group(1)), last(index.group(2)));
    }
    Matcher rename = RENAMED.matcher(text);
    while (rename.find()) {
      String to = last(rename.group(2));
      String first = known(last(rename.group(1)));
      renamed.put(to, first);
      (relations.contains(first) ? relations : others).add(to);
    }
    Matcher partition = PARTITION.matcher(text);
    while (partition.find()) {
      part(partition.group(1), partition.group(2));
    }
    Matcher attached = ATTACHED.matcher(text);
    while (attached.find()) {
      part(attached.group(2), attached.group(1));
    }
  }

  private void part(String partition, String table) {
    String name = last(partition);
    String whole = known(last(table));
    if (!whole.equals(known(name))) {
      renamed.replaceAll((to, first) -> first.equals(name) ? whole : first);
      renamed.put(name, whole);
      partitions.merge(whole, 1 + partitions.getOrDefault(name, 0), Integer::sum);
    }
  }

  private static List<String> names(Pattern pattern, String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(last(matcher.group(1)));
      if (!BLOCK.matcher(text).matches()) {
        break;
      }
    }
    return names;
  }

  private static String last(String qualified) {
    Matcher words = Words.WORD.matcher(qualified);
    String last = qualified;
    while (words.find()) {
      last = Words.word(words.group());
    }
    return last;
  }

  private String known(String name) {
    return renamed.getOrDefault(name, name);
  }

  private void mention(int i) {
    String text = StandIns.head(statements.get(i));
    Set<String> words = Words.of(text);
    Set<String> found = new LinkedHashSet<>();
    for (String word : words) {
      if (relations.contains(word) || others.contains(word)) {
        found.add(known(word));
      }
    }
    if (found.isEmpty()) {
      words.stream()
          .flatMap(word -> Optional.ofNullable(indexed.get(word)).stream())
          .forEach(table -> found.add(known(table)));
    }
    Set<String> making = new LinkedHashSet<>();
    names(RELATION, text).forEach(name -> making.add(known(name)));
    names(LIGHT, text).forEach(name -> making.add(known(name)));
    mentions.add(found);
    made.add(making);
    // What a statement alters may refer to others. Any word may be the name of a table, also one
    // of SQL's own, so without that all are meant.
    Set<String> subjects = new LinkedHashSet<>(making);
    if (making.isEmpty()) {
      names(ALTERED, text).stream().map(this::known).filter(found::contains).forEach(subjects::add);
    }
    if (subjects.isEmpty()) {
      found.stream().filter(relations::contains).forEach(subjects::add);
    }
    if (subjects.isEmpty()) {
      found.stream().findFirst().ifPresent(subjects::add);
    }
    subjects.forEach(
        name -> about.computeIfAbsent(name, any -> new ArrayList<>()).add(i));
  }

  private List<Portion> divided(long locks, Set<String> spared) {
    List<Portion> portions = new ArrayList<>();
    // The other things hold no locks, and are compared with the first relations.
    Set<String> whole = new LinkedHashSet<>();
    others.stream().map(this::known).forEach(whole::add);
    Set<String> all = new LinkedHashSet<>();
    long held = locks(close(whole, all));
    Set<String> done = new HashSet<>(spared);
    for (String relation : relations) {
      String name = known(relation);
      if (!done.add(name)) {
        continue;
      }
      Set<String> more = close(Set.of(name), all);
      held += locks(more);
      if (held > locks && !whole.isEmpty()) {
        all.removeAll(more);
        portions.add(portion(whole, all));
        whole = new LinkedHashSet<>();
        all = new LinkedHashSet<>();
        held = locks(close(Set.of(name), all));
      }
      whole.add(name);
    }
    portions.add(portion(whole, all));
    return portions;
  }

  /** A table, its values out of line with their index, its type; and each key and index. */
  private long locks(Set<String> names) {
    return names.stream()
        .mapToLong(name -> locks.computeIfAbsent(name, this::locks))
        .sum();
  }

  private long locks(String name) {
    return !relations.contains(name) || !known(name).equals(name)
        ? 0
        : (1 + partitions.getOrDefault(name, 0))
            * (4
                + about.getOrDefault(name, List.of()).stream()
                    .mapToLong(i -> INDEX.matcher(statements.get(i)).results().count())
                    .sum());
  }

  /** Adds these, and all that the statements about them need, and what that needs to be there. */
  private Set<String> close(Set<String> whole, Set<String> all) {
    Set<String> added = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>();
    Consumer<String> add = name -> {
      if (all.add(name)) {
        added.add(name);
        next.add(name);
      }
    };
    for (String name : whole) {
      add.accept(name);
      // Also of what is there already: only now it has to be whole.
      about.getOrDefault(name, List.of()).forEach(i -> mentions.get(i).forEach(add));
    }
    while (!next.isEmpty()) {
      String name = next.poll();
      for (int i : about.getOrDefault(name, List.of())) {
        boolean makes = made.get(i).contains(name);
        mentions.get(i).stream()
            .filter(used -> makes || !relations.contains(used))
            .forEach(add);
      }
    }
    return added;
  }

  private Portion portion(Set<String> whole, Set<String> all) {
    List<String> some = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      if (all.containsAll(mentions.get(i))) {
        some.add(statements.get(i));
      }
    }
    Set<String> names = new HashSet<>(whole);
    renamed.forEach((to, first) -> {
      if (whole.contains(first)) {
        names.add(to);
      }
    });
    Map<String, String> tables = new HashMap<>();
    indexed.forEach((index, table) -> tables.put(index, known(table)));
    return new Portion(some, names, relations, others, tables);
  }
}
