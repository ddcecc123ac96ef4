package dev.varve.processor.pull;

import dev.varve.runtime.schema.DerivedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a table or an enum that no record says becomes what it is now where it stands: it may have rows,
 * or columns of it elsewhere have, so it is not made again.
 */
final class RawAlteration {
  private static final Pattern ENUM =
      Pattern.compile("CREATE TYPE " + RawStatement.NAME + " AS ENUM \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern TABLE = Pattern.compile(
      "(CREATE [A-Z ]*TABLE) " + RawStatement.NAME + " \\((?:\n(.*?)\n)?\\)(.*)", Pattern.DOTALL);
  private static final Pattern PART = Pattern.compile(
      "(CREATE [A-Z ]*TABLE) " + RawStatement.NAME + "\n  PARTITION OF " + RawStatement.NAME
          + "\n  ([^\n]*)(.*)",
      Pattern.DOTALL);
  private static final Pattern HEIR = Pattern.compile(" INHERITS \\((.+?)\\)");
  private static final Pattern COLUMN =
      Pattern.compile("(\"(?:[^\"]|\"\")+\"|[\\w$]+) (.+?)( NOT NULL)?", Pattern.DOTALL);

  /** Both ways, statement by statement, without semicolons. */
  record Steps(List<String> ahead, List<String> back) {
    static Steps none() {
      return new Steps(new ArrayList<>(), new ArrayList<>());
    }

    void add(String forth, String undo) {
      ahead.add(forth);
      back.add(0, undo);
    }
  }

  private final Things things;

  RawAlteration(Things things) {
    this.things = things;
  }

  /** Empty where only a person can say how. */
  Optional<Steps> between(RawStatement from, RawStatement to) {
    Matcher oldEnum = ENUM.matcher(from.text());
    Matcher newEnum = ENUM.matcher(to.text());
    if (oldEnum.matches() && newEnum.matches()) {
      return Optional.of(enums(oldEnum.group(1), labels(oldEnum), labels(newEnum)));
    }
    Matcher oldPart = PART.matcher(from.text());
    Matcher newPart = PART.matcher(to.text());
    if (oldPart.matches() && newPart.matches()) {
      boolean movesOnly = oldPart.group(1).equals(newPart.group(1))
          && oldPart.group(3).equals(newPart.group(3))
          && oldPart.group(5).equals(newPart.group(5));
      return Optional.of(moved(oldPart, newPart)).filter(steps -> movesOnly);
    }
    Matcher oldTable = TABLE.matcher(from.text());
    Matcher newTable = TABLE.matcher(to.text());
    boolean columnsOnly = oldTable.matches()
        && newTable.matches()
        && oldTable.group(1).equals(newTable.group(1))
        && withoutParents(oldTable).equals(withoutParents(newTable));
    return columnsOnly ? columns(oldTable, newTable) : Optional.empty();
  }

  private static String withoutParents(Matcher table) {
    return HEIR.matcher(table.group(4)).replaceFirst("");
  }

  private static List<String> parents(String table) {
    Matcher heir = HEIR.matcher(table);
    return heir.find() ? List.of(heir.group(1).split(", ")) : List.of();
  }

  /** A heir keeps the columns that it had of a table. */
  private Set<String> columnsOf(List<String> tables) {
    return things.of(Thing.Kind.TABLE).stream()
        .filter(table -> tables.contains(table.name().quoted()))
        .flatMap(table -> things.columns(table).stream())
        .map(RawSql::quoted)
        .collect(Collectors.toSet());
  }

  private static Steps moved(Matcher from, Matcher to) {
    String parent = "ALTER TABLE " + from.group(3);
    String name = from.group(2);
    Steps steps = Steps.none();
    steps.add(
        parent + " DETACH PARTITION " + name,
        parent + " ATTACH PARTITION " + name + " " + from.group(4));
    steps.add(
        parent + " ATTACH PARTITION " + name + " " + to.group(4),
        parent + " DETACH PARTITION " + name);
    return steps;
  }

