package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of the catalogue to {@link Catalog}.
 *
 * <p>What hangs on something that the model has no words for (an index on such a column, a foreign
 * key to such a table) has itself none: it joins the others.
 */
final class SchemaReader {
  private final Connection connection;
  private final long oid;
  private final Map<String, EnumType> enums = new LinkedHashMap<>();

  /** The kind of every relation that counts; rows about any other one are passed over. */
  private final Map<String, String> relations = new LinkedHashMap<>();

  private final Map<String, TableParts> tables = new LinkedHashMap<>();
  private final List<Other> others = new ArrayList<>();

  private record TableParts(
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      TableOptions options) {
    boolean has(List<String> names) {
      Set<String> known = columns.stream().map(c -> c.name().value()).collect(Collectors.toSet());
      return known.containsAll(names);
    }
  }

  SchemaReader(Connection connection, long oid) {
    this.connection = connection;
    this.oid = oid;
  }

  Catalog read() throws SQLException {
    Query.ENUMS.forEach(connection, oid, this::readEnum);
    Query.RELATIONS.forEach(connection, oid, this::relation);
    Query.COLUMNS.forEach(connection, oid, this::column);
    Query.CONSTRAINTS.forEach(connection, oid, this::constraint);
    Query.INDEXES.forEach(connection, oid, this::index);
    Query.ATTACHED.forEach(connection, oid, this::attached);
    Query.FUNCTIONS.forEach(connection, oid, this::other);
    Query.TYPES.forEach(connection, oid, this::other);
    Query.GRANTS.forEach(connection, oid, this::other);
    Query.COMMENTS.forEach(connection, oid, this::other);
    Query.REMAINING.forEach(
        connection, oid, row -> others.add(new Other("object", row.text("name"), "")));
    List<Table> result = new ArrayList<>();
    tables.forEach((name, parts) -> result.add(new Table(
        QualifiedName.of(name),
        "",
        parts.columns(),
        parts.constraints(),
        parts.indexes(),
        parts.options())));
    return new Catalog(new Schema(result, List.copyOf(enums.values())), others);
  }

  private void readEnum(Query.Row row) throws SQLException {
    String name = row.text("name");
    enums.put(name, new EnumType(QualifiedName.of(name), "", row.list("labels")));
  }

  private void relation(Query.Row row) throws SQLException {
    String name = row.text("name");
    String kind = row.text("kind");
    String definition = row.text("definition");
    relations.put(name, kind);
    if (!kind.equals("table")) {
      others.add(new Other(kind, new Name(name).quoted(), definition));
      return;
    }
    tables.put(
        name,
        new TableParts(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), OptionsReader.table(row)));
    if (!definition.isEmpty()) {
      others.add(new Other("properties of table", new Name(name).quoted(), definition));
    }
  }

  private void column(Query.Row row) throws SQLException {
    String relation = row.text("relation");
    if (!relations.containsKey(relation)) {
      return;
    }
    Optional<ColumnType> type = type(row);
    TableParts table = tables.get(relation);
    if (table != null && type.isPresent() && row.is("is_plain")) {
      storage(row, row.text("more"));
      table
          .columns()
          .add(new Column(
              new Name(row.text("name")),
              type.get(),
              row.is("nullable"),
              OptionsReader.value(row),
              OptionsReader.column(row)));
    } else {
      storage(row, row.text("storage"));
      others.add(new Other("column", fullName(row), row.text("definition")));
    }
  }

  private void storage(Query.Row row, String definition) throws SQLException {
    if (!definition.isEmpty()) {
      others.add(new Other("storage of column", fullName(row), definition));
    }
  }

  private Optional<ColumnType> type(Query.Row row) throws SQLException {
    Optional<ColumnType> scalar = row.find("scalar").flatMap(PrintedType::parse);
    Optional<ColumnType> element = row.find("enum")
        .filter(enums::containsKey)
        .<ColumnType>map(name -> new ColumnType.Enumerated(QualifiedName.of(name)))
        .or(() -> scalar);
    return row.is("is_array") ? element.map(ColumnType.ArrayOf::new) : element;
  }

  private void constraint(Query.Row row) throws SQLException {
    String relation = row.text("relation");
    boolean isNotNull = row.text("kind").equals("n");
    if (!relations.containsKey(relation) || (isNotNull && row.is("is_plain"))) {
      return;
    }
    TableParts table = tables.get(relation);
    if (table != null && row.is("is_plain") && isKnown(table, row)) {
      table.constraints().add(constraintOf(row));
    } else {
      others.add(new Other("constraint", fullName(row), row.text("definition")));
    }
  }

  private boolean isKnown(TableParts table, Query.Row row) throws SQLException {
    return switch (row.text("kind")) {
      case "p", "u" -> table.has(row.list("columns"));
      case "c" -> true;
      case "f" -> {
        TableParts target = tables.get(row.text("target"));
        yield table.has(row.list("columns"))
            && target != null
            && target.has(row.list("target_columns"));
      }
      default -> false;
    };
  }

  private static Constraint constraintOf(Query.Row row) throws SQLException {
    Name name = new Name(row.text("name"));
    List<Name> columns = names(row.list("columns"));
    return switch (row.text("kind")) {
      case "p" -> new Constraint.PrimaryKey(name, columns);
      case "u" -> new Constraint.Unique(name, columns);
      case "c" -> new Constraint.Check(name, row.text("expression"));
      default ->
        new Constraint.ForeignKey(
            name,
            columns,
            QualifiedName.of(row.text("target")),
            names(row.list("target_columns")),
            Constraint.Action.valueOf(row.text("on_delete").replace(' ', '_')),
            Constraint.Action.valueOf(row.text("on_update").replace(' ', '_')));
    };
  }

  private void index(Query.Row row) throws SQLException {
    String relation = row.text("relation");
    if (!relations.containsKey(relation)) {
      return;
    }
    TableParts table = tables.get(relation);
    List<String> columns = row.list("columns");
    if (table != null && row.is("is_plain") && table.has(columns)) {
      table
          .indexes()
          .add(new Index(
              new Name(row.text("name")),
              names(columns),
              row.is("is_unique"),
              row.find("predicate")));
    } else {
      others.add(new Other("index", fullName(row), row.text("definition")));
    }
  }

  private void attached(Query.Row row) throws SQLException {
    if (relations.containsKey(row.text("relation")) && !isParked(row.text("name"))) {
      others.add(new Other(row.text("kind"), fullName(row), row.text("definition")));
    }
  }

  private void other(Query.Row row) throws SQLException {
    others.add(new Other(row.text("kind"), row.text("name"), row.text("definition")));
  }

  private static boolean isParked(String name) {
    return name.startsWith("varve_parked_");
  }

  private static String fullName(Query.Row row) throws SQLException {
    return new Name(row.text("relation")).quoted() + "." + new Name(row.text("name")).quoted();
  }

  private static List<Name> names(List<String> names) {
    return names.stream().map(Name::new).toList();
  }
}
