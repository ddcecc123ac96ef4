package dev.varve.runtime.testing;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The history of an application that has grown for years, always the same: each third migration or
 * so makes a table, the others add, rename, widen, require, index, check and drop.
 */
public final class LongHistory {
  private static final List<String> WORDS = List.of(
      "account",
      "address",
      "amount",
      "batch",
      "booking",
      "city",
      "comment",
      "country",
      "customer",
      "deadline",
      "delivery",
      "discount",
      "email",
      "invoice",
      "language",
      "manager",
      "note",
      "order",
      "payment",
      "phone",
      "price",
      "product",
      "project",
      "quantity",
      "region",
      "status",
      "supplier",
      "title",
      "total",
      "weight");

  private final Random random = new Random(20261121);
  private final List<Step> steps = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();

  private LongHistory() {}

  /**
   * One migration.
   *
   * @param from of the schema before it what the migration is about, which is enough to write it
   * @param after the ids of what it was built on
   */
  public record Step(
      String version, String name, List<String> after, Schema from, List<Change> changes) {
    public String id() {
      return version + "__" + name;
    }
  }

  /** So many migrations, which make so many tables. */
  public static List<Step> of(int migrations, int tables) {
    LongHistory history = new LongHistory();
    for (int i = 0; i < migrations; i++) {
      int due = (int) (((long) tables * (i + 1) + migrations - 1) / migrations);
      if (history.tables.size() < due) {
        history.create();
      } else {
        history.change();
      }
    }
    return List.copyOf(history.steps);
  }

  private void create() {
    int number = tables.size();
    QualifiedName name = QualifiedName.of(word() + "_" + word() + "_" + number);
    List<Column> columns = new ArrayList<>();
    columns.add(column("id", ColumnType.Scalar.UUID, false, "gen_random_uuid()"));
    int count = 4 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      columns.add(anyColumn(word() + "_" + i));
    }
    columns.add(column("created_at", ColumnType.Scalar.TIMESTAMPTZ, false, "now()"));
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(new Constraint.PrimaryKey(part(name, "pkey"), List.of(new Name("id"))));
    if (number > 0) {
      QualifiedName target = table().name();
      Name reference = new Name("parent_id");
      columns.add(column("parent_id", ColumnType.Scalar.UUID, true, ""));
      constraints.add(new Constraint.ForeignKey(
          part(name, "parent_id_fkey"),
          List.of(reference),
          target,
          List.of(new Name("id")),
          Constraint.Action.NO_ACTION,
          Constraint.Action.NO_ACTION));
    }
    Table table = new Table(name, "shop." + name, columns, constraints, List.of());
    Schema around = around(table);
    add("create_" + name, around, around.withTable(table), Hints.NONE);
    tables.add(table);
  }

  /** What the table references. */
  private Schema around(Table table) {
    return new Schema(
        table.foreignKeys().stream()
            .flatMap(key -> find(key.target()))
            .map(Table::withoutForeignKeys)
            .toList(),
        List.of());
  }

  private Stream<Table> find(QualifiedName name) {
    return tables.stream().filter(table -> table.name().equals(name));
  }

  private void change() {
    Table table = table();
    List<Column> columns = new ArrayList<>(table.columns());
    int place = 1 + random.nextInt(columns.size() - 1);
    Column column = columns.get(place);
    boolean free = table.constraints().stream().noneMatch(c -> c.columns().contains(column.name()))
        && table.indexes().stream().noneMatch(i -> i.columns().contains(column.name()));
    int kind = random.nextInt(100);
    if (kind < 10 && free) {
      Name now = new Name(word() + "_" + steps.size());
      columns.set(place, new Column(now, column.type(), column.nullable(), column.defaultValue()));
      replace(
          "rename_column_of_" + table.name(),
          table.withColumns(columns),
          hints(Map.of(new ColumnName(table.name(), now), column.name()), Map.of()));
    } else if (kind < 18 && free && columns.size() > 4) {
      columns.remove(place);
      ColumnName name = new ColumnName(table.name(), column.name());
      Name parked = DerivedName.of("varve_parked_" + steps.size() + "_" + column.name());
      replace(
          "drop_column_of_" + table.name(),
          table.withColumns(columns),
          hints(Map.of(), Map.of(name, parked)));
    } else if (kind < 26 && column.type() instanceof ColumnType.Varchar varchar) {
      columns.set(
          place,
          new Column(
              column.name(),
              new ColumnType.Varchar(varchar.length() + 50),
              column.nullable(),
              column.defaultValue()));
      replace("widen_column_of_" + table.name(), table.withColumns(columns), Hints.NONE);
    } else if (kind < 45) {
      List<Index> indexes = new ArrayList<>(table.indexes());
      Name name = part(table.name(), column.name() + "_" + steps.size() + "_idx");
      indexes.add(new Index(name, List.of(column.name()), false, Optional.empty()));
      replace("index_" + table.name(), table.withIndexes(indexes), Hints.NONE);
    } else {
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        columns.add(anyColumn(word() + "_" + steps.size() + "_" + i));
      }
      replace("extend_" + table.name(), table.withColumns(columns), Hints.NONE);
    }
  }

  private void replace(String name, Table table, Hints hints) {
    Table old = find(table.name()).findFirst().orElseThrow();
    Schema around = around(table);
    add(name, around.withTable(old), around.withTable(table), hints);
    tables.set(tables.indexOf(old), table);
  }

  private void add(String name, Schema from, Schema to, Hints hints) {
    List<Change> changes = SchemaDiff.between(from, to, hints);
    List<String> after =
        steps.isEmpty() ? List.of() : List.of(steps.get(steps.size() - 1).id());
    String version = Long.toString(20200101000000L + steps.size());
    steps.add(new Step(version, name, after, from, changes));
  }

  private static Hints hints(Map<ColumnName, Name> renamed, Map<ColumnName, Name> parked) {
    return new Hints(Map.of(), renamed, Map.of(), parked, Map.of(), Map.of(), Map.of());
  }

  private Table table() {
    return tables.get(random.nextInt(tables.size()));
  }

  private Column anyColumn(String name) {
    return switch (random.nextInt(7)) {
      case 0 -> column(name, ColumnType.Scalar.BIGINT, false, "0");
      case 1 -> column(name, ColumnType.Scalar.BOOLEAN, false, "false");
      case 2 -> column(name, new ColumnType.Numeric(12, 2), true, "");
      case 3 -> column(name, ColumnType.Scalar.TIMESTAMPTZ, true, "");
      case 4 -> column(name, new ColumnType.Varchar(100), true, "");
      default -> column(name, ColumnType.Scalar.TEXT, true, "");
    };
  }

  private static Column column(String name, ColumnType type, boolean nullable, String value) {
    return new Column(
        new Name(name),
        type,
        nullable,
        value.isEmpty() ? new Default.None() : new Default.Expression(value));
  }

  private static Name part(QualifiedName table, String part) {
    return DerivedName.of(table.name() + "_" + part);
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
