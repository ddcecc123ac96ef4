package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.processor.plan.Twins;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The end of a step: a check that what was there before is what the step makes.
 *
 * <p>{@code IF NOT EXISTS} looks at names only. PostgreSQL keeps expressions in a form of its own,
 * which only the server can make; so what is expected is built as temporary tables, and both are
 * compared in the catalogue.
 */
final class ShapeCheck {
  /**
   * A temporary table.
   *
   * @param whole whether the actual table has nothing but what this one has
   * @param settled whether defaults and NOT NULL count
   */
  private record Twin(
      QualifiedName actual,
      boolean whole,
      boolean settled,
      List<Sql> parts,
      List<Index> indexes,
      List<Sql> alterations,
      List<Constraint> constraints,
      TableOptions options) {
    void add(Column column) {
      parts.add(ColumnDdl.definition(column));
      alterations.addAll(OptionsDdl.storage(List.of(column)));
    }

    void add(Constraint constraint) {
      if (Twins.isAmong(constraints, constraint)) {
        alterations.add(Sql.of("ADD {}", ConstraintDdl.definition(constraint)));
      } else {
        parts.add(ConstraintDdl.definition(constraint));
      }
      constraints.add(constraint);
    }

    /** Whether its columns are those of the actual table, to try keys, checks and indexes on. */
    boolean isCopy() {
      return !parts.isEmpty() && parts.get(0).text().startsWith(COPY);
    }

    /** Whether its columns are compared. */
    boolean hasColumns() {
      return !isCopy() || parts.get(0).text().endsWith(GENERATED);
    }

    /** Whether it is a copy with a key or a check. */
    boolean hasMore() {
      return isCopy() && parts.size() > 1;
    }
  }

  private static final String COPY = "LIKE ";

  private static final String GENERATED =
      " INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION";

  private final Map<String, Twin> twins = new LinkedHashMap<>();
  private final ForeignKeyCheck foreignKeys = new ForeignKeyCheck();
  private final PartitionCheck partitions = new PartitionCheck();

  private final List<QualifiedName> owned;

  private ShapeCheck(List<QualifiedName> owned) {
    this.owned = owned;
  }

  /**
   * What the actions leave behind; empty if nothing that a guard could hide.
   *
   * @param owned the sequences that columns own, but that stand for themselves
   */
  static Optional<Sql> of(List<Action> actions, List<QualifiedName> owned) {
    ShapeCheck check = new ShapeCheck(owned);
    Set<Name> interim =
        actions.stream().flatMap(action -> interim(action).stream()).collect(Collectors.toSet());
    actions.stream().filter(action -> !isPassing(action, interim)).forEach(check::expect);
    return check.twins.isEmpty() && check.foreignKeys.isEmpty() && check.partitions.isEmpty()
        ? Optional.empty()
        : Optional.of(check.block());
  }

  /** What an action takes over, which is then there no more under its name. */
  private static Optional<Name> interim(Action action) {
    if (action instanceof Action.AttachKey attach) {
      return Optional.of(attach.key().name());
    } else if (action instanceof Action.ExchangeKey exchange) {
      return Optional.of(exchange.interim());
    } else if (action instanceof Action.ExchangeConstraint exchange) {
      return Optional.of(exchange.interim());
    } else if (action instanceof Action.ExchangeIndex exchange) {
      return Optional.of(exchange.interim());
    }
    return Optional.empty();
  }

  /** Whether another action of the same step takes over what this one makes. */
  private static boolean isPassing(Action action, Set<Name> interim) {
    return action instanceof Action.BuildKey build
            && interim.contains(build.key().name())
        || action instanceof Action.CreateIndex create
            && interim.contains(create.index().name())
        || action instanceof Action.AddConstraint add
            && interim.contains(add.constraint().name());
  }

