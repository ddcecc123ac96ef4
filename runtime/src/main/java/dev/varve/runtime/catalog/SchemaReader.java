package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.PartitionBounds;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableOptions;
import dev.varve.runtime.schema.Timing;
import dev.varve.runtime.schema.TypeText;
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
  private static final String PART = "part of a table";

  private final Connection connection;
  private final long oid;
  private final Map<String, EnumType> enums = new LinkedHashMap<>();

  /** The kind of every relation that counts; rows about any other one are passed over. */
  private final Map<String, String> relations = new LinkedHashMap<>();

  private final Map<String, TableParts> tables = new LinkedHashMap<>();
  private final List<Other> others = new ArrayList<>();

  /** The partitions of each table. */
  private final Map<String, List<Partition>> partitions = new LinkedHashMap<>();

  /** The defaults of divided tables and of their partitions, by column. */
  private final Map<String, Map<String, Optional<String>>> defaults = new LinkedHashMap<>();

  private final List<OthersHistory> histories = new ArrayList<>();

  private record TableParts(
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      TableOptions options,
      Optional<String> partitionKey) {
    boolean has(List<Name> names) {
      Set<Name> known = columns.stream().map(Column::name).collect(Collectors.toSet());
      return known.containsAll(names);
    }
  }

  SchemaReader(Connection connection, long oid) {
    this.connection = connection;
    this.oid = oid;
  }

  /** @param extensions whether those of the database count, too, that are in the schema */
  Catalog read(boolean extensions) throws SQLException {
    Query.ENUMS.forEach(connection, oid, this::readEnum);
    histories.addAll(histories(connection, oid));
    Query.RELATIONS.forEach(connection, oid, this::relation);
    Query.COLUMNS.forEach(connection, oid, this::column);
    defaultsOfPartitions();
    Query.CONSTRAINTS.forEach(
        connection, connection.createArrayOf("oid", new Object[] {oid}), this::constraint);
    Query.INDEXES.forEach(connection, oid, this::index);
    Query.ATTACHED.forEach(connection, oid, this::attached);
    Query.FUNCTIONS.forEach(connection, oid, this::other);
    Query.TYPES.forEach(connection, oid, this::other);
    if (extensions) {
      Query.EXTENSIONS.forEach(connection, oid, this::other);
    }
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
        parts.options(),
        parts
            .partitionKey()
            .map(key -> Partitioning.parse(key, partitions.getOrDefault(name, List.of()))))));
    return new Catalog(new Schema(result, List.copyOf(enums.values())), others);
  }

  private void readEnum(Query.Row row) throws SQLException {
    String name = row.text("name");
    enums.put(name, new EnumType(QualifiedName.of(name), "", row.list("labels")));
  }

  private void relation(Query.Row row) throws SQLException {
    String name = row.text("name");
    String kind = row.text("kind");
    if (histories.stream().anyMatch(history -> history.table().value().equals(name))) {
      return;
    }
    String definition = row.text("definition");
    Optional<String> parent = row.find("parent");
    if (parent.isPresent()) {
      partitions
          .computeIfAbsent(parent.get(), table -> new ArrayList<>())
          .add(new Partition(new Name(name), PartitionBounds.parse(row.text("bounds"))));
      relations.put(name, PART);
      if (!definition.isEmpty()) {
        others.add(new Other("properties of partition", new Name(name).quoted(), definition));
      }
      return;
    }
    relations.put(name, kind);
    if (!kind.equals("table")) {
      others.add(new Other(kind, new Name(name).quoted(), definition));
      return;
    }
    tables.put(
        name,
        new TableParts(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            OptionsReader.table(row),
            row.find("partition_key")));
    if (!definition.isEmpty()) {
      others.add(new Other("properties of table", new Name(name).quoted(), definition));
    }
  }

  private void column(Query.Row row) throws SQLException {
    String relation = row.text("relation");
    if (!relations.containsKey(relation)) {
      return;
    }
    TableParts table = tables.get(relation);
    boolean isPart = PART.equals(relations.get(relation));
    if (isPart || table != null && table.partitionKey().isPresent()) {
      defaults
          .computeIfAbsent(relation, name -> new LinkedHashMap<>())
          .put(row.text("name"), row.find("default_value"));
    }
    // The columns of a partition are those of its table.
    if (isPart) {
      return;
    }
    if (table != null && row.is("is_plain")) {
      storage(row, row.text("more"));
      table
          .columns()
          .add(new Column(
              new Name(row.text("name")),
              type(row),
              row.is("nullable"),
              OptionsReader.value(row),
              OptionsReader.column(row)));
    } else {
      storage(row, row.text("storage"));
      others.add(new Other("column", fullName(row), row.text("definition")));
    }
  }

  /** What rows that are written to a partition itself get otherwise than those of its table. */
  private void defaultsOfPartitions() {
    partitions.forEach((table, parts) -> parts.forEach(part -> {
      Map<String, Optional<String>> whole = defaults.getOrDefault(table, Map.of());
      defaults.getOrDefault(part.name().value(), Map.of()).forEach((column, value) -> {
        if (!value.equals(whole.get(column))) {
          others.add(new Other(
              "default of column",
              part.name().quoted() + "." + new Name(column).quoted(),
              value.orElse("NULL")));
        }
      });
    }));
  }

  private void storage(Query.Row row, String definition) throws SQLException {
    if (!definition.isEmpty()) {
      others.add(new Other("storage of column", fullName(row), definition));
    }
  }

  private ColumnType type(Query.Row row) throws SQLException {
    ColumnType element = element(row);
    return row.is("is_array") ? new ColumnType.ArrayOf(element) : element;
  }

  private ColumnType element(Query.Row row) throws SQLException {
    Optional<String> builtIn = row.find("built_in");
    if (builtIn.isPresent()) {
      return TypeText.parse(builtIn.get());
    }
    Optional<String> enumType = row.find("enum").filter(enums::containsKey);
    if (enumType.isPresent()) {
      return new ColumnType.Enumerated(QualifiedName.of(enumType.get()));
    }
    String modifiers = row.text("type_modifiers");
    return new ColumnType.Named(
        new QualifiedName(row.find("type_schema").map(Name::new), new Name(row.text("type_name"))),
        modifiers.isEmpty()
            ? List.of()
            : List.of(modifiers.substring(1, modifiers.length() - 1).split(", ?")));
  }

  private void constraint(Query.Row row) throws SQLException {
    if (row.number("domain") != 0 || row.is("is_of_partition")) {
      return; // The domain's, or the table's.
    }
    String relation = row.text("relation_name");
    boolean plain = row.is("is_plain")
        && !row.is("is_elsewhere")
        && row.list("parameters").isEmpty()
        && row.list("disabled").isEmpty();
    boolean isNotNull = row.text("kind").equals("n");
    if (!relations.containsKey(relation) || (isNotNull && plain)) {
      return;
    }
    TableParts table = tables.get(relation);
    Optional<Constraint> constraint =
        table != null && plain && isKnown(table, row) ? constraintOf(row) : Optional.empty();
    if (table != null && constraint.filter(c -> table.has(c.columns())).isPresent()) {
      table.constraints().add(constraint.get());
    } else {
      others.add(new Other(
          "constraint",
          new Name(relation).quoted() + "." + new Name(row.text("name")).quoted(),
          row.text("remarked")));
    }
  }

  private boolean isKnown(TableParts table, Query.Row row) throws SQLException {
    return switch (row.text("kind")) {
      case "p", "u" -> table.has(names(row, "columns")) && table.has(names(row, "include"));
      case "c", "x" -> true;
      case "f" -> {
        TableParts target = tables.get(row.text("target_name"));
        yield table.has(names(row, "columns"))
            && target != null
            && target.has(names(row, "target_columns"));
      }
      default -> false;
    };
  }

  private static Optional<Constraint> constraintOf(Query.Row row) throws SQLException {
    Name name = new Name(row.text("name"));
    Timing timing = Timing.valueOf(row.text("timing"));
    if (row.text("kind").equals("x")) {
      return parsed(() -> Constraint.Exclusion.parse(name, row.text("definition")));
    }
    List<Name> columns = names(row, "columns");
    List<Name> include = names(row, "include");
    return Optional.of(
        switch (row.text("kind")) {
          case "p" -> new Constraint.PrimaryKey(name, columns, include, row.is("period"), timing);
          case "u" ->
            new Constraint.Unique(
                name, columns, include, row.is("nulls_not_distinct"), row.is("period"), timing);
          case "c" ->
            new Constraint.Check(
                name, row.text("expression"), row.is("no_inherit"), row.is("enforced"));
          default ->
            new Constraint.ForeignKey(
                name,
                columns,
                QualifiedName.of(row.text("target_name")),
                names(row, "target_columns"),
                Constraint.Action.valueOf(row.text("on_delete").replace(' ', '_')),
                Constraint.Action.valueOf(row.text("on_update").replace(' ', '_')),
                new Constraint.ForeignKey.Traits(
                    names(row, "on_delete_columns"),
                    row.is("match_full"),
                    timing,
                    row.is("enforced"),
                    row.is("period")));
        });
  }

  private void index(Query.Row row) throws SQLException {
    String relation = row.text("relation");
    if (!relations.containsKey(relation)) {
      return;
    }
    TableParts table = tables.get(relation);
    Optional<Index> index = row.is("is_plain")
        ? parsed(() -> Index.parse(
            new Name(row.text("name")),
            row.is("is_unique"),
            row.text("body"),
            row.find("predicate"),
            row.find("tablespace").map(Name::new)))
        : Optional.empty();
    if (table != null
        && index.filter(i -> table.has(i.columns()) && table.has(i.include())).isPresent()) {
      table.indexes().add(index.get());
    } else {
      others.add(new Other("index", fullName(row), row.text("definition")));
    }
    Optional<String> targets = row.find("targets");
    if (targets.isPresent()) {
      others.add(new Other("statistics of index", fullName(row), targets.get()));
    }
  }

  private interface Parser<T> {
    T parse() throws SQLException;
  }

  /** What the server prints, if the model has words for all of it. */
  private static <T> Optional<T> parsed(Parser<? extends T> parser) throws SQLException {
    try {
      return Optional.of(parser.parse());
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private void attached(Query.Row row) throws SQLException {
    if (relations.containsKey(row.text("relation")) && !isParked(row.text("name"))) {
      others.add(new Other(row.text("kind"), fullName(row), row.text("definition")));
    }
  }

  static List<OthersHistory> histories(Connection connection, long oid) throws SQLException {
    List<OthersHistory> histories = new ArrayList<>();
    Query.HISTORIES.forEach(
        connection,
        oid,
        row -> histories.add(new OthersHistory(row.text("kind"), new Name(row.text("name")))));
    return histories;
  }

  private void other(Query.Row row) throws SQLException {
    String name = row.text("name");
    if (histories.stream().anyMatch(history -> history.isMentioned(name))) {
      return;
    }
    others.add(new Other(row.text("kind"), row.text("name"), row.text("definition")));
  }

  private static boolean isParked(String name) {
    return name.startsWith("varve_parked_");
  }

  private static String fullName(Query.Row row) throws SQLException {
    return new Name(row.text("relation")).quoted() + "." + new Name(row.text("name")).quoted();
  }

  private static List<Name> names(Query.Row row, String column) throws SQLException {
    return row.list(column).stream().map(Name::new).toList();
  }
}
