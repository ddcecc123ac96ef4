package dev.varve.processor.pull;

import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.List;

/** What a thing has that records have no word for, while they say the rest of it. */
final class Deltas {
  private Deltas() {}

  /** All of a thing that records say. */
  static List<String> of(Thing thing, Things things) {
    return switch (thing.kind()) {
      case TABLE -> ofModelTable(thing, things);
      case CONSTRAINT -> ofConstraint(thing);
      case INDEX -> ofIndex(thing);
      case TRIGGER -> enabled("TRIGGER", thing);
      default -> List.of();
    };
  }

  private static List<String> ofModelTable(Thing table, Things things) {
    List<String> statements = new ArrayList<>(ofTable(table, things));
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
      case "n" -> statements.add(only + " REPLICA IDENTITY NOTHING;");
      default -> {}
    }
    for (Row column : things.columns(table)) {
      String of = only + " ALTER COLUMN " + RawSql.quoted(column);
      column.find("statistics").ifPresent(n -> statements.add(of + " SET STATISTICS " + n + ";"));
      if (!column.list("options").isEmpty()) {
        statements.add(of + " SET (" + String.join(", ", column.list("options")) + ");");
      }
    }
    things.keyIndexes(table).forEach(index -> marks(table, index, statements));
    return statements;
  }

  private static void marks(Thing table, Row index, List<String> statements) {
    String name = new Name(index.text("name")).quoted();
    if (index.is("is_clustered")) {
      statements.add("ALTER TABLE " + table.name().quoted() + " CLUSTER ON " + name + ";");
    }
    if (index.is("is_identity")) {
      statements.add("ALTER TABLE ONLY " + table.name().quoted() + " REPLICA IDENTITY USING INDEX "
          + name + ";");
    }
  }

  static List<String> ofIndex(Thing index) {
    List<String> statements = new ArrayList<>();
    marks(index.owner().orElseThrow(), index.row(), statements);
    return statements;
  }

  /** A key's index may have parameters, a place, and a foreign key triggers that sleep. */
  static List<String> ofConstraint(Thing constraint) {
    Row row = constraint.row();
    String index = "ALTER INDEX " + RawSql.sibling(constraint.owner().orElseThrow(), row);
    List<String> statements = new ArrayList<>();
    if (!row.list("parameters").isEmpty()) {
      statements.add(index + " SET (" + String.join(", ", row.list("parameters")) + ");");
    }
    row.find("tablespace")
        .ifPresent(
            space -> statements.add(index + " SET TABLESPACE " + new Name(space).quoted() + ";"));
    return statements;
  }

  static List<String> enabled(String kind, Thing thing) {
    String how = switch (thing.row().find("enabled").orElse("O")) {
      case "D" -> "DISABLE ";
      case "R" -> "ENABLE REPLICA ";
      case "A" -> "ENABLE ALWAYS ";
      default -> "";
    };
    return how.isEmpty()
        ? List.of()
        : List.of("ALTER TABLE " + thing.owner().orElseThrow().name().quoted() + " " + how + kind
            + " " + thing.name().quoted() + ";");
  }
}
