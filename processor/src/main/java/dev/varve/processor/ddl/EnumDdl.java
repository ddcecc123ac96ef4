package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** SQL about enums. */
final class EnumDdl {
  private EnumDdl() {}

  private static Sql values(EnumType type) {
    return Sql.wrapped(type.values().stream().map(Sql::literal).map(Sql::raw).toList());
  }

  static Sql differs(EnumType type) {
    return Sql.of("""
        (
          SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
          WHERE enumtypid = {}
        ) <> {}
        """, Sql.raw("{}"), Sql.type(type.name()), Sql.array(type.values(), "text"));
  }

  static List<Sql> create(Action.CreateEnum action) {
    EnumType type = action.type();
    return List.of(Sql.block(Sql.of(
        """
                IF {} IS NULL THEN
                  CREATE TYPE {} AS ENUM (
                    {}
                  );
                ELSIF {} THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        Sql.findType(type.name()),
        type.name(),
        values(type),
        differs(type),
        Sql.anotherShape("Enum " + type.name()))));
  }

  static List<Sql> drop(Action.DropEnum action) {
    return List.of(Sql.of("DROP TYPE IF EXISTS {};", action.type().name()));
  }

  static List<Sql> rename(Action.RenameEnum action) {
    return List.of(Sql.block(Sql.of(
        """
                IF {} IS NULL THEN
                  {}
                ELSIF {} IS NOT NULL THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        Sql.findType(action.to()),
        Sql.move("TYPE", action.from(), action.to()),
        Sql.findType(action.from()),
        ColumnDdl.bothExist("Enum", action.from().toString(), action.to().toString()))));
  }

  static List<Sql> renameValue(Action.RenameEnumValue action) {
    return List.of(Sql.block(Sql.of(
        """
                IF {} THEN
                  IF {} THEN
                    RAISE EXCEPTION {};
                  END IF;
                  {}
                ELSIF NOT {} THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        hasValue(action.type(), action.from()),
        hasValue(action.type(), action.to()),
        ColumnDdl.bothExist(
            "Enum value", action.type() + "." + action.from(), action.type() + "." + action.to()),
        renameTo(action),
        hasValue(action.type(), action.to()),
        Sql.anotherShape("Enum " + action.type()))));
  }

  static Sql renameTo(Action.RenameEnumValue action) {
    return Sql.of(
        "ALTER TYPE {}\n  RENAME VALUE {} TO {};", action.type(), action.from(), action.to());
  }

  private static Sql hasValue(QualifiedName type, String value) {
    return Sql.of("""
        EXISTS (
          SELECT FROM pg_enum
          WHERE enumtypid = {} AND enumlabel = {}
        )
        """, Sql.type(type), value);
  }

  static List<Sql> addValues(Action.AddEnumValues action) {
    List<Sql> statements = new ArrayList<>();
    EnumType to = action.to();
    for (int i = to.values().size() - 1; i >= 0; i--) {
      String value = to.values().get(i);
      if (!action.from().values().contains(value)) {
        statements.add(Sql.of(
            """
                ALTER TYPE {}
                  ADD VALUE IF NOT EXISTS {}{};
                """,
            to.name(),
            value,
            to.after(value).map(next -> Sql.of(" BEFORE {}", next)).orElse(Sql.raw(""))));
      }
    }
    statements.add(Sql.block(Sql.of(
        """
                IF {} THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        action.end().equals(to)
            ? differs(to)
            : Sql.of("{} AND {}", differs(to), differs(action.end())),
        Sql.anotherShape("Enum " + to.name()))));
    return statements;
  }

