package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** SQL about columns. */
final class ColumnDdl {
  /** So many rows get their value in one transaction. */
  private static final int BATCH = 10_000;

  private ColumnDdl() {}

  /** {@code email varchar(255) NOT NULL}, as in CREATE TABLE and ADD COLUMN. */
  static Sql definition(Column column) {
    return Sql.of(
        "{} {}{}{}{}",
        column.name(),
        column.defaultValue() instanceof Default.Serial
            ? SequenceDdl.serial(column.type())
            : type(column.type()),
        OptionsDdl.clause(column.options()),
        clause(column.defaultValue()),
        Sql.raw(column.nullable() ? "" : " NOT NULL"));
  }

  static Sql type(ColumnType type) {
    return Sql.raw(type.sql());
  }

  private static Sql clause(Default value) {
    if (value instanceof Default.Expression expression) {
      return Sql.raw(" DEFAULT " + expression.sql());
    }
    if (value instanceof Default.Generated generated) {
      return Sql.raw(" GENERATED ALWAYS AS ("
          + generated.expression()
          + (generated.stored() ? ") STORED" : ") VIRTUAL"));
    }
    return value instanceof Default.Identity identity
        ? SequenceDdl.clause(identity.options())
        : Sql.raw("");
  }

  /** Whether the table has a column of that name. */
  static Sql exists(QualifiedName table, Name column) {
    return Sql.of("""
        EXISTS (
          SELECT FROM pg_attribute
          WHERE attrelid = {} AND attname = {} AND NOT attisdropped
        )
        """, Sql.findRelation(table), column.value());
  }

