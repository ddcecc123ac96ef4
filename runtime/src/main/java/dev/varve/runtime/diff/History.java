package dev.varve.runtime.diff;

import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The migrations of a module, in version order, which is always a valid order: a version is later
 * than those of all that its migration was built on.
 */
public record History(List<Entry> entries) {
  public static final History EMPTY = new History(List.of());

  public History {
    entries = resolved(entries).stream()
        .sorted(Comparator.comparing(Entry::version).thenComparing(Entry::name))
        .toList();
  }

  /** With what replaces a migration in its place, where others were built on it. */
  private static List<Entry> resolved(List<Entry> entries) {
    Map<String, String> now = new HashMap<>();
    entries.forEach(entry -> entry.replaces().forEach(old -> now.put(old, entry.id())));
    return now.isEmpty()
        ? entries
        : entries.stream()
            .map(entry -> new Entry(
                entry.version(),
                entry.name(),
                entry.after().stream()
                    .map(id -> now.getOrDefault(id, id))
                    .distinct()
                    .toList(),
                entry.changes(),
                entry.replaces()))
            .toList();
  }

  /**
   * One migration.
   *
   * @param version 14 digits: a UTC time, {@code yyyyMMddHHmmss}
   * @param after the ids of the heads that it was built on
   * @param changes of a migration written by hand what it declares
   * @param replaces the ids of the migrations that it makes into one
   */
  public record Entry(
      String version,
      String name,
      List<String> after,
      List<Change> changes,
      List<String> replaces) {
    public Entry {
      after = List.copyOf(after);
      changes = List.copyOf(changes);
      replaces = List.copyOf(replaces);
    }

    /** One that replaces none. */
    public Entry(String version, String name, List<String> after, List<Change> changes) {
      this(version, name, after, changes, List.of());
    }

    /** Version and name, which together identify the migration. */
    public String id() {
      return version + "__" + name;
    }
  }

  /**
   * The schema of today: all changes applied, in order, to an empty schema. What two branches both
   * did is done once.
   *
   * @throws InvalidChange if one does not fit those before it
   */
  public Schema schema() {
    Schema schema = Schema.EMPTY;
    for (Change change : effective()) {
      schema = change.apply(schema);
    }
    return schema;
  }

  /** All changes in order, without those that a branch made as well as an older one. */
  public List<Change> effective() {
    Branches branches = new Branches(this);
    List<Change> effective = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      effective.addAll(branches.without(i));
    }
    return effective;
  }

  /**
   * The schema before each of these migrations, by their ids. One walk for all of them.
   *
   * @throws InvalidChange if a change does not fit those before it
   */
  public Map<String, Schema> before(Set<String> ids) {
    Map<String, Schema> found = new HashMap<>();
    Branches branches = new Branches(this);
    Schema schema = Schema.EMPTY;
    for (int i = 0; i < entries.size(); i++) {
      if (ids.contains(entries.get(i).id())) {
        found.put(entries.get(i).id(), schema);
      }
      for (Change change : branches.without(i)) {
        schema = change.apply(schema);
      }
    }
    return found;
  }

  /** The migrations of branches that no migration has joined yet, and that do not commute. */
  public List<Conflict> conflicts() {
    return new Branches(this).conflicts();
  }

  /**
   * Two migrations that may not be applied in either order.
   *
   * @param ones the changes of the older one that are to blame
   * @param others those of the newer one
   * @param reason the rest of a sentence
   */
  public record Conflict(
      Entry one, List<Change> ones, Entry other, List<Change> others, String reason) {
    public Conflict {
      ones = List.copyOf(ones);
      others = List.copyOf(others);
    }
  }

  /**
   * Why a migration may not follow a newer one that was applied without it, as the rest of a
   * sentence; empty if it may.
   */
  public Optional<String> conflict(String late, String newer) {
    List<String> ids = entries.stream().map(Entry::id).toList();
    return new Branches(this).conflict(ids.indexOf(late), ids.indexOf(newer)).map(Conflict::reason);
  }

  /** The ids of the migrations that no other one was built on, sorted. */
  public List<String> heads() {
    Set<String> built =
        entries.stream().flatMap(entry -> entry.after().stream()).collect(Collectors.toSet());
    return entries.stream().map(Entry::id).filter(id -> !built.contains(id)).toList();
  }

  /** All changes ever made, in order. */
  public List<Change> changes() {
    return entries.stream().flatMap(entry -> entry.changes().stream()).toList();
  }

  /** The ids that migrations were built on, but that are not there; in order. */
  public List<String> missing() {
    Set<String> known = entries.stream().map(Entry::id).collect(Collectors.toSet());
    return entries.stream()
        .flatMap(entry -> entry.after().stream())
        .filter(id -> !known.contains(id))
        .distinct()
        .sorted()
        .toList();
  }

  /** What was parked and is still there, in the order in which it was parked. */
  public List<Change.ParkedPurged> purgeable() {
    List<Change.ParkedPurged> parked = new ArrayList<>();
    for (Change change : changes()) {
      if (change instanceof Change.ColumnRemoved removed && removed.parkedAs().isPresent()) {
        String target = removed.table() + "." + removed.column().name();
        parked.add(new Change.ParkedPurged(target, removed.table(), removed.parkedAs()));
      } else if (change instanceof Change.TableRemoved removed) {
        QualifiedName table = removed.table().name();
        if (removed.parkedAs().isPresent()) {
          rename(parked, table, removed.parkedAs().get());
          parked.add(new Change.ParkedPurged(
              table.toString(), removed.parkedAs().get(), Optional.empty()));
        } else {
          parked.removeIf(purge -> purge.table().equals(table));
        }
      } else if (change instanceof Change.PartitionRemoved removed
          && removed.parkedAs().isPresent()) {
        QualifiedName target = removed.table().sibling(removed.partition().name());
        parked.add(new Change.ParkedPurged(
            target.toString(),
            removed.table().sibling(removed.parkedAs().get()),
            Optional.empty()));
      } else if (change instanceof Change.TableRenamed renamed) {
        rename(parked, renamed.from(), renamed.to());
      } else if (change instanceof Change.ParkedPurged purged) {
        parked.removeIf(purge -> purge.equals(purged)
            || (purged.column().isEmpty() && purge.table().equals(purged.table())));
      }
    }
    return List.copyOf(parked);
  }

  /** A parked column goes with its table. */
  private static void rename(
      List<Change.ParkedPurged> parked, QualifiedName from, QualifiedName to) {
    parked.replaceAll(purge -> purge.table().equals(from)
        ? new Change.ParkedPurged(purge.target(), to, purge.column())
        : purge);
  }
}
