package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The partitions' part of a difference, of tables that stay divided as they are. */
record PartitionDiff(Draft draft, Hints hints) {
  static ObjectId id(QualifiedName table, Name partition) {
    return ObjectId.on(ObjectKind.PARTITION, partition, table);
  }

  /** Whether a table that stays is divided in another way, for which it has to be made anew. */
  static boolean isReplaced(Table old, Table now) {
    return old.partitioning().isPresent() != now.partitioning().isPresent()
        || old.partitioning()
            .filter(before -> !before.isLike(now.partitioning().orElseThrow()))
            .isPresent();
  }

  /** Whether it stays divided as it is, as far as can be told before columns have their new names. */
  private static boolean mayBeLike(Table old, Table now) {
    return old.partitioning().isPresent()
        && now.partitioning().isPresent()
        && old.partitioning().get().method() == now.partitioning().get().method()
        && old.partitioning().get().keys().size()
            == now.partitioning().get().keys().size();
  }

  void rename(Table table) {
    List<Partition> old = old(table);
    Map<Name, Name> marks = new HashMap<>();
    table
        .partitions()
        .forEach(
            partition -> Optional.ofNullable(hints.objects().renamed().get(id(table, partition)))
                .ifPresent(before -> marks.put(partition.name(), before.name())));
    Renames<Name> renames = Renames.of(
        marks,
        name -> old.stream().anyMatch(p -> p.name().equals(name)),
        name -> table.partition(name).isPresent(),
        name -> hints.objects().parked().containsKey(id(table.name(), name)),
        hints.certain(),
        name -> name);
    old.stream()
        .filter(partition -> renames.vacated().contains(partition.name()))
        .forEach(partition -> remove(table, partition));
    renames
        .steps()
        .forEach(
            step -> draft.add(new Change.PartitionRenamed(table.name(), step.from(), step.to())));
  }

  void remove(Table table) {
    old(table).stream()
        .filter(partition -> table.partition(partition.name()).isEmpty())
        .forEach(partition -> remove(table, partition));
  }

  /** First those that give up rows, which a new one may take. */
  void add(Table table) {
    List<Partition> from = new ArrayList<>();
    List<Partition> bound = new ArrayList<>();
    List<Partition> added = new ArrayList<>();
    for (Partition partition : table.partitions()) {
      old(table).stream()
          .filter(old -> old.name().equals(partition.name()))
          .findFirst()
          .ifPresentOrElse(
              old -> {
                if (!old.equals(partition)) {
                  from.add(old);
                  bound.add(partition);
                }
              },
              () -> added.add(partition));
    }
    if (!from.isEmpty()) {
      draft.add(new Change.PartitionsRebound(table.name(), from, bound));
    }
    added.forEach(partition ->
        draft.add(new Change.PartitionAdded(table.name(), partition, parked(table, partition))));
  }

  private void remove(Table table, Partition partition) {
    draft.add(new Change.PartitionRemoved(table.name(), partition, parked(table, partition)));
  }

  private Optional<Name> parked(Table table, Partition partition) {
    return Optional.ofNullable(hints.objects().parked().get(id(table, partition)));
  }

  private static ObjectId id(Table table, Partition partition) {
    return id(table.name(), partition.name());
  }

  private List<Partition> old(Table table) {
    return draft
        .schema()
        .table(table.name())
        .filter(old -> mayBeLike(old, table))
        .map(Table::partitions)
        .orElse(List.of());
  }
}
