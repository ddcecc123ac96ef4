package dev.varve.processor.plan;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.MaterializedView;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Namespace;
import dev.varve.runtime.schema.ObjectComment;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes to actions, each in its phase.
 *
 * <p>A table that the same migration creates has no rows and no readers, so everything about it is
 * done at once; an existing one gets the recipes that never hold a heavy lock for long.
 */
public final class Planner implements Change.Visitor<Void> {
  private final Map<Phase, List<Action>> phases = new EnumMap<>(Phase.class);
  private final Set<QualifiedName> created = new HashSet<>();
  private final Set<ObjectId> removed = new HashSet<>();
  private final Set<ObjectId> resting = new HashSet<>();
  private final Contested contested = new Contested();
  private final Redefined redefined;
  private final Before before;
  private final Obstacles obstacles;
  private final List<Change> changes;
  private final Schema from;
  private final Schema to;
  private Schema schema;

  private Planner(Schema from, Schema to, List<Change> changes, Mark mark) {
    this.schema = from;
    this.from = from;
    this.to = to;
    this.changes = changes;
    this.redefined = new Redefined(changes, to);
    this.before = new Before(from, to, changes, mark);
    this.obstacles = new Obstacles(to, before);
  }

  /**
   * The plan of some changes, which come as {@link dev.varve.runtime.diff.SchemaDiff} orders them:
   * renames first, so that every later one uses the new names.
   */
  public static Plan plan(Schema from, List<Change> changes, Mark mark) {
    Schema to = from;
    for (Change change : changes) {
      to = change.apply(to);
    }
    Planner planner = new Planner(from, to, changes, mark);
    for (Change change : changes) {
      change.accept(planner);
      planner.schema = change.apply(planner.schema);
    }
    planner.phases.computeIfPresent(
        Phase.ENUM_NAMES,
        (phase, actions) -> new Contested().once(actions, planner.to, mark.ofEnums()));
    planner.phases.computeIfPresent(
        Phase.SHAPE, (phase, actions) -> planner.settled(actions, mark));
    return new Plan(planner.steps(), from, to);
  }

  private List<Action> settled(List<Action> actions, Mark mark) {
    List<Action> once = contested.once(Dependents.refused(actions, from, to), to, mark);
    return Dependents.madeRoom(once, from, to);
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    phases.forEach((phase, actions) -> {
      if (phase.separate()) {
        actions.forEach(action -> steps.add(new Step(phase.mode(), List.of(action))));
      } else {
        steps.add(new Step(phase.mode(), actions));
      }
    });
    return steps;
  }

  private void add(Phase phase, Action action) {
    phases.computeIfAbsent(phase, p -> new ArrayList<>()).add(action);
  }

  /** Looks for rows before anything is done, or else when what it looks at is made. */
  private void refuse(Obstacle obstacle, Phase late) {
    if (created.contains(obstacle.table())) {
      return;
    }
    Optional<Action.RefuseRows> early = before.early(obstacle);
    Phase phase =
        early.isPresent() ? Phase.ROWS : before.isFilled(obstacle) ? Phase.VALIDATE : late;
    Action look = early.orElseGet(() -> new Action.RefuseRows(obstacle));
    if (!phases.getOrDefault(phase, List.of()).contains(look)) {
      add(phase, look);
    }
  }

  @Override
  public Void tableAdded(Change.TableAdded change) {
    Table table = change.table();
    if (change.parkedAs().isPresent()) {
      add(Phase.SHAPE, new Action.UnparkTable(table, change.parkedAs().get()));
      return null;
    }
    created.add(table.name());
    List<Constraint> twins = Twins.of(table.constraints());
    List<Constraint> others =
        table.constraints().stream().filter(c -> !twins.contains(c)).toList();
    add(Phase.SHAPE, new Action.CreateTable(table.withConstraints(others)));
    twins.forEach(twin -> add(Phase.SHAPE, new Action.AddConstraint(table.name(), twin, true)));
    table
        .indexes()
        .forEach(index -> add(Phase.SHAPE, new Action.CreateIndex(table.name(), index, false)));
    return null;
  }

  @Override
  public Void tableRemoved(Change.TableRemoved change) {
    add(
        Phase.SHAPE,
        change
            .parkedAs()
            .<Action>map(parkedAs -> new Action.ParkTable(change.table(), parkedAs))
            .orElseGet(() -> new Action.DropTable(change.table())));
    return null;
  }

