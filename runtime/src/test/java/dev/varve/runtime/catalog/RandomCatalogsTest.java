package dev.varve.runtime.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.diff.RandomEdits;
import dev.varve.runtime.diff.RandomSchemas;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random schemas are ones that PostgreSQL accepts, and what it then holds is what was asked for.
 */
class RandomCatalogsTest {
  private static final int SCHEMAS = Boolean.getBoolean("varve.test.full") ? 400 : 25;

  @Test
  void whatWasCreatedIsRead() throws SQLException {
    try (TestDatabase database = TestServer.newDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      connection.setAutoCommit(false);
      boolean virtual = connection.getMetaData().getDatabaseMajorVersion() >= 18;
      for (int seed = 0; seed < SCHEMAS; seed++) {
        RandomSchemas random = new RandomSchemas(seed, virtual);
        Schema first = random.schema(1 + seed % 6);
        Schema schema = RandomEdits.edit(random, first, seed % 20).schema();
        String script = script(schema);

        statement.execute("CREATE SCHEMA one; SET LOCAL search_path = one; " + script);
        Catalog one = CatalogReader.read(connection);
        statement.execute("CREATE SCHEMA two; SET LOCAL search_path = two; " + script);
        Catalog two = CatalogReader.read(connection);

        assertEquals(List.of(), one.others(), script);
        assertEquals(
            List.of(),
            Catalog.differences(
                new Catalog(withoutExpressions(schema), List.of()),
                new Catalog(withoutExpressions(one.schema()), List.of())),
            script);
        assertEquals(one, two, script);
        connection.rollback();
      }
    }
  }

  /** Expressions are not the text that they were: PostgreSQL prints what it understood. */
  private static Schema withoutExpressions(Schema schema) {
    return schema.withTables(table -> table
        .withPartitioning(table
            .partitioning()
            .map(by ->
                new Partitioning(by.method(), withoutExpressions(by.keys()), by.partitions())))
        .withColumns(
            table.columns().stream().map(RandomCatalogsTest::withoutExpression).toList())
        .withConstraints(table.constraints().stream()
            .map(RandomCatalogsTest::withoutExpressions)
            .toList())
        .withIndexes(table.indexes().stream()
            .map(index -> new Index(
                index.name(),
                withoutExpressions(index.keys()),
                index.unique(),
                index.where().map(predicate -> "..."),
                index.nullsNotDistinct(),
                index.include(),
                index.method(),
                index.parameters(),
                index.tablespace()))
            .toList()));
  }

  private static Constraint withoutExpressions(Constraint constraint) {
    if (constraint instanceof Constraint.Check check) {
      return new Constraint.Check(check.name(), "...", check.noInherit(), check.enforced());
    }
    if (constraint instanceof Constraint.Exclusion exclusion) {
      List<Constraint.Exclusion.Element> elements = new ArrayList<>();
      List<IndexKey> keys = withoutExpressions(
          exclusion.elements().stream().map(Constraint.Exclusion.Element::key).toList());
      for (int i = 0; i < keys.size(); i++) {
        elements.add(new Constraint.Exclusion.Element(
            keys.get(i), exclusion.elements().get(i).operator()));
      }
      return new Constraint.Exclusion(
          exclusion.name(),
          exclusion.method(),
          elements,
          exclusion.include(),
          exclusion.where().map(predicate -> "..."),
          exclusion.timing());
    }
    return constraint;
  }

  private static List<IndexKey> withoutExpressions(List<IndexKey> keys) {
    List<IndexKey> result = new ArrayList<>();
    for (IndexKey key : keys) {
      result.add(new IndexKey(
          key.column()
              .<IndexKey.Part>map(IndexKey.Part.Column::new)
              .orElse(new IndexKey.Part.Expression("..." + result.size())),
          key.collation(),
          key.operatorClass(),
          key.descending(),
          key.nullsFirst()));
    }
    return result;
  }

  private static Column withoutExpression(Column column) {
    if (column.defaultValue() instanceof Default.Generated generated) {
      return column.withDefault(new Default.Generated("...", generated.stored()));
    }
    return column.defaultValue() instanceof Default.Expression
        ? column.withDefault(new Default.Expression("..."))
        : column;
  }

  private static String script(Schema schema) {
    StringBuilder sql = new StringBuilder();
    for (EnumType type : schema.enums()) {
      sql.append("CREATE TYPE " + type.name().quoted() + " AS ENUM (")
          .append(type.values().stream()
              .map(value -> "'" + value.replace("'", "''") + "'")
              .collect(Collectors.joining(", ")))
          .append(");\n");
    }
    for (Table table : schema.tables()) {
      String options = OptionsText.of(table.options());
      sql.append(options.startsWith("UNLOGGED") ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ")
          .append(table.name().quoted() + " (")
          .append(table.columns().stream()
              .map(RandomCatalogsTest::column)
              .collect(Collectors.joining(", ")))
          .append(") ")
          .append(table.partitioning().map(Partitioning::sql).orElse(""))
          .append(options.replace("UNLOGGED", "") + ";\n");
      for (Column column : table.columns()) {
        String alter =
            "ALTER TABLE " + table.name().quoted() + " ALTER " + column.name().quoted();
        column
            .options()
            .storage()
            .ifPresent(mode -> sql.append(alter + " SET STORAGE " + mode + ";\n"));
        column
            .options()
            .compression()
            .ifPresent(method -> sql.append(alter + " SET COMPRESSION " + method.sql() + ";\n"));
      }
      table
          .partitions()
          .forEach(partition -> sql.append("CREATE TABLE " + partition.name().quoted())
              .append(" PARTITION OF " + table.name().quoted() + " ")
              .append(partition.bounds().sql() + ";\n"));
      table.withoutForeignKeys().constraints().forEach(c -> add(table, c, sql));
      for (Index index : table.indexes()) {
        sql.append(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
            .append(index.name().quoted() + " ON " + table.name().quoted())
            .append(" " + index.sql())
            .append(";\n");
      }
    }
    schema.tables().forEach(table -> table.foreignKeys().forEach(key -> add(table, key, sql)));
    return sql.toString();
  }

  private static String column(Column column) {
    Default value = column.defaultValue();
    return column.name().quoted()
        + " "
        + (value instanceof Default.Serial
            ? serial(column.type())
            : column.type().sql())
        + column.options().collation().map(name -> " COLLATE " + name.quoted()).orElse("")
        + (column.nullable() ? "" : " NOT NULL")
        + (value instanceof Default.Serial ? "" : OptionsText.of(value));
  }

  private static String serial(ColumnType type) {
    return type.sql().replace("int", "serial").replace("eger", "");
  }

  private static void add(Table table, Constraint constraint, StringBuilder sql) {
    sql.append("ALTER TABLE " + table.name().quoted())
        .append(" ADD CONSTRAINT " + constraint.name().quoted() + " ")
        .append(constraint.sql())
        .append(";\n");
  }
}