  private static List<String> labels(Matcher type) {
    return LABEL.matcher(type.group(2)).results().map(label -> label.group(1)).toList();
  }

  private Steps enums(String type, List<String> from, List<String> to) {
    Steps steps = Steps.none();
    if (from.size() == to.size() && renamed(type, from, to, steps)) {
      return steps;
    }
    if (isWithin(from, to)) {
      for (int i = 0; i < to.size(); i++) {
        if (!from.contains(to.get(i))) {
          String place =
              i == 0 ? " BEFORE '" + from.get(0) + "'" : " AFTER '" + to.get(i - 1) + "'";
          steps
              .ahead()
              .add("ALTER TYPE " + type + " ADD VALUE IF NOT EXISTS '" + to.get(i) + "'" + place);
        }
      }
    } else {
      steps.ahead().addAll(remade(type, to));
    }
    steps.back().addAll(remade(type, from));
    return steps;
  }

  /** Values that stand where others stood have their rows. */
  private static boolean renamed(String type, List<String> from, List<String> to, Steps steps) {
    for (int i = 0; i < from.size(); i++) {
      String old = from.get(i);
      String now = to.get(i);
      if (!old.equals(now) && (to.contains(old) || from.contains(now))) {
        return false;
      }
    }
    for (int i = 0; i < from.size(); i++) {
      if (!from.get(i).equals(to.get(i))) {
        String rename = "ALTER TYPE " + type + " RENAME VALUE '";
        steps.add(
            rename + from.get(i) + "' TO '" + to.get(i) + "'",
            rename + to.get(i) + "' TO '" + from.get(i) + "'");
      }
    }
    return true;
  }

  private static boolean isWithin(List<String> few, List<String> many) {
    return many.stream().filter(few::contains).toList().equals(few);
  }

  /** No value can be taken from an enum: its columns get another type. */
  private List<String> remade(String type, List<String> labels) {
    String old = DerivedName.of("varve_old_" + DerivedName.hash(type)).quoted();
    String schema = RawStatement.schema(type);
    List<String> statements = new ArrayList<>();
    statements.add("ALTER TYPE " + type + " RENAME TO " + old);
    statements.add("CREATE TYPE " + type + " AS ENUM ("
        + labels.stream().map(label -> "'" + label + "'").collect(Collectors.joining(", ")) + ")");
    for (Thing table : things.of(Thing.Kind.TABLE)) {
      for (Row column : things.columns(table)) {
        String of = column.text("type");
        // Those of heirs and partitions follow.
        if ((of.equals(type) || of.equals(type + "[]")) && !column.is("is_inherited")) {
          String many = of.equals(type) ? "" : "[]";
          String alter = "ALTER COLUMN " + RawSql.quoted(column);
          Optional<String> value =
              column.find("value").filter(text -> column.text("generated").isEmpty());
          statements.add("ALTER TABLE " + table.name().quoted()
              + value.map(text -> "\n  " + alter + " DROP DEFAULT,").orElse("") + "\n  " + alter
              + " TYPE " + of + " USING " + RawSql.quoted(column) + "::text" + many + "::" + of
              + value.map(text -> ",\n  " + alter + " SET DEFAULT " + text).orElse(""));
        }
      }
    }
    statements.add("DROP TYPE " + schema + old);
    return statements;
  }

  private static Map<String, Matcher> columns(Matcher table) {
    Map<String, Matcher> columns = new LinkedHashMap<>();
    String body = table.group(3) == null ? "" : table.group(3);
    Arrays.stream(body.split(",\n  "))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .forEach(text -> {
          Matcher column = COLUMN.matcher(text);
          if (column.matches()) {
            columns.put(column.group(1), column);
          }
        });
    return columns;
  }