  @Override
  public Void tableRenamed(Change.TableRenamed change) {
    Table table = schema.table(change.from()).orElseThrow();
    List<Name> kept = table.columns().stream()
        .map(Column::name)
        .filter(name -> isAlwaysThere(new ColumnName(change.to(), name)))
        .toList();
    add(Phase.SHAPE, new Action.RenameTable(table, change.from(), change.to(), kept));
    return null;
  }

  /** A column that goes and comes again, as a computed one may, is not there in between. */
  private boolean isAlwaysThere(ColumnName column) {
    return to.column(column).isPresent()
        && changes.stream()
            .noneMatch(change -> change instanceof Change.ColumnRemoved gone
                && gone.table().equals(column.table())
                && gone.column().name().equals(column.column()));
  }

  @Override
  public Void partitionAdded(Change.PartitionAdded change) {
    Table table = schema.table(change.table()).orElseThrow();
    add(
        Phase.SHAPE,
        change
            .parkedAs()
            .<Action>map(as -> new Action.UnparkPartition(table, change.partition(), as))
            .orElseGet(() -> new Action.CreatePartition(table, change.partition())));
    change.parkedAs().ifPresent(parked -> guardLast(change.table()));
    return null;
  }

  /** A partition that comes back lacks what guards the others. */
  private void guardLast(QualifiedName table) {
    List<Action> shape = phases.getOrDefault(Phase.SHAPE, new ArrayList<>());
    List<Action> guards = shape.stream()
        .filter(action -> action instanceof Action.GuardNotNull guard
            && guard.column().table().equals(table))
        .toList();
    shape.removeAll(guards);
    shape.addAll(guards);
  }

  @Override
  public Void partitionRemoved(Change.PartitionRemoved change) {
    Table table = schema.table(change.table()).orElseThrow();
    add(
        Phase.SHAPE,
        change
            .parkedAs()
            .<Action>map(as -> new Action.ParkPartition(table, change.partition(), as))
            .orElseGet(() -> new Action.DropPartition(table, change.partition())));
    return null;
  }

  @Override
  public Void partitionRenamed(Change.PartitionRenamed change) {
    add(Phase.SHAPE, new Action.RenamePartition(change.table(), change.from(), change.to()));
    return null;
  }

  @Override
  public Void partitionsRebound(Change.PartitionsRebound change) {
    Table table = change.apply(schema).table(change.table()).orElseThrow();
    add(Phase.SHAPE, new Action.RebindPartitions(table, change.to()));
    return null;
  }

  /** The partitions of a table, under which PostgreSQL builds nothing concurrently. */
  private List<Partition> partitions(QualifiedName table) {
    return to.table(table).map(Table::partitions).orElse(List.of());
  }

  private boolean isPartitioned(QualifiedName table) {
    return to.table(table).flatMap(Table::partitioning).isPresent();
  }

  /** Not those that come back, which bring their own. */
  private List<QualifiedName> inUse(QualifiedName table) {
    return partitions(table).stream()
        .filter(partition -> changes.stream()
            .noneMatch(change -> change instanceof Change.PartitionAdded added
                && added.table().equals(table)
                && added.partition().equals(partition)))
        .map(partition -> table.sibling(partition.name()))
        .toList();
  }

  private static Name within(QualifiedName partition, Name name) {
    return DerivedName.of(partition.name() + "_" + name);
  }

  @Override
  public Void tableMoved(Change.TableMoved change) {
    return null;
  }

  @Override
  public Void columnAdded(Change.ColumnAdded change) {
    QualifiedName table = change.table();
    Column column = change.column();
    ColumnName name = new ColumnName(table, column.name());
    if (change.parkedAs().isPresent()) {
      add(Phase.SHAPE, new Action.UnparkColumn(table, column, change.parkedAs().get()));
      if (!column.nullable()) {
        refuseParkedNull(name, change.parkedAs().get());
      }
    } else if (column.defaultValue() instanceof Default.Expression value
        && Volatility.mayRewrite(value.sql())) {
      Column bare = column.withNullable(true).withDefault(new Default.None());
      add(Phase.SHAPE, new Action.AddColumn(table, bare, false));
      add(Phase.SHAPE, new Action.ChangeDefault(name, new Default.None(), value, false));
      if (!column.nullable()) {
        refuseNull(name, Optional.of(value.sql()));
      }
    } else if (column.defaultValue() instanceof Default.Identity identity) {
      addCounting(table, column);
      add(Phase.SETTLE, new Action.SettleIdentity(name, identity.options()));
    } else if (column.defaultValue() instanceof Default.Serial) {
      addCounting(table, column);
    } else {
      obstacles.noValue(table, column).ifPresent(found -> refuse(found, Phase.SHAPE));
      add(Phase.SHAPE, new Action.AddColumn(table, column, !isChangedLater(name)));
    }
    return null;
  }