  /**
   * PostgreSQL takes no value out of an enum, so a new one takes its place; what depends on the old
   * one is set aside and made again.
   */
  static List<Sql> removeValues(Action.RemoveEnumValues action) {
    EnumType from = action.from();
    EnumType to = action.to();
    List<Sql> body = new ArrayList<>();
    QualifiedName old =
        to.name().sibling(DerivedName.of("varve_old_" + to.name().name()));
    body.add(Sql.move("TYPE", to.name(), old));
    body.add(Sql.of("CREATE TYPE {} AS ENUM (\n  {}\n);", to.name(), values(to)));
    for (Table table : action.users()) {
      foreignKeys(table, to.name(), action.users())
          .forEach(key ->
              body.add(Sql.of("ALTER TABLE {} DROP CONSTRAINT {};", table.name(), key.name())));
    }
    for (Table table : action.users()) {
      body.addAll(convert(table, to.name()));
    }
    for (Table table : action.users()) {
      foreignKeys(table, to.name(), action.users()).forEach(key -> body.add(add(table, key)));
    }
    body.add(dropUnlessParked(old));
    return List.of(Sql.block(Sql.of(
        """
                IF {} THEN
                  IF {} THEN
                    RAISE EXCEPTION {};
                  END IF;
                  {}
                END IF;
                """,
        differs(to),
        differs(from),
        Sql.anotherShape("Enum " + to.name()),
        Sql.statements(body))));
  }

  /** What is parked keeps its values, and so the old enum. */
  private static Sql dropUnlessParked(QualifiedName old) {
    return Sql.of("""
        IF EXISTS (
          SELECT FROM pg_attribute
          WHERE NOT attisdropped AND atttypid IN (
            SELECT unnest(ARRAY[oid, typarray]) FROM pg_type WHERE oid = {}
          )
        ) THEN
          EXECUTE format(
            'ALTER TYPE %s RENAME TO %I', {}, 'varve_parked_' || {}::oid);
        ELSE
          DROP TYPE {};
        END IF;
        """, Sql.type(old), Sql.type(old), Sql.type(old), old);
  }

  /** Columns that were parked may have an enum that has lost values since. */
  static List<Sql> unpark(Table table) {
    return table.columns().stream()
        .flatMap(column -> unpark(table, column).stream())
        .toList();
  }

  /**
   * What is computed from the column is made anew, with what is on it, and so is what has an
   * expression with it: PostgreSQL keeps that as it understood it for the old enum.
   */
  private static List<Sql> unpark(Table table, Column column) {
    List<Sql> before = new ArrayList<>();
    List<Sql> drops = new ArrayList<>();
    List<Sql> adds = new ArrayList<>();
    List<Sql> after = new ArrayList<>();
    Set<Name> computed = table.columns().stream()
        .filter(other -> other.isGeneratedFrom(column.name()))
        .map(Column::name)
        .collect(Collectors.toSet());
    for (Constraint constraint : table.constraints()) {
      if (constraint.mentionsInExpression(column.name())) {
        drops.add(Sql.of("DROP CONSTRAINT {}", constraint.name()));
        after.add(add(table, constraint));
      } else if (computed.stream().anyMatch(constraint::mentions)) {
        after.add(add(table, constraint));
      }
    }
    for (Index index : table.indexes()) {
      if (index.mentionsInExpression(column.name())) {
        before.add(Sql.of("DROP INDEX {};", table.name().sibling(index.name())));
        after.add(create(table, index));
      } else if (computed.stream().anyMatch(index::mentions)) {
        after.add(create(table, index));
      }
    }
    for (Column other : table.columns()) {
      if (computed.contains(other.name())) {
        drops.add(Sql.of("DROP COLUMN {}", other.name()));
        adds.add(Sql.of("ADD COLUMN {}", ColumnDdl.definition(other)));
      }
    }
    return unpark(table.name(), List.of(column), before, drops, adds, after);
  }

  private static Sql add(Table table, Constraint constraint) {
    return Sql.of("ALTER TABLE {} ADD {};", table.name(), ConstraintDdl.definition(constraint));
  }

  private static Sql create(Table table, Index index) {
    return Sql.of(
        "CREATE {} {} ON {} {};",
        Sql.raw(index.unique() ? "UNIQUE INDEX" : "INDEX"),
        index.name(),
        table.name(),
        IndexDdl.keys(index));
  }

  /** The same of single columns, from which nothing is computed yet. */
  static List<Sql> unpark(QualifiedName table, List<Column> columns) {
    return unpark(table, columns, List.of(), List.of(), List.of(), List.of());
  }

