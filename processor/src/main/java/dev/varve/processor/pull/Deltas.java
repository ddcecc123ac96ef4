package dev.varve.processor.pull;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a thing has that records have no word for, while they say the rest of it. */
final class Deltas {
  private Deltas() {}

  /** All of a thing that records say. */
  static List<String> of(Thing thing, Things things) {
    return switch (thing.kind()) {
      case TABLE -> ofModelTable(thing, things);
      case CONSTRAINT -> ofConstraint(thing, things);
      case INDEX -> ofIndex(thing, things);
      case TRIGGER -> enabled("TRIGGER", thing, things);
      default -> List.of();
    };
  }

  private static List<String> ofModelTable(Thing table, Things things) {
    List<String> statements = new ArrayList<>(ofTable(table, things));
    statements.addAll(ofKeys(table, things));
    boolean policies = things.on(table, Thing.Kind.POLICY).stream().anyMatch(Thing::isInModel);
    if (policies && !table.row().is("has_row_security")) {
      statements.add("ALTER TABLE " + table.name().quoted() + " DISABLE ROW LEVEL SECURITY;");
    }
    for (Row column : things.columns(table)) {
      String usual = table.row().text("name") + "_" + column.text("name") + "_seq";
      things
          .counter(column)
          .filter(counter -> Name.isValid(usual) && !counter.text("name").equals(usual))
          .ifPresent(counter -> statements.add(
              "ALTER SEQUENCE " + table.name().sibling(new Name(usual)).quoted() + " RENAME TO "
                  + new Name(counter.text("name")).quoted() + ";"));
    }
    things.partitions(table).forEach(row -> ofPartition(table, row, things, statements));
    String alter = "ALTER TABLE " + table.name().quoted();
    Row row = table.row();
    if (!row.is("is_partition")) {
      row.list("parents").forEach(of -> statements.add(alter + " INHERIT " + of + ";"));
    }
    row.find("of_type").ifPresent(type -> statements.add(alter + " OF " + type + ";"));
    method(row, alter, statements);
    return statements;
  }

  private static void method(Row row, String alter, List<String> statements) {
    row.find("method")
        .filter(method -> !method.equals("heap"))
        .ifPresent(method ->
            statements.add(alter + " SET ACCESS METHOD " + new Name(method).quoted() + ";"));
  }

  /** A partition that its table's thing stands for. */
  static Thing part(Row row, Things things) {
    Thing partition = new Thing(
        "pg_class:" + row.text("oid"),
        Thing.Kind.TABLE,
        things.snapshot().name(row),
        row,
        Optional.empty());
    partition.leave("its table has it");
    return partition;
  }

  /** What a partition that a record says has for itself. */
  private static void ofPartition(Thing table, Row row, Things things, List<String> statements) {
    Thing partition = part(row, things);
    String alter = "ALTER TABLE " + partition.name().quoted();
    if (!row.list("parameters").isEmpty()) {
      statements.add(alter + " SET (" + String.join(", ", row.list("parameters")) + ");");
    }
    row.find("tablespace")
        .ifPresent(
            space -> statements.add(alter + " SET TABLESPACE " + new Name(space).quoted() + ";"));
    method(row, alter, statements);
    if (row.is("is_unlogged")) {
      statements.add(alter + " SET UNLOGGED;");
    }
    if (row.is("has_row_security")) {
      statements.add(alter + " ENABLE ROW LEVEL SECURITY;");
    }
    Map<String, Row> whole = new HashMap<>();
    things.columns(table).forEach(column -> whole.put(column.text("name"), column));
    for (Row column : things.columns(partition)) {
      Row other = whole.getOrDefault(column.text("name"), column);
      if (column.is("not_null") && !other.is("not_null")) {
        statements.add(alter + " ALTER COLUMN " + RawSql.quoted(column) + " SET NOT NULL;");
      }
    }
    statements.addAll(ofColumns(table, partition, things));
    statements.addAll(ofTable(partition, things));
  }

