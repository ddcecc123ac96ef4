package dev.varve.processor;

import dev.varve.processor.ddl.Labels;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.read.Marks;
import dev.varve.runtime.diff.Casts;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.diff.RandomEdits;
import dev.varve.runtime.diff.RandomSchemas;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A schema, what a developer made of it, and the migrations that Varve writes for both.
 *
 * @param origins where the columns that stayed were: the old name by the new one
 * @param purge a third migration, by which what the second one parked goes for good
 */
record RandomMigration(
    Schema from,
    Schema to,
    Marks marks,
    List<Change> changes,
    Map<ColumnName, ColumnName> origins,
    MigrationFile create,
    MigrationFile migrate,
    Optional<MigrationFile> purge) {
  static final Labels LABELS = new Labels(Map.of());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T15:30:45Z"), ZoneOffset.UTC);

  static RandomMigration of(long seed, boolean virtual) {
    // Random begins alike with seeds that are near each other.
    RandomSchemas random = new RandomSchemas(new SplittableRandom(seed).nextLong(), virtual);
    Schema from = random.schema(1 + (int) (seed % 4));
    RandomEdits.Edited edited = RandomEdits.edit(random, from, 1 + (int) (seed % 9));
    return of(
        from,
        edited.schema(),
        marks(from, edited, new Random(new SplittableRandom(~seed).nextLong())),
        edited.origins());
  }

  static RandomMigration of(
      Schema from, Schema to, Marks marks, Map<ColumnName, ColumnName> origins) {
    List<Change> first = SchemaDiff.between(Schema.EMPTY, from, Hints.NONE);
    MigrationFile create = new Draft(Schema.EMPTY, first, LABELS)
        .write("random", History.EMPTY, List.of(), Optional.of("create"), CLOCK);
    History history = new History(
        List.of(new History.Entry(create.id().version(), create.id().name(), List.of(), first)));
    List<Change> changes = SchemaDiff.between(from, to, Hinting.of(marks, history, from, to));
    MigrationFile migrate = new Draft(from, changes, LABELS)
        .write("random", history, List.of(), Optional.of("migrate"), CLOCK);
    return new RandomMigration(
        from, to, marks, changes, origins, create, migrate, purge(history, changes, to));
  }

  private static Optional<MigrationFile> purge(
      History history, List<Change> changes, Schema schema) {
    History.Entry create = history.entries().get(0);
    List<String> after = List.of(create.id());
    History both = new History(
        List.of(create, new History.Entry("20261121000000", "migrate", after, changes)));
    List<Change> purges = List.copyOf(both.purgeable());
    return purges.isEmpty()
        ? Optional.empty()
        : Optional.of(new Draft(schema, purges, LABELS)
            .write("random", both, List.of(), Optional.of("purge"), CLOCK));
  }

  /** The marks that the edits need, some drops with {@code purge}. */
  private static Marks marks(Schema from, RandomEdits.Edited edited, Random random) {
    Map<QualifiedName, String> tables = new HashMap<>();
    edited.hints().tables().forEach((now, old) -> tables.put(now, old.toString()));
    Map<ColumnName, String> columns = new HashMap<>();
    edited.hints().columns().forEach((now, old) -> columns.put(now, old.value()));
    List<Marks.Drop> drops = new ArrayList<>();
    for (Table table : from.tables()) {
      boolean gone = edited.hints().parkedTables().containsKey(table.name());
      if (gone) {
        drops.add(new Marks.Drop(table.name().toString(), random.nextInt(4) == 0));
      }
      for (Column column : table.columns()) {
        ColumnName name = new ColumnName(table.name(), column.name());
        if (!gone && !edited.origins().containsValue(name)) {
          drops.add(new Marks.Drop(name.toString(), random.nextInt(4) == 0));
        }
      }
    }
    Map<ObjectId, String> objects = new HashMap<>();
    edited
        .hints()
        .objects()
        .renamed()
        .forEach((id, old) -> objects.put(id, old.name().value()));
    edited
        .droppedPartitions()
        .forEach(name -> drops.add(
            new Marks.Drop(name.table().sibling(name.column()).toString(), random.nextBoolean())));
    Values values = new Values(edited.schema());
    Map<ColumnName, String> backfills = new TreeMap<>();
    Map<ColumnName, String> usings = new TreeMap<>();
    for (Table table : edited.schema().tables()) {
      for (Column column : table.columns()) {
        ColumnName name = new ColumnName(table.name(), column.name());
        Optional<Column> old =
            Optional.ofNullable(edited.origins().get(name)).flatMap(from::column);
        boolean refuses = !column.isGenerated()
            && !column.nullable()
            && old.map(Column::nullable).orElse(true);
        boolean hasValue = !(column.defaultValue() instanceof Default.None);
        if (refuses && !(hasValue && random.nextBoolean())) {
          backfills.put(name, values.of(column.type(), "random()::text"));
        }
        // A new column under the name of one that went is another type of that one.
        Optional<Column> before = old.or(() -> from.column(name));
        if (before.filter(c -> !Casts.isLossless(c.type(), column.type())).isPresent()) {
          usings.put(name, values.of(column.type(), column.name().quoted() + "::text"));
        }
      }
    }
    Map<ColumnName, String> attributes = new TreeMap<>();
    edited.hints().objects().attributes().forEach((now, old) -> attributes.put(now, old.value()));
    Map<QualifiedName, String> enums = new HashMap<>();
    edited.hints().enums().renamed().forEach((now, old) -> enums.put(now, old.toString()));
    return new Marks(
        tables,
        columns,
        drops,
        backfills,
        usings,
        objects,
        enums,
        edited.hints().enums().values(),
        edited.hints().enums().texts(),
        attributes,
        Map.of());
  }

  /** The kinds of its changes, each once. */
  Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    changes.forEach(change -> kinds.add(ChangeKind.of(change)));
    purge.ifPresent(file -> kinds.add(Change.ParkedPurged.class.getSimpleName()));
    return kinds;
  }

  /** The column of today, by the one it was; empty if it went. */
  Optional<ColumnName> now(ColumnName first) {
    return origins.entrySet().stream()
        .filter(entry -> entry.getValue().equals(first))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether rows of the table went with a partition, for ever or for now. */
  boolean isShortened(Table table, boolean forEver) {
    return table.partitions().stream()
        .map(partition -> table.name().sibling(partition.name()).toString())
        .anyMatch(name -> marks.drops().stream()
            .anyMatch(drop -> drop.target().equals(name) && (drop.purge() || !forEver)));
  }

  boolean isPurged(ColumnName name) {
    return marks.drops().stream()
        .anyMatch(drop -> drop.purge()
            && (drop.target().equals(name.toString())
                || drop.target().equals(name.table().toString())));
  }

  boolean isFilledByChance() {
    return marks.backfills().values().stream().anyMatch(value -> value.contains("random()"));
  }

  /** Whether the values of a column that stayed may be others now. */
  boolean isTransformed(ColumnName first, ColumnName now) {
    Column old = from.column(first).orElseThrow();
    Column column = to.column(now).orElseThrow();
    boolean renamed = to.enums().stream()
        .anyMatch(type -> column.type().holds(type.name())
            && !marks.renamedValues().getOrDefault(type.name(), Map.of()).isEmpty());
    return renamed
        || !old.type().equals(column.type())
        || (old.nullable() && !column.nullable())
        || old.isGenerated()
        || column.isGenerated();
  }
}
