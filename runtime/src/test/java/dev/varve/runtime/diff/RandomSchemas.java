package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Random schemas, each one that PostgreSQL accepts, with names as awkward as it allows.
 *
 * <p>The same seed gives the same schemas. {@link RandomEdits} changes them as a developer would.
 */
public final class RandomSchemas {
  private final Random random;
  private final boolean virtual;
  private final RandomNames names;
  private final RandomColumns columns;

  public RandomSchemas(long seed) {
    this(seed, true);
  }

  /**
   * With virtual columns only if asked for.
   *
   * @param virtual whether the server has such, which began with version 18
   */
  public RandomSchemas(long seed, boolean virtual) {
    this.random = new Random(seed);
    this.virtual = virtual;
    this.names = new RandomNames(random);
    this.columns = new RandomColumns(random);
  }

  Random random() {
    return random;
  }

  RandomNames names() {
    return names;
  }

  RandomColumns columns() {
    return columns;
  }

  /** A schema of so many tables, and up to three enums. */
  public Schema schema(int tables) {
    Schema schema = Schema.EMPTY;
    for (int i = random.nextInt(4); i > 0; i--) {
      schema = schema.withEnum(enumType());
    }
    for (int i = 0; i < tables; i++) {
      schema = schema.withTable(table(schema.enums()));
    }
    for (int i = 0; i < tables; i++) {
      schema = withForeignKey(schema);
    }
    return schema;
  }

  EnumType enumType() {
    List<String> values = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      values.add(names.fresh().value());
    }
    Name name = names.fresh();
    // An enum of a built-in type's name cannot be named without its schema: pg_catalog comes first.
    while (Set.of("date", "name").contains(name.value())) {
      name = names.fresh();
    }
    return new EnumType(QualifiedName.of(name), javaType(), values);
  }

  String javaType() {
    return "org.example.Type" + random.nextInt(1_000);
  }

  Table table(List<EnumType> enums) {
    List<Column> list = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      list.add(columns.column(names.fresh(), enums));
    }
    Table table = new Table(
        QualifiedName.of(names.fresh()),
        javaType(),
        list,
        List.of(),
        List.of(),
        columns.tableOptions());
    if (random.nextInt(3) == 0) {
      table = withGenerated(table);
    }
    if (random.nextInt(8) > 0) {
      table = withPrimaryKey(table);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      table = withConstraint(table);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      table = withIndex(table);
    }
    return table;
  }

  /** With one more column that is computed from others. */
  Table withGenerated(Table table) {
    List<Column> bases = table.columns().stream().filter(c -> !c.isGenerated()).toList();
    return bases.isEmpty()
        ? table
        : table.withColumns(
            Lists.plus(table.columns(), columns.generated(names.fresh(), bases, virtual)));
  }

  /** The same column, computed from others of the table. */
  Column generated(Table table, Name name) {
    List<Column> bases = table.columns().stream()
        .filter(c -> !c.isGenerated() && !c.name().equals(name))
        .toList();
    return columns.generated(name, bases, virtual);
  }

  /** What an index can be on. */
  private static List<Column> indexable(Table table) {
    return table.columns().stream()
        .filter(
            c -> !(c.defaultValue() instanceof Default.Generated generated) || generated.stored())
        .toList();
  }

  Table withPrimaryKey(Table table) {
    List<Name> key = someColumns(table, 2);
    return table
        .withColumns(table.columns().stream()
            .map(c -> key.contains(c.name()) ? c.withNullable(false) : c)
            .toList())
        .withConstraints(
            Lists.plus(table.constraints(), new Constraint.PrimaryKey(names.fresh(), key)));
  }

  /** With one more unique key or check. */
  Table withConstraint(Table table) {
    List<Name> key = someColumns(table, 3);
    // Of two equal keys in one CREATE TABLE, PostgreSQL keeps one.
    boolean unique = random.nextBoolean()
        && table.constraints().stream().noneMatch(c -> c.columns().equals(key));
    Constraint constraint = unique
        ? new Constraint.Unique(names.fresh(), key)
        : new Constraint.Check(names.fresh(), columns.condition(any(table.columns()), false));
    return table.withConstraints(Lists.plus(table.constraints(), constraint));
  }

  Table withIndex(Table table) {
    Optional<String> where = random.nextBoolean()
        ? Optional.empty()
        : Optional.of(columns.condition(any(indexable(table)), true));
    Index index = new Index(names.fresh(), someColumns(table, 3), random.nextBoolean(), where);
    return table.withIndexes(Lists.plus(table.indexes(), index));
  }

  /** With a foreign key on new columns, from any table to any key; maybe to the table itself. */
  Schema withForeignKey(Schema schema) {
    Table source = any(schema.tables());
    Table target = any(schema.tables());
    List<Constraint> keys = target.constraints().stream()
        .filter(Keys::isKey)
        // PostgreSQL cannot validate a foreign key on an array.
        .filter(c -> c.columns().stream()
            .map(name -> target.column(name).orElseThrow().type())
            .noneMatch(ColumnType.ArrayOf.class::isInstance))
        .toList();
    if (keys.isEmpty() || (target.options().unlogged() && !source.options().unlogged())) {
      return schema;
    }
    List<Name> targetColumns = any(keys).columns();
    List<Column> added = targetColumns.stream()
        .map(column -> new Column(
            names.fresh(), target.column(column).orElseThrow().type(), true, new Default.None()))
        .toList();
    Constraint.Action[] actions = Constraint.Action.values();
    Constraint key = new Constraint.ForeignKey(
        names.fresh(),
        added.stream().map(Column::name).toList(),
        target.name(),
        targetColumns,
        actions[random.nextInt(actions.length)],
        actions[random.nextInt(actions.length)]);
    return schema.withTables(table -> table.name().equals(source.name())
        ? table
            .withColumns(Lists.plusAll(table.columns(), added))
            .withConstraints(Lists.plus(table.constraints(), key))
        : table);
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private List<Name> someColumns(Table table, int most) {
    List<Name> all = new ArrayList<>(indexable(table).stream().map(Column::name).toList());
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(all.size(), 1 + random.nextInt(most)));
  }
}