  static List<Sql> add(Action.AddColumn action) {
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.of("""
            ALTER TABLE {}
              ADD COLUMN IF NOT EXISTS {};
            """, action.table(), definition(action.column())));
    OptionsDdl.storage(action.table(), List.of(action.column())).ifPresent(statements::add);
    return statements;
  }

  static List<Sql> drop(Action.DropColumn action) {
    return List.of(dropIfThere(action.table(), action.column().name()));
  }

  static Sql dropIfThere(QualifiedName table, Name column) {
    return Sql.of("""
        ALTER TABLE IF EXISTS {}
          DROP COLUMN IF EXISTS {};
        """, table, column);
  }

  static List<Sql> rename(Action.RenameColumn action) {
    QualifiedName table = action.table();
    return List.of(Sql.block(Sql.of(
        """
                IF {} THEN
                  IF {} THEN
                    RAISE EXCEPTION {};
                  END IF;
                  {}
                ELSIF {} THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        exists(table, action.from()),
        exists(table, action.to()),
        bothExist("Column", table + "." + action.from(), table + "." + action.to()),
        renameTo(table, action.from(), action.to()),
        action
            .type()
            .map(type ->
                Sql.of("{} IS DISTINCT FROM {}", typeOf(table, action.to()), CatalogName.of(type)))
            .orElse(Sql.of("NOT {}", exists(table, action.to()))),
        Sql.message("Column "
            + table
            + "."
            + action.from()
            + " is not there, and "
            + table
            + "."
            + action.to()
            + " is not what it would be renamed to. Rename the column back; then run the migration"
            + " again."))));
  }

  static Sql renameTo(QualifiedName table, Name from, Name to) {
    return Sql.of("""
        ALTER TABLE {}
          RENAME COLUMN {} TO {};
        """, table, from, to);
  }

  static Sql bothExist(String what, String from, String to) {
    return Sql.message(what
        + " "
        + from
        + " is to be renamed to "
        + to
        + ", but both exist. Rename or drop one of them; then run the migration again.");
  }

  /** Renamed out of sight; nothing about it stands in the way of rows to come. */
  static List<Sql> park(Action.ParkColumn action) {
    return List.of(Sql.block(Sql.of(
        """
                IF NOT {} THEN
                  {}
                ELSIF {} THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        exists(action.table(), action.parkedAs()),
        Sql.statements(parkStatements(action)),
        exists(action.table(), action.column().name()),
        bothExist(
            "Column",
            action.table() + "." + action.column().name(),
            action.table() + "." + action.parkedAs()))));
  }

  static List<Sql> parkStatements(Action.ParkColumn action) {
    Name column = action.column().name();
    List<Sql> statements = new ArrayList<>();
    if (action.column().defaultValue() instanceof Default.Serial) {
      statements.add(SequenceDdl.dropSerial(new ColumnName(action.table(), column)));
    }
    boolean identity = action.column().defaultValue() instanceof Default.Identity;
    Sql nullable = Sql.raw("DROP NOT NULL");
    // As long as it is an identity, it refuses NULL.
    statements.add(Sql.of(
        """
            ALTER TABLE {}
              ALTER COLUMN {} {},
              ALTER COLUMN {} {};
            """,
        action.table(),
        column,
        identity ? Sql.raw("DROP IDENTITY IF EXISTS") : nullable,
        column,
        identity ? nullable : Sql.raw("DROP DEFAULT")));
    statements.add(renameTo(action.table(), column, action.parkedAs()));
    return statements;
  }

  static List<Sql> unpark(Action.UnparkColumn action) {
    Column column = action.column();
    List<Sql> body = new ArrayList<>();
    body.add(renameTo(action.table(), action.parkedAs(), column.name()));
    body.addAll(EnumDdl.unpark(action.table(), column.withDefault(new Default.None())));
    Sql rename =
        Sql.block(Sql.of("""
            IF {} THEN
              {}
            END IF;
            """, exists(action.table(), action.parkedAs()), Sql.statements(body)));
    ColumnName name = new ColumnName(action.table(), column.name());
    return column.defaultValue() instanceof Default.None
        ? List.of(rename)
        : List.of(rename, setDefault(name, new Default.None(), column.defaultValue()));
  }

  /**
   * The type changes only while it is the old one: an expression that transforms values must not
   * meet its own results.
   */
  static List<Sql> changeType(Action.ChangeType action) {
    Column column = action.column();
    Name name = column.name();
    Sql using =
        action.using().map(expression -> Sql.raw("\n  USING " + expression)).orElse(Sql.raw(""));
    Sql type = Sql.of("{}{}", type(action.to()), OptionsDdl.collate(column.options()));
    Sql alter = column.defaultValue() instanceof Default.Expression value
        ? Sql.of("""
                ALTER TABLE {}
                  ALTER COLUMN {} DROP DEFAULT,
                  ALTER COLUMN {} TYPE {}{},
                  ALTER COLUMN {} SET DEFAULT {};
                """, action.table(), name, name, type, using, name, Sql.raw(value.sql()))
        : Sql.of("""
                ALTER TABLE {}
                  ALTER COLUMN {} TYPE {}{};
                """, action.table(), name, type, using);
    List<Sql> alters = new ArrayList<>(List.of(alter));
    if (column.defaultValue() instanceof Default.Serial) {
      alters.add(SequenceDdl.retype(new ColumnName(action.table(), name), action.to()));
    }
    // PostgreSQL forgets both with the type.
    OptionsDdl.afterType(action.table(), name, column.options()).ifPresent(alters::add);
    return List.of(Sql.block(Sql.of(
        """
                IF {} = {} THEN
                  {}
                ELSIF {} IS DISTINCT FROM {} THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        typeOf(action.table(), name),
        CatalogName.of(column.type()),
        Sql.statements(alters),
        typeOf(action.table(), name),
        CatalogName.of(action.to()),
        Sql.message("Column "
            + action.table()
            + "."
            + name
            + " is neither "
            + column.type().sql()
            + " nor "
            + action.to().sql()
            + ". Give it back the type it had; then run the migration again."))));
  }

  static Sql typeOf(QualifiedName table, Name column) {
    return Sql.of("""
        (
          SELECT format_type(atttypid, atttypmod) FROM pg_attribute
          WHERE attrelid = {} AND attname = {}
        )
        """, Sql.relation(table), column.value());
  }

  static Sql changeDefault(Action.ChangeDefault action) {
    Sql change = setDefault(action.column(), action.from(), action.to());
    boolean drops =
        action.from() instanceof Default.Expression && action.to() instanceof Default.None;
    return action.counts() && drops ? SequenceDdl.unlessCounting(action.column(), change) : change;
  }

  static Sql setDefault(ColumnName column, Default from, Default to) {
    List<Sql> statements = new ArrayList<>();
    if (from instanceof Default.Serial) {
      statements.add(SequenceDdl.dropSerial(column));
    }
    if (from instanceof Default.Identity && !(to instanceof Default.Identity)) {
      statements.add(alter(column, "DROP IDENTITY IF EXISTS"));
    }
    if (from instanceof Default.Generated) {
      statements.add(alter(column, "DROP EXPRESSION IF EXISTS"));
    }
    if (to instanceof Default.Identity identity) {
      statements.add(
          from instanceof Default.Identity
              ? SequenceDdl.changeIdentity(column, identity.options())
              : SequenceDdl.addIdentity(column, identity.options()));
    } else if (to instanceof Default.Serial) {
      statements.add(SequenceDdl.addSerial(column, IdentityOptions.ALWAYS));
    } else if (to instanceof Default.Expression expression) {
      statements.add(alter(column, "SET DEFAULT " + expression.sql()));
    } else if (statements.isEmpty()) {
      statements.add(alter(column, "DROP DEFAULT"));
    }
    return Sql.statements(statements);
  }

  private static Sql alter(ColumnName column, String what) {
    return Sql.of("""
        ALTER TABLE {}
          ALTER COLUMN {} {};
        """, column.table(), column.column(), Sql.raw(what));
  }

  /** The check that stands in for NOT NULL until the rows are known to pass. */
  private static Name check(ColumnName column) {
    return DerivedName.of("varve_" + column.table() + "_" + column.column() + "_not_null");
  }

  static List<Sql> guardNotNull(Action.GuardNotNull action) {
    ColumnName column = action.column();
    Sql add = Sql.block(Sql.of(
        """
                IF NOT {} AND NOT {} THEN
                  ALTER TABLE {}
                    ADD CONSTRAINT {} CHECK ({} {}) NOT VALID;
                END IF;
                """,
        refusesNull(column.table(), column.column()),
        ConstraintDdl.exists(column.table(), check(column)),
        column.table(),
        check(column),
        column.column(),
        Sql.raw(action.row() ? "IS DISTINCT FROM NULL" : "IS NOT NULL")));
    return List.of(add);
  }

  static String isNull(boolean row) {
    return row ? "IS NOT DISTINCT FROM NULL" : "IS NULL";
  }

  static Sql refusesNull(QualifiedName table, Name column) {
    return Sql.of("""
        EXISTS (
          SELECT FROM pg_attribute
          WHERE attrelid = {} AND attname = {} AND attnotnull
        )
        """, Sql.findRelation(table), column.value());
  }

  /**
   * A column that takes only its own numbers is in no other statement than its own: run again, it
   * would be refused there.
   */
  static List<Sql> backfill(Action.Backfill action, boolean atOnce) {
    List<Action.Backfill.Fill> others =
        action.fills().stream().filter(fill -> !fill.always()).toList();
    List<Sql> statements = new ArrayList<>();
    if (others.size() < action.fills().size()) {
      statements.add(backfill(action, action.fills(), atOnce));
    }
    if (!others.isEmpty()) {
      statements.add(backfill(action, others, atOnce));
    }
    return statements;
  }

  private static Sql backfill(
      Action.Backfill action, List<Action.Backfill.Fill> fills, boolean atOnce) {
    boolean alone = fills.size() == 1;
    boolean numbers = fills.stream().anyMatch(Action.Backfill.Fill::always);
    List<Sql> values = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Action.Backfill.Fill fill : fills) {
      Sql value = fill.renamed().isEmpty() ? Sql.raw(fill.column().quoted()) : renamed(fill);
      if (fill.expression().isPresent()) {
        Sql filled = filled(action.table(), fill, fill.expression().get(), alone);
        value = (alone && fill.renamed().isEmpty()) || fill.always()
            ? filled
            : Sql.of("coalesce({}, {})", value, filled);
        if (!numbers || fill.always()) {
          missing.add(fill.column().quoted() + " " + isNull(fill.row()));
        }
      }
      if (!fill.renamed().isEmpty() && !numbers) {
        String old = Sql.array(List.copyOf(fill.renamed().keySet()), "text").text();
        missing.add(fill.column().quoted()
            + (fill.array() ? "::text[] && " + old : " = ANY (" + old + ")"));
      }
      values.add(Sql.of("{} = {}", fill.column(), value));
    }
    String condition = String.join(" OR ", missing);
    return fills.stream()
        .filter(fill -> fill.always()
            && fill.expression().filter(Action.Backfill.Fill.DEFAULT::equals).isEmpty())
        .findFirst()
        .map(fill -> Sql.block(Sql.of(
            """
                IF NOT {} THEN
                  {}
                END IF;
                """,
            takesOnlyNumbers(action.table(), fill.column()),
            update(action.table(), action.partitioned(), values, condition, true))))
        .orElseGet(() -> update(action.table(), action.partitioned(), values, condition, atOnce));
  }

  /** Run again, PostgreSQL would refuse the statement that gave it values, whether there are rows. */
  private static Sql takesOnlyNumbers(QualifiedName table, Name column) {
    return Sql.of("""
        EXISTS (
          SELECT FROM pg_attribute
          WHERE attrelid = {} AND attname = {} AND attidentity = 'a'
        )
        """, Sql.relation(table), column.value());
  }

  private static Sql filled(
      QualifiedName table, Action.Backfill.Fill fill, String expression, boolean alone) {
    // Beside others, a row may have its number already, from when it came.
    return expression.equals(Action.Backfill.Fill.DEFAULT) && !alone && !fill.always()
        ? SequenceDdl.next(new ColumnName(table, fill.column()))
        : Sql.raw(expression);
  }

  /** Run again it finds nothing: no new text is an old one. */
  private static Sql renamed(Action.Backfill.Fill fill) {
    String column = fill.column().quoted();
    StringBuilder cases = new StringBuilder("CASE " + column);
    String replaced = column;
    for (Map.Entry<String, String> rename : fill.renamed().entrySet()) {
      String from = Sql.literal(rename.getKey());
      String to = Sql.literal(rename.getValue());
      cases.append(" WHEN ").append(from).append(" THEN ").append(to);
      replaced = "array_replace(" + replaced + ", " + from + ", " + to + ")";
    }
    return Sql.raw(fill.array() ? replaced : cases + " ELSE " + column + " END");
  }

  private static Sql update(
      QualifiedName table,
      boolean partitioned,
      List<Sql> values,
      String condition,
      boolean atOnce) {
    if (atOnce) {
      return Sql.of("""
              UPDATE {} SET
                {}
              WHERE {};
              """, table, Sql.lines(values), Sql.raw(condition));
    }
    return Sql.of(
        """
            -- varve:repeat
            UPDATE {} SET
              {}
            WHERE {}(
              SELECT {} FROM {} WHERE {} LIMIT {}
            ){};
            """,
        table,
        Sql.lines(values),
        Sql.raw(partitioned ? "(tableoid, ctid) IN " : "ctid = ANY (ARRAY"),
        // Rows of two partitions may have the same place.
        Sql.raw(partitioned ? "tableoid, ctid" : "ctid"),
        table,
        Sql.raw(condition),
        Sql.raw(Integer.toString(BATCH)),
        Sql.raw(partitioned ? "" : ")"));
  }

  static List<Sql> validateNotNull(Action.ValidateNotNull action) {
    ColumnName column = action.column();
    return List.of(Sql.block(Sql.of(
        """
                IF {} THEN
                  ALTER TABLE {}
                    VALIDATE CONSTRAINT {};
                END IF;
                """, ConstraintDdl.exists(column.table(), check(column)), column.table(), check(column))));
  }

  static List<Sql> setNotNull(Action.SetNotNull action) {
    ColumnName column = action.column();
    return List.of(
        Sql.of("""
            ALTER TABLE {}
              ALTER COLUMN {} SET NOT NULL;
            """, column.table(), column.column()), Sql.of("""
            ALTER TABLE {}
              DROP CONSTRAINT IF EXISTS {};
            """, column.table(), check(column)));
  }

  static List<Sql> dropNotNull(Action.DropNotNull action) {
    return List.of(Sql.of("""
            ALTER TABLE {}
              ALTER COLUMN {} DROP NOT NULL;
            """, action.column().table(), action.column().column()));
  }
}
