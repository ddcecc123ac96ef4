package dev.varve.processor.ddl;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.IdentityOptions;
import java.util.ArrayList;
import java.util.List;

/** SQL about columns that count: identities, and serials with a sequence that the column owns. */
final class SequenceDdl {
  private SequenceDdl() {}

  /** {@code bigserial}. */
  static Sql serial(ColumnType type) {
    return Sql.raw(
        type == ColumnType.Scalar.SMALLINT
            ? "smallserial"
            : type == ColumnType.Scalar.INTEGER ? "serial" : "bigserial");
  }

  /** As in CREATE TABLE. */
  static Sql clause(IdentityOptions options) {
    List<String> parts = parts(options);
    return Sql.raw(" GENERATED "
        + mode(options)
        + " AS IDENTITY"
        + (parts.isEmpty() ? "" : " (" + String.join(" ", parts) + ")"));
  }

  private static String mode(IdentityOptions options) {
    return options.byDefault() ? "BY DEFAULT" : "ALWAYS";
  }

  /** The options that are not PostgreSQL's own. */
  static List<String> parts(IdentityOptions options) {
    List<String> parts = new ArrayList<>();
    options.start().ifPresent(value -> parts.add("START WITH " + value));
    if (options.increment() != 1) {
      parts.add("INCREMENT BY " + options.increment());
    }
    options.min().ifPresent(value -> parts.add("MINVALUE " + value));
    options.max().ifPresent(value -> parts.add("MAXVALUE " + value));
    if (options.cache() != 1) {
      parts.add("CACHE " + options.cache());
    }
    if (options.cycle()) {
      parts.add("CYCLE");
    }
    return parts;
  }

  /** A new identity counts from its start; it must go on behind the values that are there. */
  static Sql addIdentity(ColumnName column, IdentityOptions options) {
    return Sql.block(Sql.of(
        """
            IF NOT {} THEN
              LOCK TABLE {} IN ACCESS EXCLUSIVE MODE;
              ALTER TABLE {}
                ALTER COLUMN {} SET NOT NULL,
                ALTER COLUMN {} DROP DEFAULT,
                ALTER COLUMN {} ADD{};
              PERFORM setval(
                {},
                {},
                false);
            END IF;
            """,
        isIdentity(column),
        column.table(),
        column.table(),
        column.column(),
        column.column(),
        column.column(),
        clause(options),
        sequence(column),
        behind(column, options)));
  }

  private static Sql isIdentity(ColumnName column) {
    return Sql.of("""
        EXISTS (
          SELECT FROM pg_attribute
          WHERE attrelid = {} AND attname = {} AND attidentity <> ''
        )
        """, Sql.relation(column.table()), column.column().value());
  }

  /** What is done only until the column has a sequence. */
  static Sql unlessCounting(ColumnName column, Sql statement) {
    return Sql.block(Sql.of("""
        IF {} IS NULL THEN
          {}
        END IF;
        """, sequence(column), statement));
  }

  /** The name of the column's sequence, ready for SQL; NULL if it has none. */
  private static Sql sequence(ColumnName column) {
    return Sql.of(
        "pg_get_serial_sequence({}, {})",
        column.table().quoted(),
        column.column().value());
  }

  /** The next number of the column's sequence. */
  static Sql next(ColumnName column) {
    return Sql.of("nextval({})", sequence(column));
  }

  private static Sql behind(ColumnName column, IdentityOptions options) {
    if (options.first() == 1 && options.increment() == 1) {
      return Sql.of("(SELECT coalesce(max({}), 0) + 1 FROM {})", column.column(), column.table());
    }
    Sql first = Sql.raw(Long.toString(options.first()));
    return Sql.of(
        "(SELECT coalesce({}({}({}) + {}, {}), {}) FROM {})",
        Sql.raw(options.ascending() ? "greatest" : "least"),
        Sql.raw(options.ascending() ? "max" : "min"),
        column.column(),
        Sql.raw("(" + options.increment() + ")"),
        first,
        first,
        column.table());
  }