  /** What the columns of a partition have for themselves. */
  static List<String> ofColumns(Thing table, Thing partition, Things things) {
    List<String> statements = new ArrayList<>();
    Map<String, Row> whole = new HashMap<>();
    things.columns(table).forEach(column -> whole.put(column.text("name"), column));
    for (Row column : things.columns(partition)) {
      Row other = whole.getOrDefault(column.text("name"), column);
      String alter = "ALTER TABLE ONLY " + partition.name().quoted() + " ALTER COLUMN "
          + RawSql.quoted(column);
      if (column.text("generated").isEmpty() && !column.find("value").equals(other.find("value"))) {
        column
            .find("value")
            .ifPresent(value -> statements.add(alter + " SET DEFAULT " + value + ";"));
      }
      if (!column.find("compression").equals(other.find("compression"))) {
        column
            .find("compression")
            .ifPresent(code -> statements.add(
                alter + " SET COMPRESSION " + (code.equals("l") ? "lz4" : "pglz") + ";"));
      }
    }
    return statements;
  }

  /** What holds for tables in records and others. */
  static List<String> ofTable(Thing table, Things things) {
    List<String> statements = new ArrayList<>();
    Row row = table.row();
    String alter = "ALTER TABLE " + table.name().quoted();
    String only = "ALTER TABLE ONLY " + table.name().quoted();
    if (row.is("forces_row_security") && !(table.isInModel() && row.is("has_row_security"))) {
      statements.add(alter + " FORCE ROW LEVEL SECURITY;");
    }
    switch (row.text("identity")) {
      case "f" -> statements.add(only + " REPLICA IDENTITY FULL;");
      case "n" -> {
        // All foreign tables have none, and cannot be given one.
        if (!row.text("kind").equals("f")) {
          statements.add(only + " REPLICA IDENTITY NOTHING;");
        }
      }
      default -> {}
    }
    for (Row column : things.columns(table)) {
      String of = only + " ALTER COLUMN " + RawSql.quoted(column);
      column.find("statistics").ifPresent(n -> statements.add(of + " SET STATISTICS " + n + ";"));
      if (!column.list("options").isEmpty()) {
        statements.add(of + " SET (" + String.join(", ", column.list("options")) + ");");
      }
    }
    return statements;
  }

  /** What is said of the indexes of a table's keys, and of its partitions' keys. */
  static List<String> ofKeys(Thing table, Things things) {
    List<String> statements = new ArrayList<>();
    Stream.concat(Stream.of(table), things.partitions(table).stream().map(row -> part(row, things)))
        .forEach(
            one -> things.keyIndexes(one).forEach(index -> marks(one.name(), index, statements)));
    return statements;
  }

  private static void marks(QualifiedName table, Row index, List<String> statements) {
    String name = new Name(index.text("name")).quoted();
    if (index.is("is_clustered")) {
      statements.add("ALTER TABLE " + table.quoted() + " CLUSTER ON " + name + ";");
    }
    if (index.is("is_identity")) {
      statements.add(
          "ALTER TABLE ONLY " + table.quoted() + " REPLICA IDENTITY USING INDEX " + name + ";");
    }
  }

  static List<String> ofIndex(Thing index, Things things) {
    List<String> statements = new ArrayList<>();
    marks(things.place(index), index.row(), statements);
    for (String target : index.row().list("targets")) {
      statements.add("ALTER INDEX " + RawSql.sibling(things.place(index), index.row())
          + " ALTER COLUMN " + target + ";");
    }
    return statements;
  }

  /** A key's index may have parameters, a place, and a foreign key triggers that sleep. */
  static List<String> ofConstraint(Thing constraint, Things things) {
    Row row = constraint.row();
    String index = "ALTER INDEX " + RawSql.sibling(things.place(constraint), row);
    List<String> statements = new ArrayList<>();
    if (!row.list("parameters").isEmpty()) {
      statements.add(index + " SET (" + String.join(", ", row.list("parameters")) + ");");
    }
    row.find("tablespace")
        .ifPresent(
            space -> statements.add(index + " SET TABLESPACE " + new Name(space).quoted() + ";"));
    return statements;
  }

  static List<String> enabled(String kind, Thing thing, Things things) {
    String how = switch (thing.row().find("enabled").orElse("O")) {
      case "D" -> "DISABLE ";
      case "R" -> "ENABLE REPLICA ";
      case "A" -> "ENABLE ALWAYS ";
      default -> "";
    };
    return how.isEmpty()
        ? List.of()
        : List.of("ALTER TABLE " + things.place(thing).quoted() + " " + how + kind + " "
            + thing.name().quoted() + ";");
  }
}
