package dev.varve.processor.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A domain as the catalogue's reader puts it on one line.
 *
 * @param type with its collation, of which PostgreSQL changes neither
 * @param value the default, with the word before it; empty if there is none
 * @param checks what each says, by its name
 */
record DomainText(String type, String value, boolean notNull, Map<String, String> checks) {
  private static final Pattern RULE =
      Pattern.compile(" CONSTRAINT (\\w+|\"(?:[^\"]|\"\")+\") (?=CHECK \\()");

  private static final String NOT_NULL = " NOT NULL";

  static DomainText of(String definition) {
    Map<String, String> checks = new TreeMap<>();
    Matcher rule = RULE.matcher(definition);
    int head = definition.length();
    String name = "";
    int from = 0;
    while (rule.find()) {
      if (name.isEmpty()) {
        head = rule.start();
      } else {
        checks.put(name, definition.substring(from, rule.start()));
      }
      name = rule.group(1);
      from = rule.end();
    }
    if (!name.isEmpty()) {
      checks.put(name, definition.substring(from));
    }
    String rest = definition.substring(0, head);
    boolean notNull = rest.endsWith(NOT_NULL);
    rest = notNull ? rest.substring(0, rest.length() - NOT_NULL.length()) : rest;
    int value = rest.indexOf(" DEFAULT ");
    return new DomainText(
        value < 0 ? rest : rest.substring(0, value),
        value < 0 ? "" : rest.substring(value + 1),
        notNull,
        checks);
  }

  /** What makes the other one of it; nothing if nothing does. */
  List<String> changes(String name, DomainText to) {
    if (!type.equals(to.type)) {
      return List.of();
    }
    String alter = "ALTER DOMAIN " + name + " ";
    List<String> statements = new ArrayList<>();
    checks.forEach((check, rule) -> {
      if (!rule.equals(to.checks.get(check))) {
        statements.add(alter + "DROP CONSTRAINT IF EXISTS " + check + ";");
      }
    });
    to.checks.forEach((check, rule) -> {
      if (!rule.equals(checks.get(check))) {
        // Run again, it must not find its own.
        statements.add(alter + "DROP CONSTRAINT IF EXISTS " + check + ";");
        statements.add(alter + "ADD CONSTRAINT " + check + " " + rule + ";");
      }
    });
    if (!value.equals(to.value)) {
      statements.add(alter + (to.value.isEmpty() ? "DROP DEFAULT" : "SET " + to.value) + ";");
    }
    if (notNull != to.notNull) {
      statements.add(alter + (to.notNull ? "SET" : "DROP") + NOT_NULL + ";");
    }
    return statements.stream().distinct().toList();
  }
}
