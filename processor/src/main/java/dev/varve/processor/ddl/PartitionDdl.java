package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SQL about partitions. */
final class PartitionDdl {
  /** The rule by which a partition takes rows, as the server words it, and rows against it. */
  private static final Sql VARIABLES = Sql.raw("rule text;\n  stray bigint;");

  private PartitionDdl() {}

  static Sql clause(Optional<Partitioning> partitioning) {
    return Sql.raw(partitioning.map(p -> " " + p.sql()).orElse(""));
  }

  static List<Sql> create(Table table) {
    return table.partitions().stream()
        .map(partition -> Sql.of(
            """
                CREATE TABLE IF NOT EXISTS {} PARTITION OF {}
                  {};
                """,
            name(table, partition),
            table.name(),
            Sql.raw(partition.bounds().sql())))
        .toList();
  }

  static List<Sql> create(Action.CreatePartition action) {
    Table table = action.table();
    Optional<Partition> rest = rest(table, action.partition());
    Table alone = table.withPartitioning(
        table.partitioning().map(p -> p.withPartitions(List.of(action.partition()))));
    List<Sql> create = create(alone);
    if (rest.isEmpty()) {
      return create;
    }
    List<Sql> body = new ArrayList<>(noneInRest(table, action.partition(), rest.get()));
    body.addAll(create);
    return List.of(Sql.block(
        VARIABLES,
        Sql.of("""
            IF {} IS NULL THEN
              {}
            END IF;
            """, Sql.findRelation(name(table, action.partition())), Sql.statements(body))));
  }

  static List<Sql> drop(Action.DropPartition action) {
    QualifiedName name = name(action.table(), action.partition());
    return List.of(
        Sql.block(Sql.of("""
            IF {} IS NOT NULL THEN
              {}
              DROP TABLE {};
            END IF;
            """, Sql.findRelation(name), detach(action.table().name(), name), name)));
  }

  static List<Sql> park(Action.ParkPartition action) {
    QualifiedName name = name(action.table(), action.partition());
    QualifiedName parkedAs = name.sibling(action.parkedAs());
    return List.of(Sql.block(Sql.of(
        """
            IF {} IS NULL THEN
              {}
            ELSIF {} IS NOT NULL THEN
              RAISE EXCEPTION {};
            END IF;
            """,
        Sql.findRelation(parkedAs),
        Sql.statements(parkStatements(action)),
        Sql.findRelation(name),
        ColumnDdl.bothExist("Table", name.toString(), parkedAs.toString()))));
  }

  /** Its references go: they would hold rows of others for rows that nobody sees. */
  static List<Sql> parkStatements(Action.ParkPartition action) {
    QualifiedName name = name(action.table(), action.partition());
    List<Sql> statements = new ArrayList<>();
    statements.add(detach(action.table().name(), name));
    for (Constraint.ForeignKey key : action.table().foreignKeys()) {
      statements.add(Sql.of("ALTER TABLE {}\n  DROP CONSTRAINT IF EXISTS {};", name, key.name()));
    }
    statements.add(Sql.of("ALTER TABLE {}\n  RENAME TO {};", name, action.parkedAs()));
    return statements;
  }

  static List<Sql> unpark(Action.UnparkPartition action) {
    Table table = action.table();
    QualifiedName name = name(table, action.partition());
    QualifiedName parkedAs = name.sibling(action.parkedAs());
    List<Sql> body = new ArrayList<>();
    Optional<Partition> rest = rest(table, action.partition());
    rest.ifPresent(other -> body.addAll(noneInRest(table, action.partition(), other)));
    body.add(Sql.of("ALTER TABLE {}\n  RENAME TO {};", parkedAs, name.name()));
    // It gets the indexes that it lacks, and so keys, when it is attached; checks it has to bring.
    body.addAll(EnumDdl.unpark(table
        .withName(name)
        .withIndexes(List.of())
        .withConstraints(table.constraints().stream()
            .filter(Constraint.Check.class::isInstance)
            .toList())));
    body.add(attach(table.name(), name, action.partition()));
    return List.of(Sql.block(
        rest.isPresent() ? VARIABLES : Sql.raw(""),
        Sql.of("""
            IF {} IS NOT NULL THEN
              {}
            END IF;
            """, Sql.findRelation(parkedAs), Sql.statements(body))));
  }

  static List<Sql> rename(Action.RenamePartition action) {
    QualifiedName from = action.table().sibling(action.from());
    QualifiedName to = action.table().sibling(action.to());
    return List.of(Sql.block(Sql.of(
        """
            IF {} IS NOT NULL THEN
              IF {} IS NOT NULL THEN
                RAISE EXCEPTION {};
              END IF;
              {}
            ELSIF NOT {} THEN
              RAISE EXCEPTION {};
            END IF;
            """,
        Sql.findRelation(from),
        Sql.findRelation(to),
        ColumnDdl.bothExist("Partition", from.toString(), to.toString()),
        renameTo(action),
        isPartOf(to, action.table()),
        Sql.message("Partition "
            + from
            + " is not there, and "
            + to
            + " is no partition of "
            + action.table()
            + ". Rename the partition back; then run the migration again."))));
  }

  static Sql renameTo(Action.RenamePartition action) {
    return Sql.of(
        "ALTER TABLE {}\n  RENAME TO {};", action.table().sibling(action.from()), action.to());
  }