  /** The column is out of sight, but its values are there. */
  private void refuseParkedNull(ColumnName column, Name parkedAs) {
    QualifiedName old = before.nameOf(column.table());
    Obstacle nulls = new Obstacle.Nulls(old, parkedAs, isRow(column));
    add(
        Phase.ROWS,
        new Action.RefuseRows(
            nulls, List.of(), List.of(new ColumnName(old, parkedAs)), Optional.empty()));
    guardNull(column, Optional.empty());
  }

  /** PostgreSQL itself would number the rows by writing the table anew. */
  private void addCounting(QualifiedName table, Column column) {
    ColumnName name = new ColumnName(table, column.name());
    Column bare = column.withNullable(true).withDefault(new Default.None());
    add(Phase.SHAPE, new Action.AddColumn(table, bare, false));
    add(Phase.SHAPE, new Action.NumberColumn(name, column.defaultValue()));
    refuseNull(name, Optional.of(Action.Backfill.Fill.DEFAULT));
  }

  /** A column may take NULL only until its rows are filled. */
  private boolean isChangedLater(ColumnName column) {
    return changes.stream()
        .anyMatch(change -> change instanceof Change.ColumnNullabilityChanged changed
            && changed.column().equals(column));
  }

  @Override
  public Void columnRemoved(Change.ColumnRemoved change) {
    QualifiedName table = change.table();
    boolean replaced = changes.stream()
        .anyMatch(later -> later instanceof Change.ColumnAdded added
            && added.table().equals(table)
            && added.column().name().equals(change.column().name()));
    if (replaced) {
      add(
          Phase.SHAPE,
          new Action.ReplaceColumn(
              table,
              change.column(),
              to.table(table).orElseThrow(),
              change.parkedAs(),
              losingValues(),
              rebuilt(table, change.column().name())));
      return null;
    }
    add(
        Phase.SHAPE,
        change
            .parkedAs()
            .<Action>map(parkedAs -> new Action.ParkColumn(table, change.column(), parkedAs))
            .orElseGet(() -> new Action.DropColumn(table, change.column())));
    return null;
  }

  private List<EnumType> losingValues() {
    return to.enums().stream()
        .filter(type -> changes.stream().anyMatch(change -> remakes(change, type.name())))
        .toList();
  }

  /** The composite types that are made anew and that the column is computed from. */
  private List<CompositeType> rebuilt(QualifiedName table, Name column) {
    Column next = to.column(new ColumnName(table, column)).orElseThrow();
    Set<ObjectId> bases = new HashSet<>();
    to.table(table).orElseThrow().columns().stream()
        .filter(base -> next.isGeneratedFrom(base.name()))
        .forEach(base -> bases.addAll(base.type().declared()));
    return changes.stream()
        .flatMap(change -> change instanceof Change.ObjectChanged changed
                && changed.from() instanceof CompositeType old
                && changed.to() instanceof CompositeType type
                && !type.isExtensionOf(old)
                && bases.contains(type.id())
            ? Stream.of(type)
            : Stream.<CompositeType>empty())
        .toList();
  }

  private static boolean remakes(Change change, QualifiedName type) {
    return (change instanceof Change.EnumValueRemoved removed && removed.type().equals(type))
        || (change instanceof Change.EnumReordered reordered && reordered.type().equals(type));
  }

  @Override
  public Void columnOptionsChanged(Change.ColumnOptionsChanged change) {
    Column column = schema.column(change.column()).orElseThrow();
    add(Phase.SHAPE, new Action.ChangeColumnOptions(change.column().table(), column, change.to()));
    return null;
  }

