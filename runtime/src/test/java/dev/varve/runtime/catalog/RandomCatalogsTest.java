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
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        .withColumns(
            table.columns().stream().map(RandomCatalogsTest::withoutExpression).toList())
        .withConstraints(table.constraints().stream()
            .map(constraint -> constraint instanceof Constraint.Check
                ? new Constraint.Check(constraint.name(), "...")
                : constraint)
            .toList())
        .withIndexes(table.indexes().stream()
            .map(index -> new Index(
                index.name(),
                index.columns(),
                index.unique(),
                index.where().map(predicate -> "...")))
            .toList()));
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
          .append(") " + options.replace("UNLOGGED", "") + ";\n");
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
      table.withoutForeignKeys().constraints().forEach(c -> add(table, c, sql));
      for (Index index : table.indexes()) {
        sql.append(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
            .append(index.name().quoted() + " ON " + table.name().quoted())
            .append(list(index.columns()))
            .append(index.where().map(predicate -> " WHERE " + predicate).orElse(""))
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
        .append(constraint.accept(new Constraint.Visitor<String>() {
          @Override
          public String primaryKey(Constraint.PrimaryKey key) {
            return "PRIMARY KEY" + list(key.columns());
          }

          @Override
          public String unique(Constraint.Unique unique) {
            return "UNIQUE" + list(unique.columns());
          }

          @Override
          public String check(Constraint.Check check) {
            return "CHECK (" + check.expression() + ")";
          }

          @Override
          public String foreignKey(Constraint.ForeignKey key) {
            return "FOREIGN KEY"
                + list(key.columns())
                + " REFERENCES "
                + key.target().quoted()
                + list(key.targetColumns())
                + (" ON DELETE " + key.onDelete().sql())
                + (" ON UPDATE " + key.onUpdate().sql());
          }
        }))
        .append(";\n");
  }

  private static String list(List<Name> names) {
    return names.stream().map(Name::quoted).collect(Collectors.joining(", ", " (", ")"));
  }
}
