package dev.varve.processor.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person would have to say to change the records so: what went, what rows that are there get,
 * how values become those of another type. Here the database has it all done already.
 */
final class Marks {
  private static final Pattern VANISHED =
      Pattern.compile("@Dropped\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)");
  private static final Pattern COLUMN = Pattern.compile("the column (.+?) (?:refuses|becomes) ");
  private static final Pattern USING = Pattern.compile("@Using\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)");

  /** What is marked: a column as {@code table.column}, a table, an enum, or nothing for the package. */
  private final Map<String, List<Mark>> marks = new TreeMap<>();

  /** An annotation of ours with one value. */
  record Mark(String type, String value) {}

  List<Mark> on(String what) {
    return marks.getOrDefault(what, List.of());
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  private boolean add(String what, String type, String value) {
    Mark mark = new Mark(type, value);
    List<Mark> all = marks.computeIfAbsent(what, key -> new ArrayList<>());
    return !all.contains(mark) && all.add(mark);
  }

  /** Takes what a fault asks for; false if it asks for nothing that could be said. */
  boolean answer(Trial.Fault fault, Things things) {
    String text = fault.text();
    Matcher dropped = VANISHED.matcher(text);
    Matcher column = COLUMN.matcher(text);
    Matcher using = USING.matcher(text);
    if (text.startsWith("[TABLE_VANISHED]") && dropped.find()) {
      return add("", "Dropped", unescaped(dropped.group(1)));
    }
    if (text.startsWith("[COLUMN_VANISHED]") && dropped.find()) {
      String name = unescaped(dropped.group(1));
      return add(owner(name, things), "Dropped", name);
    }
    if (text.startsWith("[ENUM_VALUE_VANISHED]") && dropped.find()) {
      String name = unescaped(dropped.group(1));
      return add(name.substring(0, name.lastIndexOf('.')), "Dropped", name);
    }
    if (text.startsWith("[PARTITION_VANISHED]") && dropped.find()) {
      return fault
          .thing()
          .flatMap(things::exact)
          .filter(table -> add(table.name().toString(), "Dropped", unescaped(dropped.group(1))))
          .isPresent();
    }
    if (text.startsWith("[NOT_NULL_WITHOUT_VALUE]") && column.find()) {
      return add(column.group(1), "Backfill", nothing(column.group(1), things));
    }
    if (text.startsWith("[TYPE_CHANGE]") && column.find() && using.find()) {
      return add(column.group(1), "Using", unescaped(using.group(1)));
    }
    return text.startsWith("[REWRITE_UNCONFIRMED]")
        && fault
            .thing()
            .flatMap(things::exact)
            .map(thing -> thing.name() + fault.column().map(name -> "." + name).orElse(""))
            .filter(place -> add(place, "AllowRewrite", "The database has it so."))
            .isPresent();
  }

  private static String unescaped(String java) {
    return java.replace("\\\"", "\"").replace("\\\\", "\\");
  }

  /** The table of a column that is gone. */
  private static String owner(String column, Things things) {
    return things.of(Thing.Kind.TABLE).stream()
        .map(table -> table.name().toString())
        .filter(name -> column.startsWith(name + "."))
        .max(java.util.Comparator.comparingInt(String::length))
        .orElse("");
  }

  /** A value for rows in another database that the column's own database had to give, too. */
  private static String nothing(String name, Things things) {
    for (Thing table : things.of(Thing.Kind.TABLE)) {
      for (Row column : things.columns(table)) {
        if ((table.name() + "." + column.text("name")).equals(name)) {
          return value(column.text("type"));
        }
      }
    }
    return "NULL";
  }

  private static String value(String type) {
    String bare = type.replaceAll("\\(.*?\\)", "").strip();
    if (bare.endsWith("[]")) {
      return "'{}'";
    }
    return switch (bare) {
      case "boolean" -> "false";
      case "smallint", "integer", "bigint", "numeric", "real", "double precision", "money", "oid" ->
        "0";
      case "text", "character varying", "character", "bpchar", "bytea", "tsvector" -> "''";
      case "uuid" -> "'00000000-0000-0000-0000-000000000000'";
      case "date" -> "'-infinity'::date";
      case "timestamp without time zone", "timestamp with time zone" -> "'-infinity'";
      case "jsonb", "json" -> "'{}'";
      case "interval" -> "'0'";
      default -> "'0'";
    };
  }
}