  @Override
  public Void tableOptionsChanged(Change.TableOptionsChanged change) {
    add(Phase.SHAPE, new Action.ChangeTableOptions(change.table(), change.from(), change.to()));
    return null;
  }

  @Override
  public Void columnRenamed(Change.ColumnRenamed change) {
    ColumnName old = new ColumnName(change.table(), change.from());
    Optional<ColumnType> type = schema
        .column(old)
        .map(Column::type)
        .filter(t -> to.column(new ColumnName(change.table(), change.to()))
            .filter(column -> column.type().equals(t))
            .isPresent());
    add(Phase.SHAPE, new Action.RenameColumn(change.table(), change.from(), change.to(), type));
    return null;
  }

  @Override
  public Void columnTypeChanged(Change.ColumnTypeChanged change) {
    Column column = schema.column(change.column()).orElseThrow();
    QualifiedName table = change.column().table();
    obstacles
        .unfit(table, column, change.to(), change.using())
        .ifPresent(found -> refuse(found, Phase.SHAPE));
    add(Phase.SHAPE, new Action.ChangeType(table, column, change.to(), change.using()));
    return null;
  }

  @Override
  public Void columnNullabilityChanged(Change.ColumnNullabilityChanged change) {
    if (change.nullable()) {
      add(Phase.SHAPE, new Action.DropNotNull(change.column()));
    } else {
      refuseNull(change.column(), change.backfill());
    }
    return null;
  }

  private void refuseNull(ColumnName column, Optional<String> backfill) {
    boolean isNew = before.isAdded(column);
    if (backfill.isEmpty()) {
      refuse(obstacles.nulls(column), Phase.VALIDATE);
    } else if (!backfill.get().equals(Action.Backfill.Fill.DEFAULT)) {
      obstacles.noValue(column, !isNew, backfill).ifPresent(found -> refuse(found, Phase.SHAPE));
    }
    guardNull(column, backfill);
  }

  private void guardNull(ColumnName column, Optional<String> backfill) {
    boolean row = isRow(column);
    add(Phase.SHAPE, new Action.GuardNotNull(column, row));
    backfill.ifPresent(value -> backfill(
        column.table(),
        new Action.Backfill.Fill(column.column(), value, row, takesOnlyNumbers(column))));
    add(Phase.VALIDATE, new Action.ValidateNotNull(column));
    add(Phase.SETTLE, new Action.SetNotNull(column));
  }

  private boolean takesOnlyNumbers(ColumnName column) {
    return to.column(column)
        .filter(c -> c.defaultValue() instanceof Default.Identity identity
            && !identity.options().byDefault())
        .isPresent();
  }

  private boolean isRow(ColumnName column) {
    return to.column(column)
        .filter(c -> c.type() instanceof ColumnType.Named named
            && to.named(ObjectKind.COMPOSITE_TYPE, named.name()).isPresent())
        .isPresent();
  }

  private void backfill(QualifiedName table, Action.Backfill.Fill fill) {
    List<Action> actions = phases.computeIfAbsent(Phase.BACKFILL, p -> new ArrayList<>());
    List<Action.Backfill.Fill> fills = new ArrayList<>();
    for (Action action : List.copyOf(actions)) {
      if (action instanceof Action.Backfill other && other.table().equals(table)) {
        fills.addAll(other.fills());
        actions.remove(action);
      }
    }
    Action.Backfill.Fill whole = fill;
    for (Action.Backfill.Fill other : List.copyOf(fills)) {
      if (other.column().equals(fill.column())) {
        fills.remove(other);
        whole = other.with(fill);
      }
    }
    fills.add(whole);
    actions.add(new Action.Backfill(table, isPartitioned(table), fills));
  }

  @Override
  public Void columnValuesRenamed(Change.ColumnValuesRenamed change) {
    Column column = schema.column(change.column()).orElseThrow();
    backfill(
        change.column().table(),
        new Action.Backfill.Fill(
            column.name(),
            Optional.empty(),
            false,
            change.values(),
            column.type() instanceof ColumnType.ArrayOf,
            false));
    return null;
  }