  /** It goes on where it is, unless that is beyond a new end. */
  static Sql changeIdentity(ColumnName column, IdentityOptions options) {
    Sql next = options.ascending()
        ? options
            .min()
            .map(min -> Sql.of("greatest(next, {})", Sql.raw(min.toString())))
            .orElse(Sql.raw("greatest(next, 1)"))
        : options
            .max()
            .map(max -> Sql.of("least(next, {})", Sql.raw(max.toString())))
            .orElse(Sql.raw("least(next, -1)"));
    List<String> sets = new ArrayList<>();
    sets.add("SET GENERATED " + mode(options));
    sets.add("SET INCREMENT BY " + options.increment());
    sets.add(options.min().map(value -> "SET MINVALUE " + value).orElse("SET NO MINVALUE"));
    sets.add(options.max().map(value -> "SET MAXVALUE " + value).orElse("SET NO MAXVALUE"));
    sets.add("SET START WITH " + options.first());
    sets.add("SET CACHE " + options.cache());
    sets.add(options.cycle() ? "SET CYCLE" : "SET NO CYCLE");
    return Sql.block(
        Sql.raw("next bigint;"),
        Sql.of(
            """
            LOCK TABLE {} IN ACCESS EXCLUSIVE MODE;
            EXECUTE format(
              'SELECT CASE WHEN is_called THEN last_value + seqincrement ELSE last_value END'
                ' FROM %s, pg_sequence WHERE seqrelid = %L::regclass',
              {}, {}) INTO next;
            EXECUTE format({}, {});
            """,
            column.table(),
            sequence(column),
            sequence(column),
            "ALTER TABLE "
                + percent(column.table().quoted())
                + " ALTER COLUMN "
                + percent(column.column().quoted())
                + " "
                + String.join(" ", sets)
                + " RESTART %s",
            next));
  }

  private static String percent(String text) {
    return text.replace("%", "%%");
  }

  /** It goes on behind the values that are there. */
  static Sql addSerial(ColumnName column, IdentityOptions options) {
    return addSequence(
        column,
        options,
        List.of(Sql.of(
            "PERFORM setval(\n  {},\n  {},\n  false);",
            sequence(column),
            behind(column, options))));
  }

  /** The name of the sequence is the one that PostgreSQL would take, or if that is taken another. */
  private static Sql addSequence(ColumnName column, IdentityOptions options, List<Sql> start) {
    String prefix = column.table().schema().map(schema -> schema.quoted() + ".").orElse("");
    Sql name =
        Sql.raw((prefix.isEmpty() ? "" : Sql.literal(prefix) + " || ") + "quote_ident(sequence)");
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.of(
        "EXECUTE format({}, {});",
        "ALTER TABLE "
            + percent(column.table().quoted())
            + " ALTER COLUMN "
            + percent(column.column().quoted())
            + " SET DEFAULT nextval(%L)",
        name));
    statements.addAll(start);
    return Sql.block(
        Sql.of(
            "sequence text := {};",
            DerivedName.of(column.table().name() + "_" + column.column() + "_seq")
                .value()),
        Sql.of(
            """
            IF {} IS NULL THEN
              LOCK TABLE {} IN ACCESS EXCLUSIVE MODE;
              WHILE to_regclass({}) IS NOT NULL LOOP
                sequence := 'seq_' || md5(sequence);
              END LOOP;
              EXECUTE format({}, sequence, {});
              {}
            END IF;
            """,
            sequence(column),
            column.table(),
            name,
            "CREATE SEQUENCE "
                + percent(prefix)
                + "%I AS %s"
                + parts(options).stream().map(part -> " " + part).reduce("", String::concat)
                + " OWNED BY "
                + percent(column.table().quoted() + "." + column.column().quoted()),
            ColumnDdl.typeOf(column.table(), column.column()),
            Sql.statements(statements)));
  }

  /** The sequence of a new column; an identity gets it first, to be filled before it is one. */
  static Sql number(ColumnName column, Default value) {
    return addSequence(
        column,
        value instanceof Default.Identity identity ? identity.options() : IdentityOptions.ALWAYS,
        List.of());
  }

  static Sql settle(ColumnName column, IdentityOptions options) {
    return Sql.block(
        Sql.of("sequence text := {}; following bigint;", sequence(column)),
        Sql.of(
            """
            IF NOT {} THEN
              LOCK TABLE {} IN ACCESS EXCLUSIVE MODE;
              following := nextval(sequence::regclass);
              ALTER TABLE {}
                ALTER COLUMN {} DROP DEFAULT;
              EXECUTE 'DROP SEQUENCE ' || sequence;
              ALTER TABLE {}
                ALTER COLUMN {} ADD{};
              PERFORM setval({}, following, false);
            END IF;
            """,
            isIdentity(column),
            column.table(),
            column.table(),
            column.column(),
            column.table(),
            column.column(),
            clause(options),
            sequence(column)));
  }

  static Sql dropSerial(ColumnName column) {
    return Sql.block(Sql.of(
        """
            IF {} IS NOT NULL AND NOT {} THEN
              ALTER TABLE {}
                ALTER COLUMN {} DROP DEFAULT;
              EXECUTE 'DROP SEQUENCE ' || {};
            END IF;
            """,
        sequence(column),
        isIdentity(column),
        column.table(),
        column.column(),
        sequence(column)));
  }

  /** The sequence of an identity follows the type of its column, this one does not. */
  static Sql retype(ColumnName column, ColumnType type) {
    return Sql.of(
        "EXECUTE format('ALTER SEQUENCE %s AS {}', {});", ColumnDdl.type(type), sequence(column));
  }
}
