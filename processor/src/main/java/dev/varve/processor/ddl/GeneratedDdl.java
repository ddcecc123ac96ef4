package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** SQL about computed columns, which PostgreSQL makes, but does not change. */
final class GeneratedDdl {
  private static final Name EXPECTED = new Name("varve_expected");

  private GeneratedDdl() {}

  /**
   * Takes a column away whose name another one gets. What tells the state before from the one after:
   * whether the column is computed, or else how it is computed, which only PostgreSQL can print.
   */
  static List<Sql> replace(Action.ReplaceColumn action) {
    Name name = action.column().name();
    Column next = action.now().column(name).orElseThrow();
    Sql away = Sql.statements(replaceStatements(action));
    if (action.column().isGenerated() != next.isGenerated()) {
      return List.of(Sql.block(
          Sql.of("""
                  IF {} THEN
                    {}
                  END IF;
                  """, isThere(action.table(), name, action.column().isGenerated()), away)));
    }
    List<Column> twin = new ArrayList<>(action.now().columns().stream()
        .filter(column -> next.isGeneratedFrom(column.name()))
        .map(column -> column.withDefault(new Default.None()).withNullable(true))
        .toList());
    twin.add(next);
    Sql differs = Sql.of("""
        EXISTS (
          SELECT FROM pg_attribute
          LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
          WHERE attrelid IN ({}, 'pg_temp.varve_expected'::regclass)
            AND attname IN (SELECT attname FROM pg_attribute
              WHERE attrelid = 'pg_temp.varve_expected'::regclass AND attnum > 0)
          GROUP BY attname, atttypid, atttypmod, attcollation, attgenerated,
            CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END
          HAVING count(*) <> 2
        )
        """, Sql.relation(action.table()));
    for (EnumType type : action.enums()) {
      differs = Sql.of("{}\nOR {}", differs, EnumDdl.differs(type));
    }
    List<Sql> body = new ArrayList<>();
    List<Sql> after = new ArrayList<>();
    for (CompositeType type : action.composites()) {
      QualifiedName expected =
          QualifiedName.of("pg_temp", "varve_expected_type_" + (after.size() + 1));
      body.add(CompositeTypeDdl.statement(expected, type));
      after.add(Sql.of("DROP TYPE {};", expected));
      differs = Sql.of("{}\nOR {}", differs, CompositeTypeDdl.differs(type, expected));
    }
    body.add(Sql.of(
        """
        CREATE TEMP TABLE {} (
          {}
        );
        IF {} THEN
          {}
        END IF;
        DROP TABLE pg_temp.{};
        """,
        EXPECTED,
        Sql.lines(twin.stream().map(ColumnDdl::definition).toList()),
        differs,
        away,
        EXPECTED));
    body.addAll(after);
    return List.of(
        Sql.block(Sql.of("""
            IF {} THEN
              {}
            END IF;
            """, isThere(action.table(), name, true), Sql.statements(body))));
  }

  static List<Sql> replaceStatements(Action.ReplaceColumn action) {
    return action
        .parkedAs()
        .map(as ->
            ColumnDdl.parkStatements(new Action.ParkColumn(action.table(), action.column(), as)))
        .orElseGet(
            () -> List.of(ColumnDdl.dropIfThere(action.table(), action.column().name())));
  }

  private static Sql isThere(QualifiedName table, Name column, boolean generated) {
    return Sql.of("""
        EXISTS (
          SELECT FROM pg_attribute
          WHERE attrelid = {} AND attname = {} AND NOT attisdropped AND attgenerated {} ''
        )
        """, Sql.findRelation(table), column.value(), Sql.raw(generated ? "<>" : "="));
  }
}