  /** Run again, they stay: a reference may rest on them by then. */
  static List<Sql> rebind(Action.RebindPartitions action) {
    Table table = action.table();
    List<Partition> all = table.partitions();
    Sql drop = Sql.raw("DROP TABLE pg_temp.varve_parts;");
    List<Sql> changes = new ArrayList<>();
    for (Partition partition : action.to()) {
      changes.add(refuse(
          name(table, partition),
          "NOT (%s)",
          twin(all.indexOf(partition) + 1),
          "Partition "
              + name(table, partition)
              + " is to take other rows, but it has % that it would not take",
          "move them"));
    }
    changes.add(drop);
    for (Partition partition : action.to()) {
      QualifiedName name = name(table, partition);
      changes.add(Sql.of("""
              IF {} THEN
                {}
              END IF;
              """, isPartOf(name, table.name()), detach(table.name(), name)));
    }
    for (Partition partition : action.to()) {
      changes.add(attach(table.name(), name(table, partition), partition));
    }
    List<Sql> body = new ArrayList<>(twins(table, all));
    body.add(Sql.of("""
            IF {} THEN
              {}
            ELSE
              {}
            END IF;
            """, areBoundOtherwise(action), Sql.statements(changes), drop));
    return List.of(Sql.block(VARIABLES, Sql.statements(body)));
  }

  private static Sql areBoundOtherwise(Action.RebindPartitions action) {
    Table table = action.table();
    return action.to().stream()
        .map(partition -> Sql.of(
            "{}\n  IS DISTINCT FROM {}",
            bounds(Sql.findRelation(name(table, partition))),
            bounds(
                Sql.of("'pg_temp.{}'::regclass", twin(table.partitions().indexOf(partition) + 1)))))
        .reduce((one, other) -> Sql.of("{}\n  OR {}", one, other))
        .orElseThrow();
  }

  private static Sql bounds(Sql partition) {
    return Sql.of(
        "(SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE oid = {})", partition);
  }

  /** Partitions follow their table into another schema. */
  static List<Sql> follow(List<Partition> partitions, QualifiedName from, QualifiedName to) {
    return from.schema().equals(to.schema())
        ? List.of()
        : partitions.stream()
            .map(partition ->
                Sql.move("TABLE", from.sibling(partition.name()), to.sibling(partition.name())))
            .toList();
  }

  static QualifiedName name(Table table, Partition partition) {
    return table.name().sibling(partition.name());
  }

  private static Optional<Partition> rest(Table table, Partition but) {
    return table.partitions().stream()
        .filter(partition -> partition.isRest() && !partition.equals(but))
        .findFirst();
  }

  private static Sql detach(QualifiedName table, QualifiedName partition) {
    return Sql.of("ALTER TABLE {}\n  DETACH PARTITION {};", table, partition);
  }

  private static Sql attach(QualifiedName table, QualifiedName name, Partition partition) {
    return Sql.of(
        "ALTER TABLE {}\n  ATTACH PARTITION {}\n  {};",
        table,
        name,
        Sql.raw(partition.bounds().sql()));
  }

  private static Sql isPartOf(QualifiedName partition, QualifiedName table) {
    return Sql.of("""
        EXISTS (
          SELECT FROM pg_inherits
          WHERE inhrelid = {} AND inhparent = {}
        )
        """, Sql.findRelation(partition), Sql.relation(table));
  }

  /** PostgreSQL would refuse a partition whose rows are in the default one, without a count. */
  private static List<Sql> noneInRest(Table table, Partition partition, Partition rest) {
    List<Sql> statements = new ArrayList<>(twins(table, List.of(partition)));
    statements.add(refuse(
        name(table, rest),
        "%s",
        twin(1),
        "Partition "
            + name(table, partition)
            + " is to take rows, but % of them are in "
            + name(table, rest),
        "move them away"));
    statements.add(Sql.raw("DROP TABLE pg_temp.varve_parts;"));
    return statements;
  }

  /** Temporary partitions: of these, the server says by which rule they take rows. */
  private static List<Sql> twins(Table table, List<Partition> partitions) {
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.of(
        "CREATE TEMP TABLE varve_parts (LIKE {}){};", table.name(), clause(table.partitioning())));
    for (int i = 0; i < partitions.size(); i++) {
      statements.add(Sql.of(
          "CREATE TEMP TABLE {} PARTITION OF pg_temp.varve_parts\n  {};",
          twin(i + 1),
          Sql.raw(partitions.get(i).bounds().sql())));
    }
    return statements;
  }

  private static Name twin(int number) {
    return new Name("varve_part_" + number);
  }

  private static Sql refuse(
      QualifiedName table, String condition, Name twin, String what, String remedy) {
    String name = table.quoted().replace("%", "%%");
    return Sql.of(
        """
        rule := pg_get_partition_constraintdef('pg_temp.{}'::regclass);
        EXECUTE format({}, rule) INTO stray;
        IF stray > 0 THEN
          RAISE EXCEPTION {}, stray, rule
            USING ERRCODE = 'check_violation';
        END IF;
        """,
        twin,
        "SELECT count(*) FROM " + name + " WHERE " + condition,
        Sql.raw(Sql.literal(what.replace("%", "%%").replaceFirst("%% ", "% ")
            + ": these rows stand in the way. Find them with: SELECT * FROM " + name + " WHERE "
            + condition.replace("%s", "%") + "; " + remedy
            + ", then run the migration again.")));
  }
}
