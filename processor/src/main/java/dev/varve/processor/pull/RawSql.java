package dev.varve.processor.pull;

import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL that makes a thing which records do not say. */
final class RawSql {
  private final Things things;

  RawSql(Things things) {
    this.things = things;
  }

  /** Statements, in order; empty if the catalogue does not tell how it was made. */
  List<String> of(Thing thing) {
    Row row = thing.row();
    String name = thing.name().quoted();
    return switch (thing.kind()) {
      case SCHEMA -> List.of("CREATE SCHEMA IF NOT EXISTS " + name + ";");
      case EXTENSION ->
        List.of("CREATE EXTENSION IF NOT EXISTS " + name + " SCHEMA "
            + new Name(row.text("schema")).quoted() + ";");
      case OTHER -> row.find("sql").map(String::lines).map(s -> s.toList()).orElse(List.of());
      case ENUM ->
        List.of("CREATE TYPE " + name + " AS ENUM ("
            + row.list("labels").stream().map(RawSql::literal).collect(Collectors.joining(", "))
            + ");");
      case DOMAIN -> domain(thing);
      case COMPOSITE_TYPE ->
        List.of("CREATE TYPE " + name + " AS ("
            + things.columns(thing).stream()
                .map(column ->
                    "\n  " + quoted(column) + " " + column.text("type") + collation(column))
                .collect(Collectors.joining(","))
            + ");");
      case TYPE ->
        row.find("range")
            .map(range -> List.of("CREATE TYPE " + name + " AS RANGE (" + range + ");"))
            .orElse(row.is("is_shell") ? List.of("CREATE TYPE " + name + ";") : List.of());
      case SEQUENCE -> sequence(thing);
      case ROUTINE ->
        List.of("CREATE OR REPLACE"
            + Access.definition(thing, things.snapshot()).substring("CREATE".length())
            + ";");
      case AGGREGATE ->
        List.of("CREATE AGGREGATE " + name + "(" + orStar(row.text("arguments")) + ") ("
            + row.text("aggregate") + ");");
      case TABLE -> table(thing);
      case DEFAULT ->
        Optional.of(row)
            .filter(column -> column.text("generated").isEmpty())
            .filter(column -> things.counter(column).isEmpty())
            .map(column -> defaults(thing.owner().orElseThrow(), column))
            .orElse(List.of());
      case CONSTRAINT -> constraint(thing);
      case INDEX -> index(thing);
      case VIEW -> view(thing);
      case MATERIALIZED_VIEW -> materializedView(thing);
      case STATISTICS -> statistics(thing);
      case RULE -> enabled(row.text("sql"), "RULE", thing);
      case TRIGGER -> enabled(row.text("sql") + ";", "TRIGGER", thing);
      case POLICY -> List.of(policy(thing));
    };
  }

  /** With the partitions that have nothing of their own. */
  private List<String> table(Thing table) {
    List<String> statements = new ArrayList<>(new RawTable(things).of(table));
    for (Row row : things.partitions(table)) {
      Thing partition = Deltas.part(row, things);
      statements.addAll(new RawTable(things).of(partition));
      statements.addAll(Deltas.ofColumns(table, partition, things));
    }
    return statements;
  }

