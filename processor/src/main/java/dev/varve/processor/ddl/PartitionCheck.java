package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Partitions that should be there: temporary ones have the bounds as the server prints them. */
final class PartitionCheck {
  private final Map<QualifiedName, Expected> tables = new LinkedHashMap<>();

  private record Expected(Table table, List<Partition> partitions) {}

  boolean isEmpty() {
    return tables.isEmpty();
  }

  void expect(Table table, List<Partition> partitions) {
    if (table.partitioning().isPresent()) {
      tables
          .computeIfAbsent(table.name(), name -> new Expected(table, new ArrayList<>()))
          .partitions()
          .addAll(partitions);
    }
  }

  /** The temporary tables, which go with their parents. */
  List<Sql> statements() {
    List<Sql> statements = new ArrayList<>();
    int number = 0;
    for (Expected expected : tables.values()) {
      Table table = expected.table();
      number++;
      statements.add(Sql.of(
          "CREATE TEMP TABLE {} (LIKE {}){};",
          parent(number),
          table.name(),
          PartitionDdl.clause(table.partitioning())));
      List<Partition> partitions = expected.partitions();
      for (int i = 0; i < partitions.size(); i++) {
        statements.add(Sql.of(
            "CREATE TEMP TABLE {} PARTITION OF pg_temp.{}\n  {};",
            part(number, i),
            parent(number),
            Sql.raw(partitions.get(i).bounds().sql())));
      }
    }
    return statements;
  }

  List<Sql> tables() {
    return tables.keySet().stream().map(Sql::relation).toList();
  }

  List<Sql> parents() {
    List<Sql> parents = new ArrayList<>();
    for (int number = 1; number <= tables.size(); number++) {
      parents.add(Sql.of("pg_temp.{}", parent(number)));
    }
    return parents;
  }

  List<Sql> queries() {
    List<Sql> keys = new ArrayList<>();
    List<Sql> parts = new ArrayList<>();
    int number = 0;
    for (Expected expected : tables.values()) {
      Table table = expected.table();
      number++;
      keys.add(Sql.of("({}, 'pg_temp.{}'::regclass)", Sql.relation(table.name()), parent(number)));
      List<Partition> partitions = expected.partitions();
      for (int i = 0; i < partitions.size(); i++) {
        parts.add(Sql.of(
            "({}, {}, 'pg_temp.{}'::regclass)",
            Sql.relation(PartitionDdl.name(table, partitions.get(i))),
            Sql.relation(table.name()),
            part(number, i)));
      }
    }
    List<Sql> queries = new ArrayList<>();
    if (!keys.isEmpty()) {
      queries.add(Sql.of(KEYS, Sql.lines(keys)));
    }
    if (!parts.isEmpty()) {
      queries.add(Sql.of(PARTS, Sql.lines(parts)));
    }
    return queries;
  }

  private static final String KEYS = """
      SELECT format('partition key of %s', actual)
      FROM (VALUES
        {}
      ) AS divided (actual, expected)
      WHERE pg_get_partkeydef(actual) IS DISTINCT FROM pg_get_partkeydef(expected)
      """;

  private static final String PARTS = """
      SELECT format('partition %s', actual)
      FROM (VALUES
        {}
      ) AS part (actual, parent, expected)
      JOIN pg_class AS a ON a.oid = actual
      JOIN pg_class AS e ON e.oid = expected
      WHERE pg_get_expr(a.relpartbound, a.oid) IS DISTINCT FROM pg_get_expr(e.relpartbound, e.oid)
        OR NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = actual AND inhparent = parent)
      """;

  private static Name parent(int number) {
    return new Name("varve_divided_" + number);
  }

  private static Name part(int number, int i) {
    return new Name("varve_divided_" + number + "_" + (i + 1));
  }
}
