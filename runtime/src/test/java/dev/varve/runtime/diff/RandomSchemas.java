package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.Timing;
import java.util.ArrayList;
import java.util.List;
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
  private final RandomViews views;
  private final RandomPartitions partitions;
  private final RandomObjects objects;
  private final RandomTexts texts;
  private final RandomNames names;
  private final RandomColumns columns;
  private final RandomKeys keys;

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
    this.views = new RandomViews(seed);
    this.partitions = new RandomPartitions(seed);
    this.objects = new RandomObjects(seed);
    this.texts = new RandomTexts(seed);
    this.names = new RandomNames(random);
    this.columns = new RandomColumns(random);
    this.keys = new RandomKeys(random, names, columns);
  }

  RandomViews views() {
    return views;
  }

  RandomObjects objects() {
    return objects;
  }

  RandomTexts texts() {
    return texts;
  }

  RandomPartitions partitions() {
    return partitions;
  }

  Random random() {
    return random;
  }

  RandomNames names() {
    return names;
  }

  RandomKeys keys() {
    return keys;
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
    if (!partitions.chance(4)) {
      schema = partitions.withTable(schema);
    }
    for (int i = 0; i < tables; i++) {
      schema = withForeignKey(schema);
    }
    schema = schema.tables().isEmpty() ? schema : texts.withColumn(schema);
    return views.on(objects.on(RandomPartitions.sound(schema)));
  }

  EnumType enumType() {
    List<String> values = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      values.add(names.fresh().value());
    }
    return new EnumType(enumName(), javaType(), values);
  }

  /** Not a built-in type's: pg_catalog comes first where the schema is not named. */
  QualifiedName enumName() {
    Name name = names.fresh();
    while (Set.of("date", "name").contains(name.value())) {
      name = names.fresh();
    }
    return QualifiedName.of(name);
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
  static List<Column> indexable(Table table) {
    return table.columns().stream()
        .filter(
            c -> !(c.defaultValue() instanceof Default.Generated generated) || generated.stored())
        .toList();
  }

  Table withPrimaryKey(Table table) {
    List<Name> key = keys.someColumns(table, 2);
    // Of two equal keys in one CREATE TABLE, PostgreSQL keeps one.
    if (key.isEmpty() || table.constraints().stream().anyMatch(c -> c.columns().equals(key))) {
      return table;
    }
    return table
        .withColumns(table.columns().stream()
            .map(c -> key.contains(c.name()) ? c.withNullable(false) : c)
            .toList())
        .withConstraints(Lists.plus(
            table.constraints(),
            new Constraint.PrimaryKey(
                names.fresh(), key, keys.included(table), false, keys.timing())));
  }

  /** With one more unique key, check or exclusion. */
  Table withConstraint(Table table) {
    return table.withConstraints(Lists.plus(table.constraints(), keys.constraint(table)));
  }

  /** With one more unique key or exclusion, if the columns let it have one. */
  Table withKey(Table table) {
    return keys.key(table)
        .map(key -> table.withConstraints(Lists.plus(table.constraints(), key)))
        .orElse(table);
  }

  Table withIndex(Table table) {
    return keys.someColumns(table, 1).isEmpty()
        ? table
        : table.withIndexes(Lists.plus(table.indexes(), keys.index(table)));
  }

  /** With a foreign key on new columns, from any table to any key; maybe to the table itself. */
  Schema withForeignKey(Schema schema) {
    Table source = any(schema.tables());
    Table target = any(schema.tables());
    List<Constraint> targets = target.constraints().stream()
        .filter(Keys::isKey)
        // PostgreSQL takes no deferrable key for the target of a reference.
        .filter(c -> c.timing() == Timing.AT_ONCE)
        // PostgreSQL cannot validate a foreign key on an array.
        .filter(c -> c.columns().stream()
            .map(name -> target.column(name).orElseThrow().type())
            .noneMatch(ColumnType.ArrayOf.class::isInstance))
        .toList();
    if (targets.isEmpty() || (target.options().unlogged() && !source.options().unlogged())) {
      return schema;
    }
    List<Name> targetColumns = any(targets).columns();
    List<Column> added = targetColumns.stream()
        .map(column -> new Column(
            names.fresh(), target.column(column).orElseThrow().type(), true, new Default.None()))
        .toList();
    Constraint.Action[] actions = Constraint.Action.values();
    Constraint.Action onDelete = actions[random.nextInt(actions.length)];
    List<Name> columnNames = added.stream().map(Column::name).toList();
    boolean sets =
        onDelete == Constraint.Action.SET_NULL || onDelete == Constraint.Action.SET_DEFAULT;
    Constraint key = new Constraint.ForeignKey(
        names.fresh(),
        columnNames,
        target.name(),
        targetColumns,
        onDelete,
        actions[random.nextInt(actions.length)],
        new Constraint.ForeignKey.Traits(
            sets && random.nextBoolean() ? columnNames.subList(0, 1) : List.of(),
            random.nextInt(4) == 0,
            keys.timing(),
            true,
            false));
    return schema.withTables(table -> table.name().equals(source.name())
        ? table
            .withColumns(Lists.plusAll(table.columns(), added))
            .withConstraints(Lists.plus(table.constraints(), key))
        : table);
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
