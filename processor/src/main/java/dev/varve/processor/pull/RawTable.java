package dev.varve.processor.pull;

import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The SQL of tables that no record says: partitions, heirs, foreign tables, tables without keys. */
final class RawTable {
  private final Things things;

  RawTable(Things things) {
    this.things = things;
  }

  /** The table with its columns; its defaults, keys and indexes follow as statements of their own. */
  List<String> of(Thing table) {
    Row row = table.row();
    boolean partition = row.is("is_partition");
    boolean foreign = row.text("kind").equals("f");
    List<Row> own = things.columns(table).stream()
        .filter(column -> column.is("is_local") && !partition)
        .toList();
    StringBuilder sql = new StringBuilder("CREATE ");
    sql.append(row.is("is_unlogged") ? "UNLOGGED " : "").append(foreign ? "FOREIGN " : "");
    sql.append("TABLE ").append(table.name().quoted());
    if (partition) {
      sql.append("\n  PARTITION OF ").append(row.list("parents").get(0));
      sql.append("\n  ").append(row.text("bound"));
    } else {
      row.find("of_type")
          .ifPresentOrElse(
              type -> sql.append(" OF ").append(type),
              () -> sql.append(own.stream()
                  .map(column -> "\n  " + column(column))
                  .collect(Collectors.joining(",", " (", own.isEmpty() ? ")" : "\n)"))));
      if (!row.list("parents").isEmpty()) {
        sql.append(" INHERITS (").append(String.join(", ", row.list("parents"))).append(")");
      }
    }
    row.find("partition_key").ifPresent(key -> sql.append("\n  PARTITION BY ").append(key));
    row.find("method")
        .filter(method -> !method.equals("heap"))
        .ifPresent(method -> sql.append("\n  USING ").append(new Name(method).quoted()));
    row.find("server")
        .ifPresent(server -> sql.append("\n  SERVER ").append(new Name(server).quoted()));
    if (!row.list("server_options").isEmpty()) {
      sql.append(" OPTIONS (")
          .append(String.join(", ", row.list("server_options")))
          .append(")");
    }
    if (!row.list("parameters").isEmpty()) {
      sql.append("\n  WITH (").append(String.join(", ", row.list("parameters"))).append(")");
    }
    row.find("tablespace")
        .ifPresent(space -> sql.append("\n  TABLESPACE ").append(new Name(space).quoted()));
    List<String> statements = new ArrayList<>(List.of(sql + ";"));
    for (Row column : things.columns(table)) {
      if (!own.contains(column)) {
        inherited(table, column, statements);
      }
      options(table, column, statements);
    }
    if (row.is("has_row_security")) {
      statements.add("ALTER TABLE " + table.name().quoted() + " ENABLE ROW LEVEL SECURITY;");
    }
    statements.addAll(Deltas.ofTable(table, things));
    return statements;
  }

  private String column(Row column) {
    StringBuilder sql = new StringBuilder(RawSql.quoted(column));
    boolean serial = column.text("identity").isEmpty() && things.counter(column).isPresent();
    sql.append(' ').append(serial ? serial(column) : column.text("type"));
    if (!column.list("server_options").isEmpty()) {
      sql.append(" OPTIONS (")
          .append(String.join(", ", column.list("server_options")))
          .append(")");
    }
    column
        .find("compression")
        .ifPresent(code -> sql.append(" COMPRESSION ").append(code.equals("l") ? "lz4" : "pglz"));
    sql.append(RawSql.collation(column));
    if (!column.text("identity").isEmpty()) {
      sql.append(identity(column));
    }
    if (!column.text("generated").isEmpty()) {
      sql.append(" GENERATED ALWAYS AS (").append(column.text("value")).append(")");
      sql.append(column.text("generated").equals("s") ? " STORED" : " VIRTUAL");
    }
    return sql.append(column.is("not_null") ? " NOT NULL" : "").toString();
  }

  private static String serial(Row column) {
    return switch (column.text("type")) {
      case "smallint" -> "smallserial";
      case "integer" -> "serial";
      default -> "bigserial";
    };
  }

  private String identity(Row column) {
    Row counter = things.counter(column).orElseThrow();
    String options = " SEQUENCE NAME " + counter.text("text")
        + RawSql.counting(Counters.options(counter, false));
    return " GENERATED " + (column.text("identity").equals("d") ? "BY DEFAULT" : "ALWAYS")
        + " AS IDENTITY (" + options.strip() + ")";
  }

  /** What a column has beyond that of its parent. */
  private static void inherited(Thing table, Row column, List<String> statements) {
    if (column.is("not_null")) {
      statements.add("ALTER TABLE " + table.name().quoted() + " ALTER COLUMN "
          + RawSql.quoted(column) + " SET NOT NULL;");
    }
  }

  private static void options(Thing table, Row column, List<String> statements) {
    column
        .find("storage")
        .ifPresent(code -> statements.add("ALTER TABLE ONLY " + table.name().quoted()
            + " ALTER COLUMN " + RawSql.quoted(column) + " SET STORAGE "
            + switch (code) {
              case "p" -> "PLAIN";
              case "e" -> "EXTERNAL";
              case "x" -> "EXTENDED";
              default -> "MAIN";
            }
            + ";"));
  }
}