  private void expect(Action action) {
    if (action instanceof Action.CreateTable create) {
      Table table = create.table();
      Twin twin = twin(table.name(), "table", true, true, table.options());
      table.columns().forEach(twin::add);
      table.constraints().forEach(twin::add);
      partitions.expect(table, table.partitions());
    } else if (action instanceof Action.CreatePartition create) {
      partitions.expect(create.table(), List.of(create.partition()));
    } else if (action instanceof Action.UnparkPartition unpark) {
      partitions.expect(unpark.table(), List.of(unpark.partition()));
    } else if (action instanceof Action.RebindPartitions rebind) {
      partitions.expect(rebind.table(), rebind.to());
    } else if (action instanceof Action.AddColumn add) {
      Column column = add.column();
      if (column.isGenerated()) {
        generated(add.table(), column);
        return;
      }
      String kind = add.settled() ? "columns" : "types";
      twin(add.table(), kind, false, add.settled()).add(column);
    } else if (action instanceof Action.UnparkColumn unpark) {
      twin(unpark.table(), "types", false, false)
          .add(unpark.column().withDefault(new Default.None()));
    } else if (action instanceof Action.UnparkTable unpark) {
      unpark(unpark.table());
    } else if (action instanceof Action.CreateIndex create) {
      index(create.table(), create.index());
    } else if (action instanceof Action.BuildKey build) {
      index(build.table(), IndexDdl.keyIndex(build.key()));
    } else if (action instanceof Action.AttachKey attach) {
      rule(attach.table(), attach.key());
    } else if (action instanceof Action.ExchangeKey exchange) {
      rule(exchange.table(), exchange.key());
    } else if (action instanceof Action.ExchangeConstraint exchange) {
      rule(exchange.table(), exchange.constraint());
    } else if (action instanceof Action.AlterConstraint alter) {
      rule(alter.table(), alter.constraint());
    } else if (action instanceof Action.ExchangeIndex exchange) {
      index(exchange.table(), exchange.index());
    } else if (action instanceof Action.AddConstraint add) {
      rule(add.table(), add.constraint());
    }
  }

  private void rule(QualifiedName table, Constraint constraint) {
    if (constraint instanceof Constraint.ForeignKey key) {
      foreignKeys.expect(table, key);
    } else {
      Twin created = twins.get("table " + table);
      (created != null ? created : like(table)).add(constraint);
    }
  }

  private void unpark(Table table) {
    Twin twin = twin(table.name(), "types", false, false);
    table.columns().stream()
        .map(column -> column.isGenerated() ? column : column.withDefault(new Default.None()))
        .forEach(twin::add);
  }

  /** What is computed needs the columns that it is computed from. */
  private void generated(QualifiedName table, Column column) {
    Twin twin = twin(table, "generated", false, false);
    if (twin.parts().isEmpty()) {
      twin.parts().add(Sql.of("{}{}{}", Sql.raw(COPY), table, Sql.raw(GENERATED)));
    }
    twin.alterations().add(Sql.of("DROP COLUMN {}", column.name()));
    twin.alterations().add(Sql.of("ADD COLUMN {}", ColumnDdl.definition(column)));
    twin.alterations().addAll(OptionsDdl.storage(List.of(column)));
  }

  private Twin twin(QualifiedName table, String kind, boolean whole, boolean settled) {
    return twin(table, kind, whole, settled, TableOptions.NONE);
  }

  private Twin twin(
      QualifiedName table, String kind, boolean whole, boolean settled, TableOptions options) {
    return twins.computeIfAbsent(
        kind + " " + table,
        key -> new Twin(
            table,
            whole,
            settled,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            options));
  }

  private void index(QualifiedName table, Index index) {
    Twin created = twins.get("table " + table);
    (created != null ? created : like(table)).indexes().add(index);
  }

  /** A copy of a table that is there, to try keys, checks and indexes on. */
  private Twin like(QualifiedName table) {
    Twin twin = twin(table, "like", false, false);
    if (twin.parts().isEmpty()) {
      twin.parts().add(Sql.of("{}{}", Sql.raw(COPY), table));
    }
    return twin;
  }

  private Sql block() {
    List<Sql> statements = new ArrayList<>();
    List<Sql> pairs = new ArrayList<>();
    List<Sql> expected = new ArrayList<>();
    for (Twin twin : twins.values()) {
      Name name = new Name("varve_expected_" + (pairs.size() + 1));
      Sql qualified = Sql.of("pg_temp.{}", name);
      statements.add(Sql.of(
          "CREATE TEMP TABLE {} (\n  {}\n){};",
          name,
          Sql.wrapped(twin.parts()),
          OptionsDdl.clause(twin.options())));
      if (!twin.alterations().isEmpty()) {
        statements.add(Sql.of("ALTER TABLE {}\n  {};", qualified, Sql.lines(twin.alterations())));
      }
      for (Index index : twin.indexes()) {
        statements.add(Sql.of(
            "CREATE {} {} ON {} {};",
            Sql.raw(index.unique() ? "UNIQUE INDEX" : "INDEX"),
            index.name(),
            qualified,
            IndexDdl.keys(index)));
      }
      pairs.add(Sql.of(
          "({}, '{}'::regclass, {}, {})",
          Sql.relation(twin.actual()),
          qualified,
          Sql.raw(Boolean.toString(twin.whole())),
          Sql.raw(twin.hasColumns() ? Boolean.toString(twin.settled()) : "NULL")));
      expected.add(qualified);
    }
    statements.addAll(partitions.statements());
    statements.add(comparison(pairs));
    statements.add(Sql.of("""
            IF differing IS NOT NULL THEN
              RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
                'Rename, drop or change it; then run the migration again.', differing;
            END IF;
            """));
    expected.addAll(partitions.parents());
    if (!expected.isEmpty()) {
      statements.add(Sql.of("DROP TABLE {};", expected));
    }
    return Sql.block(Sql.raw("differing text;"), Sql.statements(statements));
  }

