package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns of enums that are kept as text, which a check lists, and constants that are renamed. */
final class RandomTexts {
  /** Those that rows get. */
  private static final List<String> VALUES =
      IntStream.rangeClosed(1, 8).mapToObj(place -> "v" + place).toList();

  private final Random random;

  RandomTexts(long seed) {
    this.random = new Random(seed * 13 + 5);
  }

  /** Half of the schemas with such a column in a table. */
  Schema withColumn(Schema schema) {
    if (random.nextBoolean()) {
      return schema;
    }
    Table table = schema.tables().get(random.nextInt(schema.tables().size()));
    boolean list = random.nextInt(3) == 0;
    ColumnType type =
        list ? new ColumnType.ArrayOf(ColumnType.Scalar.TEXT) : ColumnType.Scalar.TEXT;
    Column column = new Column(new Name("Text"), type, false, new Default.None());
    Constraint check = new Constraint.Check(new Name("Text check"), condition(column, VALUES));
    return schema.withTables(t -> t.name().equals(table.name())
        ? t.withColumns(Lists.plus(t.columns(), column))
            .withConstraints(Lists.plus(t.constraints(), check))
        : t);
  }

  private static String condition(Column column, List<String> values) {
    String list = values.stream().collect(Collectors.joining("', '", "'", "'"));
    return column.type() instanceof ColumnType.ArrayOf
        ? "array_remove(" + column.name().quoted() + ", NULL)::text[] <@ ARRAY[" + list
            + "]::text[]"
        : column.name().quoted() + " IN (" + list + ")";
  }

  /** Some constants of such columns that have been there get another name. */
  Schema edit(Schema schema, Tracks tracks) {
    Schema result = schema;
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        ColumnName name = new ColumnName(table.name(), column.name());
        String old = condition(column, VALUES);
        if (tracks.origins().containsKey(name) && isChecked(table, old) && random.nextInt(3) > 0) {
          Map<String, String> olds = new HashMap<>();
          for (int i = 1 + random.nextInt(2); i > 0; i--) {
            String value = VALUES.get(random.nextInt(VALUES.size()));
            olds.put("it's " + value, value);
          }
          String now = condition(column, renamed(olds));
          result = with(result, table, old, now);
          tracks.textsRenamed(name, olds);
        }
      }
    }
    return result;
  }

  private static List<String> renamed(Map<String, String> olds) {
    Map<String, String> news = new HashMap<>();
    olds.forEach((now, old) -> news.put(old, now.replace("'", "''")));
    return VALUES.stream().map(value -> news.getOrDefault(value, value)).toList();
  }

  private static boolean isChecked(Table table, String condition) {
    return table.constraints().stream()
        .anyMatch(constraint ->
            constraint instanceof Constraint.Check check && check.expression().equals(condition));
  }

  private static Schema with(Schema schema, Table table, String old, String now) {
    return schema.withTables(t -> t.name().equals(table.name())
        ? t.withConstraints(t.constraints().stream()
            .map(constraint -> constraint.withExpressions(sql -> sql.equals(old) ? now : sql))
            .toList())
        : t);
  }

  /** Without the list of texts, for a column that gets another type. */
  static Schema without(Schema schema, ColumnName name) {
    Column column = schema.column(name).orElseThrow();
    String condition = condition(column, VALUES);
    return schema.withTables(t -> t.name().equals(name.table())
        ? t.withConstraints(Lists.without(
            t.constraints(),
            constraint -> constraint instanceof Constraint.Check check
                && check.expression().equals(condition)))
        : t);
  }
}