  private Optional<Steps> columns(Matcher from, Matcher to) {
    String table = from.group(2);
    String alter = "ALTER TABLE " + table + " ";
    Map<String, Matcher> old = columns(from);
    Map<String, Matcher> now = columns(to);
    Steps steps = Steps.none();
    List<String> parents = parents(from.group(4));
    List<String> left =
        parents.stream().filter(of -> !parents(to.group(4)).contains(of)).toList();
    left.forEach(of -> steps.add(alter + "NO INHERIT " + of, alter + "INHERIT " + of));
    columnsOf(left).stream().filter(name -> !old.containsKey(name)).forEach(now::remove);
    for (Map.Entry<String, Matcher> gone : old.entrySet()) {
      if (!now.containsKey(gone.getKey())) {
        park(alter, table, gone.getValue(), steps);
      }
    }
    for (Map.Entry<String, Matcher> column : now.entrySet()) {
      String name = column.getKey();
      Matcher before = old.get(name);
      Matcher after = column.getValue();
      if (before == null) {
        steps.add(alter + "ADD COLUMN " + after.group(), alter + "DROP COLUMN IF EXISTS " + name);
        continue;
      }
      if (!before.group(2).equals(after.group(2))) {
        if ((before.group(2) + after.group(2)).matches("(?s).*( GENERATED | OPTIONS |serial).*")) {
          return Optional.empty();
        }
        steps.add(typed(alter, name, after.group(2)), typed(alter, name, before.group(2)));
      }
      if (isRequired(before) != isRequired(after)) {
        String set = alter + "ALTER COLUMN " + name + " SET NOT NULL";
        String drop = alter + "ALTER COLUMN " + name + " DROP NOT NULL";
        steps.add(isRequired(after) ? set : drop, isRequired(after) ? drop : set);
      }
    }
    parents(to.group(4)).stream()
        .filter(of -> !parents.contains(of))
        .forEach(of -> steps.add(alter + "INHERIT " + of, alter + "NO INHERIT " + of));
    return Optional.of(steps);
  }

  private static boolean isRequired(Matcher column) {
    return column.group(3) != null;
  }

  private static String typed(String alter, String name, String type) {
    String bare = type.replaceFirst(" (?:COLLATE|COMPRESSION) .*", "");
    String plain = type.replaceFirst(" COMPRESSION \\w+", "");
    return alter + "ALTER COLUMN " + name + " TYPE " + plain + " USING " + name + "::" + bare;
  }

  private static void park(String alter, String table, Matcher column, Steps steps) {
    String name = column.group(1);
    String parked = parked(table + "." + name, name);
    if (isRequired(column)) {
      steps.add(
          alter + "ALTER COLUMN " + name + " DROP NOT NULL",
          alter + "ALTER COLUMN " + name + " SET NOT NULL");
    }
    steps.add(
        alter + "RENAME COLUMN " + name + " TO " + parked,
        alter + "RENAME COLUMN " + parked + " TO " + name);
  }

  /** The name of what is set aside. */
  static String parked(String what, String name) {
    String bare = name.replace("\"", "");
    return DerivedName.of("varve_parked_" + DerivedName.hash("pull/" + what) + "_" + bare)
        .quoted();
  }

  /** Sets a table aside, with its rows: apart from what it is a part of, under another name. */
  static Steps aside(RawStatement table) {
    Steps steps = Steps.none();
    String name = table.name();
    Matcher part = PART.matcher(table.text());
    if (part.matches()) {
      String parent = "ALTER TABLE " + part.group(3);
      steps.add(
          parent + " DETACH PARTITION " + name,
          parent + " ATTACH PARTITION " + name + " " + part.group(4));
    }
    for (String parent : parents(table.text())) {
      String alter = "ALTER TABLE " + name;
      steps.add(alter + " NO INHERIT " + parent, alter + " INHERIT " + parent);
    }
    String schema = RawStatement.schema(name);
    String own = name.substring(schema.length());
    String parked = parked(table.text(), own);
    steps.add(
        "ALTER TABLE " + name + " RENAME TO " + parked,
        "ALTER TABLE " + schema + parked + " RENAME TO " + own);
    return steps;
  }
}