  @Override
  public Void columnDefaultChanged(Change.ColumnDefaultChanged change) {
    boolean counts = to.column(change.column())
        .map(Column::defaultValue)
        .filter(value -> value instanceof Default.Identity || value instanceof Default.Serial)
        .isPresent();
    // A column that counts refuses NULL, and perhaps every value that it is given.
    boolean waits = change.to() instanceof Default.Identity
        && schema.column(change.column()).filter(Column::nullable).isPresent();
    add(
        waits ? Phase.SETTLE : Phase.SHAPE,
        new Action.ChangeDefault(change.column(), change.from(), change.to(), counts));
    return null;
  }

  @Override
  public Void constraintAdded(Change.ConstraintAdded change) {
    QualifiedName table = change.table();
    Constraint constraint = change.constraint();
    Optional<Constraint> old = redefined.before(table, constraint);
    obstacles
        .of(table, constraint)
        .ifPresent(found -> refuse(
            found,
            constraint.hasIndex() && !Redefined.isBuilt(constraint)
                ? Phase.SHAPE
                : Phase.VALIDATE));
    if (isPartitioned(table) && Redefined.isBuilt(constraint) && !created.contains(table)) {
      for (QualifiedName partition : inUse(table)) {
        Constraint part = constraint.withName(within(partition, constraint.name()));
        add(Phase.INDEX, new Action.BuildKey(partition, part));
        add(Phase.KEY, new Action.AttachKey(partition, part));
      }
      add(Phase.KEY, new Action.AddConstraint(table, constraint, true));
    } else if (constraint instanceof Constraint.ForeignKey key && isExchangedWithKey(table, key)) {
      add(Phase.KEY, new Action.AddConstraint(table, key, !key.enforced()));
      validate(Phase.VALIDATE_REFERENCE, table, key);
    } else if (old.isPresent()) {
      exchange(table, old.get(), constraint);
    } else if (Redefined.isBuilt(constraint)) {
      add(Phase.INDEX, new Action.BuildKey(table, constraint));
      add(Phase.KEY, new Action.AttachKey(table, constraint));
    } else {
      addRule(table, constraint);
    }
    return null;
  }

  private void addRule(QualifiedName table, Constraint constraint) {
    boolean waits = waitsForKey(constraint);
    // Before version 18, PostgreSQL takes no reference of a partitioned table without a look at
    // rows.
    boolean atOnce = isPartitioned(table) && constraint instanceof Constraint.ForeignKey;
    boolean empty =
        created.contains(table) || constraint.hasIndex() || !constraint.enforced() || atOnce;
    add(waits ? Phase.REFERENCE : Phase.SHAPE, new Action.AddConstraint(table, constraint, empty));
    if (!empty) {
      validate(waits ? Phase.VALIDATE_REFERENCE : Phase.VALIDATE, table, constraint);
    }
  }

  private void validate(Phase phase, QualifiedName table, Constraint constraint) {
    if (constraint.enforced()) {
      add(phase, new Action.ValidateConstraint(table, constraint));
    }
  }

  /** The new one beside the old one, until it is ready. */
  private void exchange(QualifiedName table, Constraint old, Constraint now) {
    Constraint interim = now.withName(Redefined.interim(now.name()));
    if (Redefined.isTimingOnly(old, now)) {
      add(Phase.SHAPE, new Action.AlterConstraint(table, now));
    } else if (Redefined.isBuilt(now)) {
      add(Phase.INDEX, new Action.BuildKey(table, interim));
      add(Phase.KEY, new Action.ExchangeKey(table, now, interim.name()));
    } else {
      addRule(table, interim);
      add(Phase.EXCHANGE, new Action.ExchangeConstraint(table, now, interim.name()));
    }
  }

  private boolean isExchangedWithKey(QualifiedName table, Constraint.ForeignKey key) {
    return redefined.before(table, key).isPresent() && redefined.waitsForKey(table, key);
  }

  /** Whether it references a key that a later phase makes. */
  private boolean waitsForKey(Constraint constraint) {
    return constraint instanceof Constraint.ForeignKey key
        && phases.getOrDefault(Phase.KEY, List.of()).stream()
            .anyMatch(
                a -> (a instanceof Action.AttachKey attach && attach.table().equals(key.target()))
                    || (a instanceof Action.ExchangeKey exchange
                        && exchange.table().equals(key.target()))
                    || (a instanceof Action.AddConstraint add
                        && add.constraint().hasIndex()
                        && add.table().equals(key.target())));
  }

