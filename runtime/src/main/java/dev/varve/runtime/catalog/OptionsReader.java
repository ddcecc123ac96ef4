package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.CompressionMethod;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.StorageMode;
import dev.varve.runtime.schema.TableOptions;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What rows of the catalogue say about defaults, and about options of columns and tables. */
final class OptionsReader {
  private OptionsReader() {}

  static Default value(Query.Row row) throws SQLException {
    String identity = row.text("identity");
    if (!identity.isEmpty()) {
      return new Default.Identity(identity(row, identity.equals("d")));
    }
    if (row.is("is_serial")) {
      return new Default.Serial();
    }
    String generated = row.text("generated");
    Optional<String> expression = row.find("default_value");
    return generated.isEmpty()
        ? expression.<Default>map(Default.Expression::new).orElse(new Default.None())
        : new Default.Generated(expression.orElseThrow(), generated.equals("s"));
  }

  private static IdentityOptions identity(Query.Row row, boolean byDefault) throws SQLException {
    return new IdentityOptions(
        byDefault,
        row.find("start").map(Long::valueOf),
        row.number("increment"),
        row.find("min").map(Long::valueOf),
        row.find("max").map(Long::valueOf),
        row.number("cache"),
        row.is("cycle"));
  }

  static ColumnOptions column(Query.Row row) throws SQLException {
    Optional<Name> schema = row.find("collation_schema").map(Name::new);
    return new ColumnOptions(
        row.find("collation").map(name -> new QualifiedName(schema, new Name(name))),
        row.find("storage_mode").map(OptionsReader::storage),
        row.find("compression")
            .map(code -> code.equals("l") ? CompressionMethod.LZ4 : CompressionMethod.PGLZ));
  }

  private static StorageMode storage(String code) {
    return switch (code) {
      case "p" -> StorageMode.PLAIN;
      case "e" -> StorageMode.EXTERNAL;
      case "x" -> StorageMode.EXTENDED;
      default -> StorageMode.MAIN;
    };
  }

  static TableOptions table(Query.Row row) throws SQLException {
    Map<String, String> parameters = new TreeMap<>();
    for (String parameter : row.list("parameters")) {
      int equals = parameter.indexOf('=');
      parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
    return new TableOptions(
        row.is("is_unlogged"), parameters, row.find("tablespace").map(Name::new));
  }
}