  private Sql comparison(List<Sql> pairs) {
    List<Sql> queries = new ArrayList<>();
    if (twins.values().stream().anyMatch(Twin::hasColumns)) {
      queries.add(columns());
    }
    if (twins.values().stream().anyMatch(Twin::whole)) {
      queries.add(Sql.of(KINDS, kind(), unlogged()));
    }
    if (twins.values().stream().anyMatch(twin -> twin.whole() || twin.hasMore())) {
      queries.add(CONSTRAINTS);
    }
    if (twins.values().stream().anyMatch(twin -> twin.whole() || !twin.indexes().isEmpty())) {
      queries.add(INDEXES);
    }
    queries.addAll(foreignKeys.queries());
    queries.addAll(partitions.queries());
    Sql with = pairs.isEmpty() ? Sql.raw("") : Sql.of("""
                WITH pair (actual, expected, whole, settled) AS (
                  VALUES
                    {}
                )

                """, Sql.lines(pairs));
    return Sql.of(
        """
        {}SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
          {}
        ) AS differences (part);
        """,
        with.text().isEmpty() ? with : Sql.raw(with.text() + "\n"),
        Sql.raw(String.join("\nUNION ALL\n", queries.stream().map(Sql::text).toList())));
  }

  private Sql columns() {
    return Sql.of(
        COLUMNS,
        owned.isEmpty()
            ? Sql.raw("")
            : Sql.of(
                "\nAND objid NOT IN ({})", owned.stream().map(Sql::relation).toList()));
  }

  /** What only one of the two has comes once, what both have comes twice. */
  private static final String COLUMNS = """
          SELECT format('column %s.%I', actual, attname)
          FROM pair
          JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
          LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
          LEFT JOIN (pg_depend JOIN pg_sequence ON seqrelid = objid) ON refobjid = attrelid
            AND refobjsubid = attnum AND classid = 'pg_class'::regclass AND refclassid = classid{}
          WHERE settled IS NOT NULL
            AND (whole OR attname IN (SELECT attname FROM pg_attribute WHERE attrelid = expected))
          GROUP BY actual, expected, attname, atttypid, atttypmod, attcollation, attgenerated,
            attstorage, attcompression,
            CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END,
            CASE WHEN settled THEN (
              attnotnull, attidentity, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
              CASE WHEN seqrelid IS NULL THEN pg_get_expr(adbin, adrelid) END
            ) END
          HAVING count(*) <> 2
          """;

  /** A view, say, or a table that is kept in another way. */
  private static final String KINDS = """
      SELECT format('relation %s', actual)
      FROM pair
      JOIN pg_class AS a ON a.oid = actual
      JOIN pg_class AS e ON e.oid = expected
      WHERE whole AND (a.relkind, a.relpersistence, a.reltablespace, a.reloptions) IS DISTINCT FROM
        ({}, {}, e.reltablespace, e.reloptions)
      """;

  /** A twin is in one piece. */
  private Sql kind() {
    List<Sql> tables = partitions.tables();
    return tables.isEmpty()
        ? Sql.raw("'r'")
        : Sql.of("CASE WHEN actual IN ({}) THEN 'p' ELSE 'r' END", tables);
  }

  /** A temporary table cannot tell. */
  private Sql unlogged() {
    List<Sql> tables = twins.values().stream()
        .filter(twin -> twin.options().unlogged())
        .map(twin -> Sql.relation(twin.actual()))
        .toList();
    return tables.isEmpty()
        ? Sql.raw("'p'")
        : Sql.of("CASE WHEN actual IN ({}) THEN 'u' ELSE 'p' END", tables);
  }

  private static final Sql CONSTRAINTS = Sql.of("""
          SELECT format('constraint %I of %s', conname, actual)
          FROM pair
          JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
          WHERE whole
            OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
          GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
          HAVING count(*) <> 2
          """);

  private static final Sql INDEXES = Sql.of("""
          SELECT format('index %I of %s', relname, actual)
          FROM pair
          JOIN pg_index ON indrelid IN (actual, expected)
          JOIN pg_class ON oid = indexrelid
          WHERE whole OR relname IN (
            SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = expected
          )
          GROUP BY actual, expected, relname, indisunique, indisvalid,
            substring(pg_get_indexdef(indexrelid) FROM ' USING .*')
          HAVING count(*) <> 2
          """);
}