  @Override
  public Void constraintRemoved(Change.ConstraintRemoved change) {
    QualifiedName table = change.table();
    Constraint constraint = change.constraint();
    boolean exchanged = redefined.after(table, constraint).isPresent();
    dropRemade(exchanged ? Phase.KEY : Phase.SHAPE, change);
    if (constraint instanceof Constraint.ForeignKey key
        && exchanged
        && redefined.waitsForKey(table, key)) {
      add(Phase.KEY, new Action.DropConstraint(table, key, true));
    } else if (!exchanged) {
      add(Phase.SHAPE, new Action.DropConstraint(table, constraint, true));
    }
    return null;
  }

  /** Run again, the script meets the references that it made itself to the key that it made again. */
  private void dropRemade(Phase phase, Change.ConstraintRemoved removed) {
    for (Change later : changes) {
      if (later instanceof Change.ConstraintAdded added
          && added.constraint() instanceof Constraint.ForeignKey key
          && key.target().equals(removed.table())
          && key.targetColumns().equals(removed.constraint().columns())
          && !isRemoved(added)) {
        Action drop = new Action.DropConstraint(added.table(), key, false);
        if (!phases.getOrDefault(phase, List.of()).contains(drop)) {
          add(phase, drop);
        }
      }
    }
  }

  /** Whether one of its name goes, and with that whatever has its name by then. */
  private boolean isRemoved(Change.ConstraintAdded added) {
    return changes.stream()
        .anyMatch(change -> change instanceof Change.ConstraintRemoved removed
            && removed.table().equals(added.table())
            && removed.constraint().name().equals(added.constraint().name()));
  }

  @Override
  public Void constraintRenamed(Change.ConstraintRenamed change) {
    boolean passing = changes.stream()
        .anyMatch(later -> later instanceof Change.ConstraintRemoved removed
            && removed.table().equals(change.table())
            && removed.constraint().name().equals(change.to()));
    add(
        Phase.SHAPE,
        new Action.RenameConstraint(change.table(), change.from(), change.to(), passing));
    return null;
  }

  @Override
  public Void indexAdded(Change.IndexAdded change) {
    QualifiedName table = change.table();
    Index index = change.index();
    boolean atOnce = index.unique() && changes.contains(new Change.IndexRemoved(table, index));
    obstacles
        .of(table, index)
        .ifPresent(found -> refuse(found, atOnce ? Phase.SHAPE : Phase.VALIDATE));
    if (redefined.isExchanged(table, index)) {
      Index interim = index.withName(Redefined.interim(index.name()));
      add(Phase.INDEX, new Action.CreateIndex(table, interim, true));
      add(Phase.EXCHANGE, new Action.ExchangeIndex(table, index, interim.name()));
    } else if (atOnce) {
      // A change of type would have built it anew at once, too; meanwhile nothing guards the rows.
      add(Phase.SHAPE, new Action.CreateIndex(table, index, false));
    } else if (isPartitioned(table)) {
      for (QualifiedName partition : inUse(table)) {
        Index part = index.withName(within(partition, index.name()));
        add(Phase.INDEX, new Action.CreateIndex(partition, part, true));
      }
      add(Phase.KEY, new Action.CreateIndex(table, index, false));
    } else {
      add(Phase.INDEX, new Action.CreateIndex(table, index, true));
    }
    return null;
  }

  @Override
  public Void indexRemoved(Change.IndexRemoved change) {
    if (!redefined.isExchanged(change.table(), change.index())) {
      add(Phase.SHAPE, new Action.DropIndex(change.table(), change.index()));
    }
    return null;
  }

  @Override
  public Void indexRenamed(Change.IndexRenamed change) {
    boolean passing = changes.stream()
        .anyMatch(later -> later instanceof Change.IndexRemoved removed
            && removed.table().equals(change.table())
            && removed.index().name().equals(change.to()));
    add(Phase.SHAPE, new Action.RenameIndex(change.table(), change.from(), change.to(), passing));
    return null;
  }

  @Override
  public Void enumAdded(Change.EnumAdded change) {
    EnumType type = change.type();
    add(
        Phase.SHAPE,
        change
            .parkedAs()
            .<Action>map(parkedAs -> new Action.RenameEnum(type, parkedAs, type.name()))
            .orElseGet(() -> new Action.CreateEnum(type)));
    return null;
  }

