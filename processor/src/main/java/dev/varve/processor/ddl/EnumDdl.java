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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    body.addAll(convert(action.users(), to.name(), old));
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
        IF {} THEN
          EXECUTE format(
            'ALTER TYPE %s RENAME TO %I', {}, 'varve_parked_' || {}::oid);
        ELSE
          DROP TYPE {};
        END IF;
        """, ParkedTypeDdl.isParked(old), Sql.type(old), Sql.type(old), old);
  }

  /** Columns that were parked may have an enum that has lost values since. */
  static List<Sql> unpark(Table table) {
    Map<QualifiedName, List<Column>> byType = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      enumOf(column)
          .ifPresent(
              type -> byType.computeIfAbsent(type, t -> new ArrayList<>()).add(column));
    }
    return byType.values().stream().map(columns -> unpark(table, columns)).toList();
  }

  /**
   * What is computed from the columns is made anew, with what is on it, and so is what has an
   * expression with them: PostgreSQL keeps that as it understood it for the old enum.
   */
  private static Sql unpark(Table table, List<Column> columns) {
    List<Name> names = columns.stream().map(Column::name).toList();
    List<Column> computed = table.columns().stream()
        .filter(other -> names.stream().anyMatch(other::isGeneratedFrom))
        .toList();
    List<Name> computedNames = computed.stream().map(Column::name).toList();
    List<Sql> drops = new ArrayList<>();
    List<Sql> again = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (names.stream().anyMatch(constraint::mentionsInExpression)
          || computedNames.stream().anyMatch(constraint::mentions)) {
        drops.add(Sql.of("ALTER TABLE {} DROP CONSTRAINT {};", table.name(), constraint.name()));
        again.add(add(table, constraint));
      }
    }
    for (Index index : table.indexes()) {
      if (names.stream().anyMatch(index::mentionsInExpression)
          || computedNames.stream().anyMatch(index::mentions)) {
        drops.add(Sql.of("DROP INDEX {};", table.name().sibling(index.name())));
        again.add(create(table, index));
      }
    }
    return unpark(table.name(), columns, computed, drops, again);
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

  /** The same of a single column, from which nothing is computed yet. */
  static List<Sql> unpark(QualifiedName table, Column column) {
    return enumOf(column).isEmpty()
        ? List.of()
        : List.of(unpark(table, List.of(column), List.of(), List.of(), List.of()));
  }

  private static Sql unpark(
      QualifiedName table,
      List<Column> columns,
      List<Column> computed,
      List<Sql> drops,
      List<Sql> again) {
    Column first = columns.get(0);
    List<Sql> body = new ArrayList<>(drops);
    body.addAll(withoutDefaults(table, columns));
    Sql old = Sql.of("rtrim({}, '[]')", ColumnDdl.typeOf(table, first.name()));
    body.add(OthersDdl.aside(
        List.of(table),
        old,
        enumOf(first).orElseThrow(),
        computed.stream().map(Column::name).toList(),
        convert(table, columns, computed)));
    body.addAll(again);
    return Sql.of(
        """
        IF {} <> {} THEN
          {}
        END IF;
        """,
        ColumnDdl.typeOf(table, first.name()),
        CatalogName.of(first.type()),
        Sql.statements(body));
  }

  private static Optional<QualifiedName> enumOf(Column column) {
    ColumnType element =
        column.type() instanceof ColumnType.ArrayOf of ? of.element() : column.type();
    return element instanceof ColumnType.Enumerated type
        ? Optional.of(type.type())
        : Optional.empty();
  }

  private static List<Sql> withoutDefaults(QualifiedName table, List<Column> columns) {
    List<Sql> drops = columns.stream()
        .filter(column -> column.defaultValue() instanceof Default.Expression)
        .map(column -> Sql.of("ALTER COLUMN {} DROP DEFAULT", column.name()))
        .toList();
    return drops.isEmpty()
        ? List.of()
        : List.of(Sql.of("ALTER TABLE {}\n  {};", table, Sql.lines(drops)));
  }

  /** Columns of one enum, which another one of its name has replaced. */
  private static List<Sql> convert(
      QualifiedName table, List<Column> columns, List<Column> computed) {
    List<Sql> actions = new ArrayList<>();
    computed.forEach(column -> actions.add(Sql.of("DROP COLUMN {}", column.name())));
    for (Column column : columns) {
      actions.add(Sql.of(
          "ALTER COLUMN {} TYPE {} USING {}::{}::{}",
          column.name(),
          ColumnDdl.type(column.type()),
          column.name(),
          Sql.raw(column.type() instanceof ColumnType.ArrayOf ? "text[]" : "text"),
          ColumnDdl.type(column.type())));
      if (column.defaultValue() instanceof Default.Expression value) {
        actions.add(Sql.of("ALTER COLUMN {} SET DEFAULT {}", column.name(), Sql.raw(value.sql())));
      }
    }
    computed.forEach(column -> actions.add(Sql.of("ADD COLUMN {}", ColumnDdl.definition(column))));
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.of("ALTER TABLE {}\n  {};", table, Sql.lines(actions)));
    // PostgreSQL forgets both with the type.
    for (Column column : columns) {
      OptionsDdl.afterType(table, column.name(), column.options()).ifPresent(statements::add);
    }
    return statements;
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

  private static List<Sql> convert(List<Table> tables, QualifiedName type, QualifiedName old) {
    List<Sql> drops = new ArrayList<>();
    List<Sql> alters = new ArrayList<>();
    List<Sql> again = new ArrayList<>();
    List<Table> users =
        tables.stream().filter(table -> !users(table, type).isEmpty()).toList();
    for (Table table : users) {
      List<Column> converted = users(table, type);
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Constraint.Check || constraint instanceof Constraint.Exclusion) {
          drops.add(Sql.of("ALTER TABLE {} DROP CONSTRAINT {};", table.name(), constraint.name()));
          again.add(add(table, constraint));
        }
      }
      for (Index index : table.indexes()) {
        if (index.where().isPresent()
            || converted.stream().map(Column::name).anyMatch(index::mentionsInExpression)) {
          drops.add(Sql.of("DROP INDEX {};", table.name().sibling(index.name())));
          again.add(create(table, index));
        }
      }
      drops.addAll(withoutDefaults(table.name(), converted));
      alters.addAll(convert(table.name(), converted, List.of()));
    }
    List<Sql> statements = new ArrayList<>(drops);
    if (!users.isEmpty()) {
      statements.add(OthersDdl.aside(
          users.stream().map(Table::name).toList(),
          Sql.of("{}::text", Sql.type(old)),
          type,
          List.of(),
          alters));
    }
    statements.addAll(again);
    return statements;
  }
}
