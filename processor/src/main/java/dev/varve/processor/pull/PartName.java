package dev.varve.processor.pull;

import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The name of the index that a partition has for an index or a key of its table: a record says the
 * whole, and PostgreSQL names the parts; for partitions that are there already, we do.
 *
 * @param whole the index of the table, as SQL writes its name
 * @param usual the name that PostgreSQL would give, as far as can be told
 * @param isUsual whether a new database has this name without a word
 */
record PartName(
    QualifiedName partition, Name name, String whole, Name wholeName, Name usual, boolean isUsual) {

  /** Those of the partitions that records say. */
  static List<PartName> all(Things things) {
    Map<String, Integer> count = new HashMap<>();
    List<Row> parts = new ArrayList<>();
    for (Row row : things.snapshot().rows(Query.INDEXES)) {
      Optional<Row> table = things.relation(row.number("relation"));
      boolean ofRecord = table
          .filter(partition -> partition.is("is_partition"))
          .flatMap(partition -> things.exact("pg_class:" + partition.text("part_of")))
          .filter(Thing::isInModel)
          .isPresent();
      if (ofRecord && row.number("parent") != 0) {
        parts.add(row);
        count.merge(usual(row, table.get()), 1, Integer::sum);
      }
    }
    List<PartName> names = new ArrayList<>();
    for (Row row : parts) {
      Row table = things.relation(row.number("relation")).orElseThrow();
      String usual = usual(row, table);
      boolean sure = count.getOrDefault(usual, 0) == 1 && !row.is("has_expressions");
      Name name = new Name(row.text("name"));
      names.add(new PartName(
          things.snapshot().name(table),
          name,
          row.text("part_of"),
          new Name(row.text("whole")),
          Name.isValid(usual) ? new Name(usual) : name,
          sure && name.value().equals(usual)));
    }
    names.sort(java.util.Comparator.comparing(PartName::key));
    return names;
  }

  private static String usual(Row index, Row table) {
    return switch (index.find("constraint_kind").orElse("")) {
      case "p" -> table.text("name") + "_pkey";
      case "u" -> usual(index, table, "_key");
      case "x" -> usual(index, table, "_excl");
      default -> usual(index, table, "_idx");
    };
  }

  private static String usual(Row index, Row table, String ending) {
    return table.text("name") + "_" + String.join("_", index.list("columns")) + ending;
  }

  String key() {
    return "PART OF " + whole + " ON " + partition.quoted();
  }

  /** Nothing that a server takes: what scripts remember of it. */
  String said() {
    return "INDEX " + name.quoted() + " IS PART OF " + whole + " ON " + partition.quoted();
  }

  /** The name that such a text says. */
  static Name nameIn(RawStatement said) {
    String quoted = said.text().substring("INDEX ".length(), said.text().indexOf(" IS PART OF "));
    return new Name(
        quoted.startsWith("\"")
            ? quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"")
            : quoted);
  }

  /** Our name for it where the partition is there already. */
  Name built() {
    return DerivedName.of(partition.name() + "_" + wholeName);
  }

  String remembered() {
    return RawHistory.NOW + "--   " + said() + "\n";
  }

  /** Gives it the name, whatever it has; another that has the name gets its own after it. */
  String named(Name as) {
    String place = partition.sibling(as).quoted();
    String passing = new Name("varve_passing_" + DerivedName.hash(key())).quoted();
    return """
        DO $varve$
        DECLARE
          own regclass;
        BEGIN
          SELECT i.indexrelid INTO STRICT own
          FROM pg_inherits AS h
          JOIN pg_index AS i ON i.indexrelid = h.inhrelid
          WHERE h.inhparent = '%s'::regclass AND i.indrelid = '%s'::regclass;
          IF own IS DISTINCT FROM to_regclass('%s') THEN
            ALTER INDEX IF EXISTS %s RENAME TO %s;
            EXECUTE format('ALTER INDEX %%s RENAME TO %%I', own, '%s');
          END IF;
        END
        $varve$""".formatted(
            literal(whole),
            literal(partition.quoted()),
            literal(place),
            place,
            passing,
            literal(as.value()));
  }

  private static String literal(String text) {
    return text.replace("'", "''");
  }
}
