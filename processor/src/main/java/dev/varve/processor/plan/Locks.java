package dev.varve.processor.plan;

import dev.varve.processor.plan.Lock.Mode;
import dev.varve.processor.plan.Lock.Work;
import dev.varve.runtime.diff.Retyping;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.MaterializedView;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each action locks, and what it does with the rows meanwhile: the one place that knows. The
 * actions of a plan are asked in their order.
 *
 * <p>An action that touches nothing but what the migration itself has made answers with nothing, for
 * nobody can wait for it. {@code LocksTest} measures on a server that all this is so.
 */
public final class Locks implements Action.Visitor<Optional<List<Lock>>> {
  private final Schema from;
  private final Schema to;
  private final Retyping retyping;
  private final Set<QualifiedName> created = new HashSet<>();
  private final Set<ObjectId> renamed = new HashSet<>();
  /** The indexes that the plan makes. */
  private final Set<QualifiedName> built = new HashSet<>();

  /** What tables that have another name now were called before. */
  private final Map<QualifiedName, QualifiedName> former = new HashMap<>();
  /** Rules that were dropped so far, by their tables of before. */
  private final Set<QualifiedName> dropped = new HashSet<>();
  /** The targets of references that were added so far, by the tables that refer. */
  private final Map<QualifiedName, List<QualifiedName>> added = new HashMap<>();
  /** What enum values were called before, by enum and value of now. */
  private final Map<QualifiedName, Map<String, String>> formerValues = new HashMap<>();

  private boolean inTransaction;

  public Locks(Plan plan) {
    this.from = plan.from();
    this.to = plan.to();
    this.retyping = new Retyping(List.of(to, from));
    plan.steps().stream().flatMap(step -> step.actions().stream()).forEach(action -> {
      if (action instanceof Action.CreateIndex create) {
        built.add(create.table().sibling(create.index().name()));
      } else if (action instanceof Action.AttachKey attach) {
        built.add(attach.table().sibling(attach.key().name()));
      } else if (action instanceof Action.AddConstraint add) {
        built.add(add.table().sibling(add.constraint().name()));
      }
    });
  }

  /** The locks of an action of a step in this mode; empty if it concerns only what is new. */
  public Optional<List<Lock>> of(Action action, Step.Mode mode) {
    inTransaction = mode == Step.Mode.TRANSACTION;
    return action.accept(this);
  }

  private static Lock moment(QualifiedName table) {
    return new Lock(table, Mode.ACCESS_EXCLUSIVE, Work.NONE);
  }

  private Optional<List<Lock>> exclusive(QualifiedName table, Work work) {
    return on(List.of(new Lock(table, Mode.ACCESS_EXCLUSIVE, work)));
  }

  private Optional<List<Lock>> exclusive(QualifiedName table) {
    return exclusive(table, Work.NONE);
  }