  /** With the partitions that have no other one. */
  private List<String> defaults(Thing table, Row column) {
    Stream<Thing> partitions = things.partitions(table).stream()
        .map(row -> Deltas.part(row, things))
        .filter(partition -> things.columns(partition).stream()
            .filter(own -> own.text("name").equals(column.text("name")))
            .allMatch(own -> own.text("value").equals(column.text("value"))));
    return Stream.concat(Stream.of(table), partitions)
        .map(one -> "ALTER TABLE ONLY " + one.name().quoted() + " ALTER COLUMN " + quoted(column)
            + " SET DEFAULT " + column.text("value") + ";")
        .toList();
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String orStar(String arguments) {
    return arguments.isEmpty() ? "*" : arguments;
  }

  static String quoted(Row column) {
    return new Name(column.text("name")).quoted();
  }

  static String collation(Row row) {
    return row.find("collation")
        .map(name -> " COLLATE "
            + row.find("collation_schema").map(s -> new Name(s).quoted() + ".").orElse("")
            + new Name(name).quoted())
        .orElse("");
  }

  private String on(Thing thing) {
    return things.place(thing).quoted();
  }

  private List<String> domain(Thing thing) {
    Row row = thing.row();
    StringBuilder sql = new StringBuilder("CREATE DOMAIN " + thing.name().quoted());
    sql.append(" AS ").append(row.text("base")).append(collation(row));
    row.find("value").ifPresent(value -> sql.append("\n  DEFAULT ").append(value));
    sql.append(row.is("not_null") ? "\n  NOT NULL" : "");
    List<String> statements = new ArrayList<>();
    for (Row check : things.checks(thing)) {
      String rule =
          "CONSTRAINT " + quoted(check) + " " + Pretty.condition(check.text("definition"));
      if (check.is("is_valid")) {
        sql.append("\n  ").append(rule);
      } else {
        statements.add("ALTER DOMAIN " + thing.name().quoted() + " ADD " + rule + ";");
      }
    }
    statements.add(0, sql + ";");
    return statements;
  }

  private List<String> sequence(Thing thing) {
    Row row = thing.row();
    List<String> statements = new ArrayList<>();
    statements.add("CREATE " + (row.is("is_unlogged") ? "UNLOGGED " : "") + "SEQUENCE "
        + thing.name().quoted() + " AS " + row.text("counts_in")
        + counting(Counters.options(row, false)) + ";");
    return statements;
  }

  /** The column that a sequence goes with, when both are there. */
  List<String> owned(Thing sequence) {
    return Said.ownerOf(sequence, things)
        .map(table -> List.of("ALTER SEQUENCE " + sequence.name().quoted() + " OWNED BY "
            + table.name().quoted() + "."
            + new Name(Said.ownerColumn(sequence, table, things)).quoted() + ";"))
        .orElse(List.of());
  }

  static String counting(IdentityOptions options) {
    StringBuilder sql = new StringBuilder();
    options.start().ifPresent(value -> sql.append(" START WITH ").append(value));
    sql.append(options.increment() == 1 ? "" : " INCREMENT BY " + options.increment());
    options.min().ifPresent(value -> sql.append(" MINVALUE ").append(value));
    options.max().ifPresent(value -> sql.append(" MAXVALUE ").append(value));
    sql.append(options.cache() == 1 ? "" : " CACHE " + options.cache());
    return sql.append(options.cycle() ? " CYCLE" : "").toString();
  }

  private static List<String> statistics(Thing thing) {
    List<String> statements = new ArrayList<>(List.of(thing.row().text("sql") + ";"));
    thing
        .row()
        .find("target")
        .ifPresent(target -> statements.add(
            "ALTER STATISTICS " + thing.name().quoted() + " SET STATISTICS " + target + ";"));
    return statements;
  }

  private List<String> constraint(Thing thing) {
    Row row = thing.row();
    QualifiedName table = things.place(thing);
    boolean alone = row.number("index") != 0 && !row.text("kind").equals("f");
    List<String> statements = new ArrayList<>();
    statements.add("ALTER TABLE " + (alone ? "ONLY " : "") + table.quoted() + "\n  ADD CONSTRAINT "
        + quoted(row) + " " + Pretty.condition(row.text("definition")) + ";");
    statements.addAll(Deltas.ofConstraint(thing, things));
    row.find("part_of")
        .ifPresent(parent -> statements.add(
            "ALTER INDEX " + parent + " ATTACH PARTITION " + sibling(table, row) + ";"));
    return statements;
  }

  static String sibling(QualifiedName table, Row part) {
    return table.sibling(new Name(part.text("name"))).quoted();
  }

  private List<String> index(Thing thing) {
    Row row = thing.row();
    List<String> statements = new ArrayList<>();
    statements.add(row.text("sql") + ";");
    row.find("part_of")
        .ifPresent(parent -> statements.add("ALTER INDEX " + parent + " ATTACH PARTITION "
            + sibling(things.place(thing), row) + ";"));
    statements.addAll(Deltas.ofIndex(thing, things));
    return statements;
  }

  private List<String> view(Thing thing) {
    List<String> options = thing.row().list("options");
    List<String> statements = new ArrayList<>();
    statements.add("CREATE VIEW " + thing.name().quoted()
        + (options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")") + " AS\n"
        + Pretty.select(thing.row().text("select")) + ";");
    for (Row column : things.columns(thing)) {
      column
          .find("value")
          .ifPresent(value -> statements.add("ALTER VIEW " + thing.name().quoted()
              + " ALTER COLUMN " + quoted(column) + " SET DEFAULT " + value + ";"));
    }
    return statements;
  }

  private static List<String> materializedView(Thing thing) {
    Row row = thing.row();
    return List.of("CREATE MATERIALIZED VIEW " + thing.name().quoted()
        + (row.text("method").equals("heap")
            ? ""
            : " USING " + new Name(row.text("method")).quoted())
        + (row.list("options").isEmpty()
            ? ""
            : " WITH (" + String.join(", ", row.list("options")) + ")")
        + row.find("tablespace")
            .map(space -> " TABLESPACE " + new Name(space).quoted())
            .orElse("")
        + " AS\n" + Pretty.select(row.text("select"))
        + (row.is("is_populated") ? "" : "\nWITH NO DATA") + ";");
  }

  private List<String> enabled(String definition, String kind, Thing thing) {
    List<String> statements = new ArrayList<>(List.of(definition));
    statements.addAll(Deltas.enabled(kind, thing, things));
    return statements;
  }

  private String policy(Thing thing) {
    Row row = thing.row();
    List<String> roles =
        row.list("roles").stream().map(role -> new Name(role).quoted()).toList();
    return "CREATE POLICY " + thing.name().quoted() + " ON " + on(thing)
        + (row.is("permissive") ? "" : "\n  AS RESTRICTIVE")
        + "\n  FOR " + row.text("command")
        + (roles.isEmpty() ? "" : "\n  TO " + String.join(", ", roles))
        + row.find("using").map(sql -> "\n  USING (" + sql + ")").orElse("")
        + row.find("check").map(sql -> "\n  WITH CHECK (" + sql + ")").orElse("")
        + ";";
  }
}
