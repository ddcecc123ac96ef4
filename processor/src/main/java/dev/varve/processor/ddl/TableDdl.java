package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** SQL about tables. */
final class TableDdl {
  private TableDdl() {}

  static List<Sql> create(Action.CreateTable action) {
    Table table = action.table();
    List<Sql> parts =
        new ArrayList<>(table.columns().stream().map(ColumnDdl::definition).toList());
    table.constraints().stream().map(ConstraintDdl::definition).forEach(parts::add);
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.of(
        """
            CREATE {} IF NOT EXISTS {} (
              {}
            ){}{};
            """,
        Sql.raw(table.options().unlogged() ? "UNLOGGED TABLE" : "TABLE"),
        table.name(),
        Sql.lines(parts),
        PartitionDdl.clause(table.partitioning()),
        OptionsDdl.clause(table.options())));
    OptionsDdl.storage(table.name(), table.columns()).ifPresent(statements::add);
    statements.addAll(PartitionDdl.create(table));
    return statements;
  }

  static List<Sql> drop(Action.DropTable action) {
    return List.of(dropIfThere(action.table().name()));
  }

  static Sql dropIfThere(QualifiedName table) {
    return Sql.of("DROP TABLE IF EXISTS {};", table);
  }

  static List<Sql> rename(Action.RenameTable action) {
    return List.of(Sql.block(Sql.of(
        """
                IF {} IS NOT NULL THEN
                  IF {} IS NOT NULL THEN
                    RAISE EXCEPTION {};
                  END IF;
                  {}
                ELSIF NOT {} <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = {}) THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        Sql.findRelation(action.from()),
        Sql.findRelation(action.to()),
        ColumnDdl.bothExist("Table", action.from().toString(), action.to().toString()),
        renameTo(action),
        Sql.array(action.kept().stream().map(Name::value).toList(), "name"),
        Sql.relation(action.to()),
        Sql.message("Table "
            + action.from()
            + " is not there, and "
            + action.to()
            + " is not what it would be renamed to. Rename the table back; then run the migration"
            + " again."))));
  }

  static Sql renameTo(Action.RenameTable action) {
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.move("TABLE", action.from(), action.to()));
    statements.addAll(PartitionDdl.follow(action.table().partitions(), action.from(), action.to()));
    return Sql.statements(statements);
  }

  /** Renamed out of sight, and the names of its keys and indexes with it: they may be used again. */
  static List<Sql> park(Action.ParkTable action) {
    QualifiedName table = action.table().name();
    return List.of(Sql.block(Sql.of(
        """
                IF {} IS NULL THEN
                  {}
                ELSIF {} IS NOT NULL THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        Sql.findRelation(action.parkedAs()),
        Sql.statements(parkStatements(action)),
        Sql.findRelation(table),
        ColumnDdl.bothExist("Table", table.toString(), action.parkedAs().toString()))));
  }

  static List<Sql> parkStatements(Action.ParkTable action) {
    Table table = action.table();
    QualifiedName parkedAs = action.parkedAs();
    List<Sql> renames = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      renames.add(
          renameConstraint(table.name(), constraint.name(), parked(parkedAs, constraint.name())));
    }
    for (Index index : table.indexes()) {
      renames.add(
          IndexDdl.renameTo(table.name().sibling(index.name()), parked(parkedAs, index.name())));
    }
    for (Partition partition : table.partitions()) {
      QualifiedName name = PartitionDdl.name(table, partition);
      renames.add(Sql.move("TABLE", name, parkedAs.sibling(parked(parkedAs, name.name()))));
    }
    renames.add(Sql.move("TABLE", table.name(), parkedAs));
    for (ColumnName column : numbered(table)) {
      // Its sequence may go.
      renames.add(Sql.of("""
          ALTER TABLE {}
            ALTER COLUMN {} DROP DEFAULT;
          """, parkedAs, column.column()));
    }
    return renames;
  }

  /** The names that it takes, with those of what hangs on the table. */
  static Stream<QualifiedName> parkedNames(Action.ParkTable action) {
    Table table = action.table();
    QualifiedName parkedAs = action.parkedAs();
    Stream<Name> parts = Stream.of(
            table.constraints().stream().map(Constraint::name),
            table.indexes().stream().map(Index::name),
            table.partitions().stream().map(Partition::name))
        .flatMap(names -> names);
    return Stream.concat(
        Stream.of(parkedAs), parts.map(part -> parkedAs.sibling(parked(parkedAs, part))));
  }

  /** The columns whose values come from a sequence that is not their own. */
  private static List<ColumnName> numbered(Table table) {
    return table.columns().stream()
        .filter(column -> column.defaultValue() instanceof Default.Expression expression
            && expression.sql().contains("nextval("))
        .map(column -> new ColumnName(table.name(), column.name()))
        .toList();
  }

  static List<Sql> unpark(Action.UnparkTable action) {
    Table table = action.table();
    QualifiedName parkedAs = action.parkedAs();
    List<Sql> renames = new ArrayList<>();
    renames.add(Sql.move("TABLE", parkedAs, table.name()));
    for (Partition partition : table.partitions()) {
      QualifiedName name = PartitionDdl.name(table, partition);
      renames.add(Sql.move("TABLE", parkedAs.sibling(parked(parkedAs, name.name())), name));
    }
    for (Constraint constraint : table.constraints()) {
      renames.add(
          renameConstraint(table.name(), parked(parkedAs, constraint.name()), constraint.name()));
    }
    for (Index index : table.indexes()) {
      renames.add(
          IndexDdl.renameTo(table.name().sibling(parked(parkedAs, index.name())), index.name()));
    }
    renames.addAll(EnumDdl.unpark(table));
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.block(Sql.of("""
                IF {} IS NOT NULL THEN
                  {}
                END IF;
                """, Sql.findRelation(parkedAs), Sql.statements(renames))));
    for (ColumnName column : numbered(table)) {
      Default value = table.column(column.column()).orElseThrow().defaultValue();
      statements.add(ColumnDdl.setDefault(column, new Default.None(), value));
    }
    return statements;
  }

  private static Sql renameConstraint(QualifiedName table, Name from, Name to) {
    return Sql.of("ALTER TABLE {} RENAME CONSTRAINT {} TO {};", table, from, to);
  }

  private static Name parked(QualifiedName table, Name part) {
    String whole = table + "/" + part;
    return DerivedName.of("varve_parked_" + DerivedName.hash(whole) + "_" + part);
  }
}
