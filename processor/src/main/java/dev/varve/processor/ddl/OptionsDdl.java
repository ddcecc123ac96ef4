package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** SQL about what columns and tables are beyond names, types and values. */
final class OptionsDdl {
  private OptionsDdl() {}

  /** As in CREATE TABLE, which before version 16 takes no storage there. */
  static Sql clause(ColumnOptions options) {
    return Sql.raw(
        options.compression().map(method -> " COMPRESSION " + method.sql()).orElse("")
            + collate(options).text());
  }

  static Sql collate(ColumnOptions options) {
    return Sql.raw(options.collation().map(name -> " COLLATE " + name.quoted()).orElse(""));
  }

  /** The storage of columns that have one of their own. */
  static Optional<Sql> storage(QualifiedName table, List<Column> columns) {
    List<Sql> alters = storage(columns);
    return alters.isEmpty()
        ? Optional.empty()
        : Optional.of(Sql.of("ALTER TABLE {}\n  {};", table, Sql.lines(alters)));
  }

  static List<Sql> storage(List<Column> columns) {
    return columns.stream()
        .flatMap(column -> column.options().storage().stream()
            .map(mode ->
                Sql.of("ALTER COLUMN {} SET STORAGE {}", column.name(), Sql.raw(mode.name()))))
        .toList();
  }

  /** What a new type makes PostgreSQL forget. */
  static Optional<Sql> afterType(QualifiedName table, Name column, ColumnOptions options) {
    List<Sql> alters = new ArrayList<>();
    options
        .storage()
        .ifPresent(mode ->
            alters.add(Sql.of("ALTER COLUMN {} SET STORAGE {}", column, Sql.raw(mode.name()))));
    options
        .compression()
        .ifPresent(method -> alters.add(
            Sql.of("ALTER COLUMN {} SET COMPRESSION {}", column, Sql.raw(method.sql()))));
    return alters.isEmpty()
        ? Optional.empty()
        : Optional.of(Sql.of("ALTER TABLE {}\n  {};", table, Sql.lines(alters)));
  }

  static List<Sql> change(Action.ChangeColumnOptions action) {
    QualifiedName table = action.table();
    Column column = action.column();
    ColumnOptions from = column.options();
    ColumnOptions to = action.to();
    List<Sql> statements = new ArrayList<>();
    if (!from.collation().equals(to.collation())) {
      statements.add(Sql.block(Sql.of(
          """
                  IF {} <> {} THEN
                    ALTER TABLE {}
                      ALTER COLUMN {} TYPE {}{};
                  END IF;
                  """,
          ofColumn("attcollation", table, column.name()),
          to.collation()
              .map(name -> Sql.raw(Sql.literal(name.quoted()) + "::regcollation"))
              .orElseGet(() -> ofColumn("typcollation", table, column.name())),
          table,
          column.name(),
          ColumnDdl.type(column.type()),
          collate(to))));
    }
    if (from.storage().isPresent() && to.storage().isEmpty()) {
      statements.add(Sql.block(Sql.of(
          "EXECUTE format({}, {});",
          "ALTER TABLE "
              + table.quoted().replace("%", "%%")
              + " ALTER COLUMN "
              + column.name().quoted().replace("%", "%%")
              + " SET STORAGE %s",
          ofColumn(
              "CASE typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN'"
                  + " ELSE 'EXTENDED' END",
              table,
              column.name()))));
    }
    if (from.compression().isPresent() && to.compression().isEmpty()) {
      statements.add(Sql.of(
          "ALTER TABLE {}\n  ALTER COLUMN {} SET COMPRESSION default;", table, column.name()));
    }
    afterType(table, column.name(), to).ifPresent(statements::add);
    return statements;
  }

  private static Sql ofColumn(String what, QualifiedName table, Name column) {
    return Sql.of("""
        (
          SELECT {} FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
          WHERE attrelid = {} AND attname = {}
        )
        """, Sql.raw(what), Sql.relation(table), column.value());
  }

  /** Behind the columns in CREATE TABLE. */
  static Sql clause(TableOptions options) {
    return Sql.raw(
        (options.parameters().isEmpty() ? "" : " WITH (" + parameters(options.parameters()) + ")")
            + options.tablespace().map(name -> " TABLESPACE " + name.quoted()).orElse(""));
  }

  private static String parameters(SortedMap<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + value(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String value(String value) {
    return value.matches("[0-9]+(\\.[0-9]+)?") ? value : Sql.literal(value);
  }

  static List<Sql> change(Action.ChangeTableOptions action) {
    TableOptions from = action.from();
    TableOptions to = action.to();
    List<Sql> statements = new ArrayList<>();
    if (from.unlogged() != to.unlogged()) {
      statements.add(alter(action.table(), to.unlogged() ? "SET UNLOGGED" : "SET LOGGED"));
    }
    SortedMap<String, String> set = new TreeMap<>(to.parameters());
    set.entrySet().removeAll(from.parameters().entrySet());
    if (!set.isEmpty()) {
      statements.add(alter(action.table(), "SET (" + parameters(set) + ")"));
    }
    List<String> gone = from.parameters().keySet().stream()
        .filter(name -> !to.parameters().containsKey(name))
        .toList();
    if (!gone.isEmpty()) {
      statements.add(alter(action.table(), "RESET (" + String.join(", ", gone) + ")"));
    }
    if (!from.tablespace().equals(to.tablespace())) {
      statements.add(to.tablespace()
          .map(name -> alter(action.table(), "SET TABLESPACE " + name.quoted()))
          .orElseGet(() -> toUsualTablespace(action.table())));
    }
    return statements;
  }

  private static Sql alter(QualifiedName table, String what) {
    return Sql.of("ALTER TABLE {}\n  {};", table, Sql.raw(what));
  }

  private static Sql toUsualTablespace(QualifiedName table) {
    return Sql.block(
        Sql.of("""
        EXECUTE format({}, (
          SELECT spcname FROM pg_database JOIN pg_tablespace ON pg_tablespace.oid = dattablespace
          WHERE datname = current_database()
        ));
        """, "ALTER TABLE " + table.quoted().replace("%", "%%") + " SET TABLESPACE %I"));
  }

  /** {@code collation "C", no storage of its own}. */
  static String words(ColumnOptions from, ColumnOptions to) {
    List<String> words = new ArrayList<>();
    changed(words, "collation", from.collation(), to.collation());
    changed(words, "storage", from.storage(), to.storage());
    changed(words, "compression", from.compression(), to.compression());
    return String.join(", ", words);
  }

  private static <T> void changed(
      List<String> words, String what, Optional<T> from, Optional<T> to) {
    if (!from.equals(to)) {
      words.add(to.map(value -> what + " " + value).orElse("PostgreSQL's own " + what));
    }
  }

  /** {@code unlogged, fillfactor 70}. */
  static String words(TableOptions from, TableOptions to) {
    List<String> words = new ArrayList<>();
    if (from.unlogged() != to.unlogged()) {
      words.add(to.unlogged() ? "unlogged" : "logged");
    }
    SortedMap<String, String> all = new TreeMap<>(from.parameters());
    all.putAll(to.parameters());
    all.keySet()
        .forEach(name -> changed(
            words,
            name,
            Optional.ofNullable(from.parameters().get(name)),
            Optional.ofNullable(to.parameters().get(name))));
    changed(words, "tablespace", from.tablespace(), to.tablespace());
    return String.join(", ", words);
  }
}