  @Override
  public Void enumRemoved(Change.EnumRemoved change) {
    EnumType type = change.type();
    add(
        Phase.SHAPE,
        change
            .parkedAs()
            .<Action>map(parkedAs -> new Action.RenameEnum(type, type.name(), parkedAs))
            .orElseGet(() -> new Action.DropEnum(type)));
    return null;
  }

  @Override
  public Void enumMoved(Change.EnumMoved change) {
    return null;
  }

  @Override
  public Void enumRenamed(Change.EnumRenamed change) {
    EnumType type = schema.enumType(change.from()).orElseThrow();
    change.to().schema().ifPresent(this::makeBeforeEnums);
    add(
        Phase.ENUM_NAMES,
        new Action.RenameEnum(type.withName(change.to()), change.from(), change.to()));
    return null;
  }

  /** A new schema that an enum moves into is there before all else. */
  private void makeBeforeEnums(Name namespace) {
    List<Action> shape = phases.getOrDefault(Phase.SHAPE, new ArrayList<>());
    List<Action> made = shape.stream()
        .filter(action -> action instanceof Action.CreateObject create
            && create.object().equals(new Namespace(namespace)))
        .toList();
    shape.removeAll(made);
    made.forEach(action -> add(Phase.ENUM_NAMES, action));
    if (shape.isEmpty()) {
      phases.remove(Phase.SHAPE);
    }
  }

  @Override
  public Void enumValueRenamed(Change.EnumValueRenamed change) {
    add(Phase.ENUM_NAMES, new Action.RenameEnumValue(change.type(), change.from(), change.to()));
    return null;
  }

  @Override
  public Void enumReordered(Change.EnumReordered change) {
    EnumType from = schema.enumType(change.type()).orElseThrow();
    remake(from, from.withValues(change.to()));
    return null;
  }

  @Override
  public Void enumValueAdded(Change.EnumValueAdded change) {
    EnumType from = schema.enumType(change.type()).orElseThrow();
    EnumType to = from.with(change.value(), change.before());
    List<Action> actions = phases.computeIfAbsent(Phase.ENUM_VALUES, p -> new ArrayList<>());
    int last = actions.size() - 1;
    if (last >= 0
        && actions.get(last) instanceof Action.AddEnumValues added
        && added.to().name().equals(change.type())) {
      actions.set(last, new Action.AddEnumValues(added.from(), to, to));
    } else {
      actions.add(new Action.AddEnumValues(from, to, to));
    }
    return null;
  }

  @Override
  public Void enumValueRemoved(Change.EnumValueRemoved change) {
    EnumType from = schema.enumType(change.type()).orElseThrow();
    remake(from, from.without(change.value()));
    return null;
  }

  /** One new enum for all that changes of it. */
  private void remake(EnumType from, EnumType to) {
    phases
        .getOrDefault(Phase.ENUM_VALUES, new ArrayList<>())
        .replaceAll(action ->
            action instanceof Action.AddEnumValues added && added.to().name().equals(to.name())
                ? new Action.AddEnumValues(added.from(), added.to(), to)
                : action);
    List<Action> actions = phases.computeIfAbsent(Phase.SHAPE, p -> new ArrayList<>());
    int last = actions.size() - 1;
    if (last >= 0
        && actions.get(last) instanceof Action.RemoveEnumValues removed
        && removed.to().name().equals(to.name())) {
      actions.set(last, new Action.RemoveEnumValues(removed.from(), to, removed.users()));
    } else {
      List<Table> users = users(to.name());
      obstacles.gone(from, users).forEach(found -> refuse(found, Phase.SHAPE));
      actions.add(new Action.RemoveEnumValues(from, to, users));
    }
  }

  @Override
  public Void parkedPurged(Change.ParkedPurged change) {
    add(Phase.SHAPE, new Action.DropParked(change.target(), change.table(), change.column()));
    return null;
  }

  @Override
  public Void objectAdded(Change.ObjectAdded change) {
    SchemaObject object = change.object();
    Phase phase = phase(object);
    add(phase, new Action.CreateObject(object, removed.contains(object.id())));
    if (object instanceof MaterializedView view) {
      view.indexes().forEach(i -> add(phase, new Action.CreateIndex(view.name(), i, false)));
    }
    return null;
  }