  private static List<Sql> unpark(
      QualifiedName table,
      List<Column> columns,
      List<Sql> before,
      List<Sql> drops,
      List<Sql> adds,
      List<Sql> after) {
    List<Sql> statements = new ArrayList<>();
    for (Column column : columns) {
      boolean array = column.type() instanceof ColumnType.ArrayOf;
      ColumnType element =
          column.type() instanceof ColumnType.ArrayOf of ? of.element() : column.type();
      if (element instanceof ColumnType.Enumerated) {
        List<Sql> actions = new ArrayList<>(drops);
        if (column.defaultValue() instanceof Default.Expression) {
          actions.add(Sql.of("ALTER COLUMN {} DROP DEFAULT", column.name()));
        }
        actions.add(convert(column, array));
        if (column.defaultValue() instanceof Default.Expression value) {
          actions.add(
              Sql.of("ALTER COLUMN {} SET DEFAULT {}", column.name(), Sql.raw(value.sql())));
        }
        actions.addAll(adds);
        List<Sql> body = new ArrayList<>(before);
        body.add(Sql.of("""
            ALTER TABLE {}
              {};
            """, table, Sql.lines(actions)));
        body.addAll(after);
        OptionsDdl.afterType(table, column.name(), column.options()).ifPresent(body::add);
        statements.add(Sql.of(
            """
            IF {} <> {} THEN
              {}
            END IF;
            """,
            ColumnDdl.typeOf(table, column.name()),
            CatalogName.of(column.type()),
            Sql.statements(body)));
      }
    }
    return statements;
  }

  private static Sql convert(Column column, boolean array) {
    return Sql.of(
        "ALTER COLUMN {} TYPE {} USING {}::{}::{}",
        column.name(),
        ColumnDdl.type(column.type()),
        column.name(),
        Sql.raw(array ? "text[]" : "text"),
        ColumnDdl.type(column.type()));
  }

  private static List<Constraint.ForeignKey> foreignKeys(
      Table table, QualifiedName type, List<Table> users) {
    List<Name> columns = users(table, type).stream().map(Column::name).toList();
    return table.foreignKeys().stream()
        .filter(key -> key.columns().stream().anyMatch(columns::contains)
            || users.stream()
                .filter(target -> target.name().equals(key.target()))
                .anyMatch(target -> users(target, type).stream()
                    .anyMatch(column -> key.restsOn(target, column.name()))))
        .toList();
  }

  private static List<Column> users(Table table, QualifiedName type) {
    return table.columns().stream().filter(c -> c.type().holds(type)).toList();
  }

  private static List<Sql> convert(Table table, QualifiedName type) {
    List<Sql> statements = new ArrayList<>();
    if (users(table, type).isEmpty()) {
      return statements;
    }
    List<Constraint> checks = table.constraints().stream()
        .filter(c -> c instanceof Constraint.Check || c instanceof Constraint.Exclusion)
        .toList();
    List<Name> converted = users(table, type).stream().map(Column::name).toList();
    List<Index> partial = table.indexes().stream()
        .filter(i -> i.where().isPresent() || converted.stream().anyMatch(i::mentionsInExpression))
        .toList();
    checks.forEach(
        c -> statements.add(Sql.of("ALTER TABLE {} DROP CONSTRAINT {};", table.name(), c.name())));
    partial.forEach(i -> statements.add(Sql.of("DROP INDEX {};", table.name().sibling(i.name()))));
    List<Sql> actions = new ArrayList<>();
    for (Column column : users(table, type)) {
      boolean array = column.type() instanceof ColumnType.ArrayOf;
      boolean hasDefault = column.defaultValue() instanceof Default.Expression;
      if (hasDefault) {
        actions.add(Sql.of("ALTER COLUMN {} DROP DEFAULT", column.name()));
      }
      actions.add(convert(column, array));
      if (column.defaultValue() instanceof Default.Expression value) {
        actions.add(Sql.of("ALTER COLUMN {} SET DEFAULT {}", column.name(), Sql.raw(value.sql())));
      }
    }
    statements.add(Sql.of("ALTER TABLE {}\n  {};", table.name(), Sql.lines(actions)));
    // PostgreSQL forgets both with the type.
    for (Column column : users(table, type)) {
      OptionsDdl.afterType(table.name(), column.name(), column.options())
          .ifPresent(statements::add);
    }
    partial.forEach(i -> statements.add(create(table, i)));
    checks.forEach(c -> statements.add(add(table, c)));
    return statements;
  }
}