  /** Without those on new tables; each table once. */
  private Optional<List<Lock>> on(List<Lock> locks) {
    Map<QualifiedName, Lock> byTable = new LinkedHashMap<>();
    locks.stream()
        .filter(lock -> !created.contains(lock.table()))
        .forEach(lock -> byTable.merge(lock.table(), lock, Lock::with));
    return byTable.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(byTable.values()));
  }

  private static Optional<List<Lock>> none() {
    return Optional.of(List.of());
  }

  /**
   * The same lock on a table and, of a foreign key, on its target: when all rows are looked at, the
   * server decides whether it looks their keys up or reads the target, too.
   */
  private Optional<List<Lock>> withTarget(QualifiedName table, Constraint constraint, Lock lock) {
    List<Lock> locks = new ArrayList<>(List.of(lock));
    if (constraint instanceof Constraint.ForeignKey key && !key.target().equals(table)) {
      Work work = lock.work() == Work.SCAN ? Work.KEYS : lock.work();
      locks.add(new Lock(key.target(), lock.mode(), work));
    }
    return on(locks);
  }

  /** With a table go its foreign keys, and their targets are told. */
  private Optional<List<Lock>> gone(Table table) {
    List<Lock> locks = new ArrayList<>();
    locks.add(moment(table.name()));
    table.foreignKeys().forEach(key -> locks.add(moment(key.target())));
    return on(locks);
  }

  private QualifiedName before(QualifiedName table) {
    return former.getOrDefault(table, table);
  }

  private QualifiedName now(QualifiedName before) {
    return former.entrySet().stream()
        .filter(entry -> entry.getValue().equals(before))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(before);
  }

  /** The tables that refer to a table when its turn comes. */
  private List<QualifiedName> referring(QualifiedName table) {
    List<QualifiedName> referring = new ArrayList<>();
    for (Table other : from.tables()) {
      boolean refers = other.foreignKeys().stream()
          .anyMatch(key -> key.target().equals(before(table))
              && !dropped.contains(other.name().sibling(key.name())));
      if (refers && !now(other.name()).equals(table)) {
        referring.add(now(other.name()));
      }
    }
    added.forEach((other, targets) -> {
      if (targets.contains(table) && !other.equals(table)) {
        referring.add(other);
      }
    });
    return referring;
  }

  /** The tables that a table refers to when its turn comes. */
  private List<QualifiedName> targets(Table table) {
    Stream<QualifiedName> there = from.table(before(table.name())).stream()
        .flatMap(old -> old.foreignKeys().stream()
            .filter(key -> !dropped.contains(old.name().sibling(key.name()))))
        .map(key -> now(key.target()));
    return Stream.concat(there, added.getOrDefault(table.name(), List.of()).stream())
        .filter(target -> !target.equals(table.name()))
        .toList();
  }

  /** The tables at the other end of references that a column is part of: they are made again. */
  private List<Lock> otherEnds(QualifiedName table, Name column) {
    List<Lock> locks = new ArrayList<>();
    for (Table other : to.tables()) {
      for (Constraint.ForeignKey key : other.foreignKeys()) {
        boolean there = !built.contains(other.name().sibling(key.name()));
        if (there && other.name().equals(table) && key.columns().contains(column)) {
          locks.add(moment(key.target()));
        } else if (there && key.target().equals(table) && key.targetColumns().contains(column)) {
          locks.add(moment(other.name()));
        }
      }
    }
    return locks;
  }

  private Optional<List<Lock>> with(Lock lock, List<Lock> others) {
    return on(Stream.concat(Stream.of(lock), others.stream()).toList());
  }

  @Override
  public Optional<List<Lock>> createEnum(Action.CreateEnum action) {
    return Optional.empty();
  }

  @Override
  public Optional<List<Lock>> dropEnum(Action.DropEnum action) {
    return none();
  }

  @Override
  public Optional<List<Lock>> renameEnum(Action.RenameEnum action) {
    return none();
  }

  @Override
  public Optional<List<Lock>> renameEnumValue(Action.RenameEnumValue action) {
    Map<String, String> values =
        formerValues.computeIfAbsent(action.type(), type -> new HashMap<>());
    String first = values.remove(action.from());
    values.put(action.to(), first == null ? action.from() : first);
    return none();
  }

  @Override
  public Optional<List<Lock>> renameAttribute(Action.RenameAttribute action) {
    return none();
  }

  @Override
  public Optional<List<Lock>> addEnumValues(Action.AddEnumValues action) {
    return none();
  }

  @Override
  public Optional<List<Lock>> removeEnumValues(Action.RemoveEnumValues action) {
    List<Lock> locks = new ArrayList<>();
    for (Table table : action.users()) {
      boolean holds =
          table.columns().stream().anyMatch(c -> c.type().holds(action.from().name()));
      if (holds) {
        locks.add(new Lock(table.name(), Mode.ACCESS_EXCLUSIVE, Work.REWRITE));
      }
    }
    return locks.isEmpty() ? none() : on(locks);
  }

  @Override
  public Optional<List<Lock>> once(Action.Once action) {
    List<Lock> locks = new ArrayList<>();
    Map<QualifiedName, QualifiedName> before = new HashMap<>();
    for (Action part : action.actions()) {
      part.accept(this)
          .ifPresent(found -> found.forEach(
              lock -> locks.add(lock.on(before.getOrDefault(lock.table(), lock.table())))));
      if (part instanceof Action.RenameTable rename) {
        QualifiedName first = before.remove(rename.from());
        before.put(rename.to(), first == null ? rename.from() : first);
      }
    }
    return or(on(locks));
  }

  @Override
  public Optional<List<Lock>> createTable(Action.CreateTable action) {
    created.add(action.table().name());
    return Optional.empty();
  }

  @Override
  public Optional<List<Lock>> dropTable(Action.DropTable action) {
    return gone(action.table());
  }

  @Override
  public Optional<List<Lock>> renameTable(Action.RenameTable action) {
    QualifiedName first = former.remove(action.from());
    former.put(action.to(), first == null ? action.from() : first);
    return exclusive(action.from());
  }

  @Override
  public Optional<List<Lock>> parkTable(Action.ParkTable action) {
    return exclusive(action.table().name());
  }

  @Override
  public Optional<List<Lock>> unparkTable(Action.UnparkTable action) {
    boolean rewrites = action.table().columns().stream().anyMatch(this::isRemade);
    return exclusive(action.parkedAs(), rewrites ? Work.REWRITE : Work.NONE);
  }

  /** Whether what was parked has an enum that is another one now. */
  private boolean isRemade(Column column) {
    return to.enums().stream()
        .filter(type -> column.type().holds(type.name()))
        .anyMatch(type ->
            from.enumType(type.name()).filter(old -> !isPartOf(type, old)).isPresent());
  }

  /** Whether an enum loses values while the partition is away: others were led to the new one. */
  private boolean isLeftBehind(Column column) {
    return to.enums().stream()
        .filter(type -> column.type().holds(type.name()))
        .anyMatch(type -> from.enumType(type.name())
            .filter(old -> old.values().size() > type.values().size())
            .isPresent());
  }

  /** Whether the old enum has all its values, in its order. */
  private boolean isPartOf(EnumType type, EnumType old) {
    Map<String, String> renamed = formerValues.getOrDefault(type.name(), Map.of());
    List<String> values =
        type.values().stream().map(value -> renamed.getOrDefault(value, value)).toList();
    return old.values().stream().filter(values::contains).toList().equals(values);
  }

  @Override
  public Optional<List<Lock>> createPartition(Action.CreatePartition action) {
    Table table = action.table();
    List<Lock> others = new ArrayList<>();
    targets(table).forEach(name -> others.add(new Lock(name, Mode.SHARE_ROW_EXCLUSIVE, Work.NONE)));
    referring(table.name())
        .forEach(name -> others.add(new Lock(name, Mode.SHARE_ROW_EXCLUSIVE, Work.NONE)));
    return with(
        new Lock(table.name(), Mode.ACCESS_EXCLUSIVE, rest(table, action.partition())), others);
  }

  /** Rows for a new partition must not lie in the one that takes the rest. */
  private static Work rest(Table table, Partition partition) {
    return table.partitions().stream().anyMatch(other -> other.isRest() && !other.equals(partition))
        ? Work.SCAN
        : Work.NONE;
  }

  @Override
  public Optional<List<Lock>> dropPartition(Action.DropPartition action) {
    return detached(action.table());
  }

  @Override
  public Optional<List<Lock>> parkPartition(Action.ParkPartition action) {
    return detached(action.table());
  }

  private Optional<List<Lock>> detached(Table table) {
    return with(moment(table.name()), ends(table));
  }

  /** Rows that are referenced must not go: those that refer to the table are looked up. */
  private List<Lock> ends(Table table) {
    List<Lock> locks = new ArrayList<>();
    targets(table).forEach(name -> locks.add(moment(name)));
    referring(table.name())
        .forEach(name -> locks.add(new Lock(name, Mode.ACCESS_EXCLUSIVE, Work.KEYS)));
    return locks;
  }

  @Override
  public Optional<List<Lock>> unparkPartition(Action.UnparkPartition action) {
    Table table = action.table();
    List<Lock> locks = new ArrayList<>();
    boolean rewrites =
        table.columns().stream().anyMatch(column -> isRemade(column) || isLeftBehind(column));
    locks.add(new Lock(
        table.name().sibling(action.parkedAs()),
        Mode.ACCESS_EXCLUSIVE,
        rewrites ? Work.REWRITE : Work.SCAN));
    locks.add(new Lock(table.name(), Mode.SHARE_UPDATE_EXCLUSIVE, Work.NONE));
    table.partitions().stream()
        .filter(other -> other.isRest() && !other.equals(action.partition()))
        .forEach(other -> locks.add(
            new Lock(table.name().sibling(other.name()), Mode.ACCESS_EXCLUSIVE, Work.SCAN)));
    targets(table).forEach(name -> locks.add(new Lock(name, Mode.SHARE_ROW_EXCLUSIVE, Work.NONE)));
    referring(table.name())
        .forEach(name -> locks.add(new Lock(name, Mode.SHARE_ROW_EXCLUSIVE, Work.NONE)));
    return on(locks);
  }

  @Override
  public Optional<List<Lock>> renamePartition(Action.RenamePartition action) {
    return exclusive(action.table().sibling(action.from()));
  }

  @Override
  public Optional<List<Lock>> rebindPartitions(Action.RebindPartitions action) {
    return with(
        new Lock(action.table().name(), Mode.ACCESS_EXCLUSIVE, Work.SCAN), ends(action.table()));
  }

  private boolean isPartitioned(QualifiedName table) {
    return to.table(table).flatMap(Table::partitioning).isPresent();
  }

  @Override
  public Optional<List<Lock>> addColumn(Action.AddColumn action) {
    Column column = action.column();
    boolean computed =
        column.defaultValue() instanceof Default.Generated generated && generated.stored();
    if (computed || retyping.isChecked(column.type())) {
      return exclusive(action.table(), Work.REWRITE);
    }
    boolean lacks = !column.nullable()
        && (column.isGenerated() || column.defaultValue() instanceof Default.None);
    return exclusive(action.table(), lacks ? Work.SCAN : Work.NONE);
  }

  @Override
  public Optional<List<Lock>> dropColumn(Action.DropColumn action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> renameColumn(Action.RenameColumn action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> parkColumn(Action.ParkColumn action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> unparkColumn(Action.UnparkColumn action) {
    return exclusive(action.table(), isRemade(action.column()) ? Work.REWRITE : Work.NONE);
  }

  @Override
  public Optional<List<Lock>> dropParked(Action.DropParked action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> changeType(Action.ChangeType action) {
    boolean rewrites = retyping.rewrites(action.column(), action.to(), action.using());
    return with(
        new Lock(action.table(), Mode.ACCESS_EXCLUSIVE, rewrites ? Work.REWRITE : Work.NONE),
        otherEnds(action.table(), action.column().name()));
  }

  @Override
  public Optional<List<Lock>> changeDefault(Action.ChangeDefault action) {
    boolean starts =
        (action.to() instanceof Default.Identity && !(action.from() instanceof Default.Identity))
            || action.to() instanceof Default.Serial;
    return exclusive(
        action.column().table(), starts && !isSorted(action.column()) ? Work.SCAN : Work.NONE);
  }

  /** Whether an index knows the greatest of its values. */
  private boolean isSorted(ColumnName column) {
    return indexed(column.table())
        .anyMatch(index -> index.where().isEmpty()
            && index.method().equals(Index.BTREE)
            && index.keys().get(0).column().equals(Optional.of(column.column())));
  }

  /** The indexes that a table had before the migration and has after it, also those of keys. */
  private Stream<Index> indexed(QualifiedName table) {
    return to.table(table).stream()
        .flatMap(t -> Stream.concat(
            t.indexes().stream(),
            t.constraints().stream().filter(Constraint::hasIndex).map(Locks::index)))
        .filter(index -> !built.contains(table.sibling(index.name())));
  }

  private static Index index(Constraint constraint) {
    return constraint instanceof Constraint.Exclusion exclusion
        ? new Index(
            exclusion.name(),
            exclusion.elements().stream()
                .map(Constraint.Exclusion.Element::key)
                .distinct()
                .toList(),
            false,
            exclusion.where(),
            false,
            exclusion.include(),
            exclusion.method(),
            Map.of(),
            Optional.empty())
        : new Index(constraint.name(), constraint.columns(), true, Optional.empty());
  }

  @Override
  public Optional<List<Lock>> numberColumn(Action.NumberColumn action) {
    return exclusive(action.column().table());
  }

  @Override
  public Optional<List<Lock>> settleIdentity(Action.SettleIdentity action) {
    return exclusive(action.column().table());
  }

  @Override
  public Optional<List<Lock>> replaceColumn(Action.ReplaceColumn action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> changeColumnOptions(Action.ChangeColumnOptions action) {
    boolean collated = !action.column().options().collation().equals(action.to().collation());
    boolean indexed =
        indexed(action.table()).anyMatch(index -> index.mentions(action.column().name()));
    return with(
        new Lock(
            action.table(), Mode.ACCESS_EXCLUSIVE, collated && indexed ? Work.INDEXES : Work.NONE),
        collated ? otherEnds(action.table(), action.column().name()) : List.of());
  }

  @Override
  public Optional<List<Lock>> changeTableOptions(Action.ChangeTableOptions action) {
    boolean moved = action.from().unlogged() != action.to().unlogged()
        || !action.from().tablespace().equals(action.to().tablespace());
    return moved
        ? exclusive(action.table(), Work.REWRITE)
        : on(List.of(new Lock(action.table(), Mode.SHARE_UPDATE_EXCLUSIVE, Work.NONE)));
  }

  @Override
  public Optional<List<Lock>> guardNotNull(Action.GuardNotNull action) {
    return exclusive(action.column().table());
  }

  @Override
  public Optional<List<Lock>> backfill(Action.Backfill action) {
    return on(List.of(new Lock(action.table(), Mode.ROW_EXCLUSIVE, Work.FILL)));
  }

  @Override
  public Optional<List<Lock>> validateNotNull(Action.ValidateNotNull action) {
    return scanned(action.column().table());
  }

  private Optional<List<Lock>> scanned(QualifiedName table) {
    return on(List.of(new Lock(table, Mode.SHARE_UPDATE_EXCLUSIVE, Work.SCAN)));
  }

  @Override
  public Optional<List<Lock>> setNotNull(Action.SetNotNull action) {
    return exclusive(action.column().table());
  }

  @Override
  public Optional<List<Lock>> dropNotNull(Action.DropNotNull action) {
    return exclusive(action.column().table());
  }

  @Override
  public Optional<List<Lock>> addConstraint(Action.AddConstraint action) {
    boolean looks =
        action.validated() && action.constraint().enforced() && !created.contains(action.table());
    boolean partsAreThere = isPartitioned(action.table()) && action.constraint().hasIndex();
    Work work = looks && !partsAreThere ? Work.SCAN : Work.NONE;
    Mode mode = action.constraint() instanceof Constraint.ForeignKey
        ? Mode.SHARE_ROW_EXCLUSIVE
        : Mode.ACCESS_EXCLUSIVE;
    if (action.constraint() instanceof Constraint.ForeignKey key) {
      added.computeIfAbsent(action.table(), table -> new ArrayList<>()).add(key.target());
    }
    return withTarget(action.table(), action.constraint(), new Lock(action.table(), mode, work));
  }

  @Override
  public Optional<List<Lock>> validateConstraint(Action.ValidateConstraint action) {
    List<Lock> locks = new ArrayList<>();
    locks.add(new Lock(action.table(), Mode.SHARE_UPDATE_EXCLUSIVE, Work.SCAN));
    if (action.constraint() instanceof Constraint.ForeignKey key) {
      locks.add(new Lock(key.target(), Mode.ROW_SHARE, Work.KEYS));
    }
    return on(locks);
  }

  @Override
  public Optional<List<Lock>> buildKey(Action.BuildKey action) {
    return built(action.table(), !inTransaction);
  }

  private Optional<List<Lock>> built(QualifiedName table, boolean concurrently) {
    return concurrently ? scanned(table) : on(List.of(new Lock(table, Mode.SHARE, Work.SCAN)));
  }

  @Override
  public Optional<List<Lock>> attachKey(Action.AttachKey action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> dropConstraint(Action.DropConstraint action) {
    dropped.add(before(action.table()).sibling(action.constraint().name()));
    return action.there()
        ? withTarget(action.table(), action.constraint(), moment(action.table()))
        : exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> alterConstraint(Action.AlterConstraint action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> exchangeConstraint(Action.ExchangeConstraint action) {
    return withTarget(action.table(), action.constraint(), moment(action.table()));
  }

  @Override
  public Optional<List<Lock>> exchangeKey(Action.ExchangeKey action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> renameConstraint(Action.RenameConstraint action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> createIndex(Action.CreateIndex action) {
    // Those of the partitions are there already, and become its parts.
    return isPartitioned(action.table())
        ? on(List.of(new Lock(action.table(), Mode.SHARE, Work.NONE)))
        : built(action.table(), action.concurrently() && !inTransaction);
  }

  @Override
  public Optional<List<Lock>> dropIndex(Action.DropIndex action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> exchangeIndex(Action.ExchangeIndex action) {
    return exclusive(action.table());
  }

  @Override
  public Optional<List<Lock>> renameIndex(Action.RenameIndex action) {
    return none();
  }

  /** The tables that a view reads, be it by another one. */
  private Set<QualifiedName> read(SchemaObject view) {
    Set<QualifiedName> read = new HashSet<>();
    for (ObjectId id : view.requires()) {
      to.tables().stream()
          .map(Table::name)
          .filter(name -> ObjectId.table(name).equals(id))
          .forEach(read::add);
      to.object(id).ifPresent(object -> {
        if (object instanceof MaterializedView rows) {
          read.add(rows.name());
        } else if (object instanceof View) {
          read.addAll(read(object));
        }
      });
    }
    return read;
  }

  private List<QualifiedName> views() {
    return Stream.of(from, to)
        .flatMap(schema -> schema.objects().stream())
        .flatMap(object -> ObjectLocks.relation(object).stream())
        .distinct()
        .toList();
  }

  @Override
  public Optional<List<Lock>> createObject(Action.CreateObject action) {
    List<Lock> found = new ArrayList<>(action.object().accept(new ObjectLocks.Create(views())));
    if (action.object() instanceof MaterializedView view && view.populated()) {
      read(view).forEach(name -> found.add(new Lock(name, Mode.ACCESS_SHARE, Work.SCAN)));
    }
    Optional<List<Lock>> locks = on(found);
    created.addAll(ObjectLocks.relation(action.object()));
    return locks;
  }

  @Override
  public Optional<List<Lock>> dropObject(Action.DropObject action) {
    boolean made = action.reads().isPresent()
        || (action.again()
            && from.object(action.object().id()).isEmpty()
            && !renamed.contains(action.object().id()));
    return made ? none() : or(on(action.object().accept(new ObjectLocks.Drop(views()))));
  }

  @Override
  public Optional<List<Lock>> changeObject(Action.ChangeObject action) {
    List<Lock> locks = new ArrayList<>(action.to().accept(new ObjectLocks.Create(views())));
    ObjectLocks.relation(action.to()).forEach(view -> locks.add(moment(view)));
    if (action.from() instanceof Domain old
        && action.to() instanceof Domain domain
        && domain.notNull()
        && !old.notNull()) {
      locks.addAll(ofType(domain.id(), Mode.SHARE));
    }
    return or(on(locks));
  }

  private static Optional<List<Lock>> or(Optional<List<Lock>> locks) {
    return locks.isPresent() ? locks : none();
  }

  /** The tables whose rows must be looked at. */
  private List<Lock> ofType(ObjectId type, Mode mode) {
    List<Lock> locks = new ArrayList<>();
    for (Table table : to.tables()) {
      if (table.columns().stream().anyMatch(column -> rests(column.type(), type))) {
        locks.add(new Lock(table.name(), mode, Work.SCAN));
      }
    }
    return locks;
  }

  private boolean rests(ColumnType column, ObjectId type) {
    return column.declared().contains(type)
        || column.declared().stream()
            .flatMap(id -> to.object(id).stream())
            .anyMatch(object -> object instanceof CompositeType composite
                ? composite.attributes().stream().anyMatch(a -> rests(a.type(), type))
                : object instanceof Domain domain && rests(domain.type(), type));
  }

  @Override
  public Optional<List<Lock>> validateDomain(Action.ValidateDomain action) {
    List<Lock> locks = ofType(action.domain().id(), Mode.SHARE);
    return locks.isEmpty() ? none() : on(locks);
  }

  @Override
  public Optional<List<Lock>> rebuildType(Action.RebuildType action) {
    List<Lock> locks = action.users().stream()
        .map(table -> new Lock(table.name(), Mode.ACCESS_EXCLUSIVE, Work.REWRITE))
        .toList();
    return locks.isEmpty() ? none() : on(locks);
  }

  @Override
  public Optional<List<Lock>> renameObject(Action.RenameObject action) {
    renamed.add(ObjectId.of(action.object().id().kind(), action.to()));
    return ObjectLocks.relation(action.object()).isEmpty() ? none() : exclusive(action.from());
  }

  @Override
  public Optional<List<Lock>> refuseDependents(Action.RefuseDependents action) {
    return none();
  }

  @Override
  public Optional<List<Lock>> refuseRows(Action.RefuseRows action) {
    List<Lock> locks = new ArrayList<>();
    locks.add(new Lock(action.obstacle().table(), Mode.ACCESS_SHARE, Work.SCAN));
    if (action.obstacle() instanceof Obstacle.Orphans orphans && !orphans.toNew()) {
      locks.add(new Lock(orphans.key().target(), Mode.ACCESS_SHARE, Work.SCAN));
    }
    return or(on(locks));
  }
}