  /** When it is made or changed; what rests on it is not earlier. */
  private Phase phase(SchemaObject object) {
    if (!isLate(object)) {
      return Phase.SHAPE;
    }
    resting.add(object.id());
    return Phase.REST;
  }

  /** Whether it reads rows to be made, or rests on a key that is made in a later phase. */
  private boolean isLate(SchemaObject object) {
    return object instanceof MaterializedView
        || (object instanceof ObjectComment comment
            && comment.isOnPart()
            && !created.contains(comment.table().orElseThrow()))
        || object.requires().stream()
            .anyMatch(id -> resting.contains(id)
                || phases.getOrDefault(Phase.KEY, List.of()).stream()
                    .anyMatch(action -> action instanceof Action.AttachKey attach
                        && ObjectId.table(attach.table()).equals(id)));
  }

  @Override
  public Void objectRenamed(Change.ObjectRenamed change) {
    schema
        .named(change.kind(), change.from())
        .ifPresent(object ->
            add(Phase.SHAPE, new Action.RenameObject(object, change.from(), change.to())));
    return null;
  }

  @Override
  public Void attributeRenamed(Change.AttributeRenamed change) {
    add(Phase.SHAPE, new Action.RenameAttribute(change.type(), change.from(), change.to()));
    return null;
  }

  @Override
  public Void objectRemoved(Change.ObjectRemoved change) {
    ObjectId id = change.object().id();
    removed.add(id);
    add(Phase.SHAPE, new Action.DropObject(change.object(), to.object(id).isPresent()));
    return null;
  }

  @Override
  public Void objectChanged(Change.ObjectChanged change) {
    if (change.from() instanceof MaterializedView from
        && change.to() instanceof MaterializedView view) {
      changeIndexes(from, view);
    } else if (change.from() instanceof CompositeType from
        && change.to() instanceof CompositeType type
        && !type.isExtensionOf(from)) {
      add(Phase.SHAPE, new Action.RebuildType(from, type, users(type)));
    } else if (!change.isSilent()) {
      Phase phase = phase(change.to());
      if (change.from() instanceof Domain from && change.to() instanceof Domain domain) {
        obstacles.outside(from, domain).forEach(found -> refuse(found, Phase.SHAPE));
      }
      add(phase, new Action.ChangeObject(change.from(), change.to()));
      validateNew(change);
    }
    return null;
  }

  private void validateNew(Change.ObjectChanged change) {
    if (change.from() instanceof Domain from && change.to() instanceof Domain domain) {
      List<Name> checks =
          domain.newChecks(from).stream().map(Constraint.Check::name).toList();
      if (!checks.isEmpty()) {
        add(Phase.VALIDATE, new Action.ValidateDomain(domain, checks));
      }
    }
  }

  private void changeIndexes(MaterializedView from, MaterializedView view) {
    from.indexes().stream()
        .filter(index -> !view.indexes().contains(index))
        .forEach(index -> add(Phase.SHAPE, new Action.DropIndex(view.name(), index)));
    view.indexes().stream()
        .filter(index -> !from.indexes().contains(index))
        .forEach(index -> add(Phase.INDEX, new Action.CreateIndex(view.name(), index, true)));
  }

  private List<Table> users(CompositeType type) {
    return schema.tables().stream()
        .filter(table ->
            table.columns().stream().anyMatch(c -> c.type().declared().contains(type.id())))
        .map(this::withLastDefaults)
        .toList();
  }

  /** The old defaults may not be of the new type. */
  private Table withLastDefaults(Table table) {
    return table.withColumns(table.columns().stream()
        .map(column -> to.column(new ColumnName(table.name(), column.name()))
            .map(last -> column.withDefault(last.defaultValue()))
            .orElse(column))
        .toList());
  }

  /** The tables that have it, and those with references to them, which may have to give way. */
  private List<Table> users(QualifiedName type) {
    List<QualifiedName> users = schema.tables().stream()
        .filter(table -> table.columns().stream().anyMatch(c -> c.type().holds(type)))
        .map(Table::name)
        .toList();
    return schema.tables().stream()
        .filter(table -> users.contains(table.name())
            || table.foreignKeys().stream().anyMatch(key -> users.contains(key.target())))
        .toList();
  }
}
