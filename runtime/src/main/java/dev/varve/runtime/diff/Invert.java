package dev.varve.runtime.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The inverse of each change. */
final class Invert implements Change.Visitor<Change> {
  static final Invert INSTANCE = new Invert();

  private Invert() {}

  @Override
  public Change tableAdded(Change.TableAdded change) {
    return new Change.TableRemoved(change.table(), change.parkedAs());
  }

  @Override
  public Change tableRemoved(Change.TableRemoved change) {
    return new Change.TableAdded(change.table(), change.parkedAs());
  }

  @Override
  public Change tableRenamed(Change.TableRenamed change) {
    return new Change.TableRenamed(change.to(), change.from());
  }

  @Override
  public Change tableMoved(Change.TableMoved change) {
    return new Change.TableMoved(change.table(), change.to(), change.from());
  }

  @Override
  public Change columnAdded(Change.ColumnAdded change) {
    return new Change.ColumnRemoved(change.table(), change.column(), change.parkedAs());
  }

  @Override
  public Change columnRemoved(Change.ColumnRemoved change) {
    return new Change.ColumnAdded(change.table(), change.column(), change.parkedAs());
  }

  @Override
  public Change columnRenamed(Change.ColumnRenamed change) {
    return new Change.ColumnRenamed(change.table(), change.to(), change.from());
  }

  @Override
  public Change columnTypeChanged(Change.ColumnTypeChanged change) {
    return new Change.ColumnTypeChanged(
        change.column(), change.to(), change.from(), change.back(), change.using());
  }

  @Override
  public Change columnNullabilityChanged(Change.ColumnNullabilityChanged change) {
    // The NULLs that a backfill replaced are not known any more.
    return new Change.ColumnNullabilityChanged(
        change.column(), !change.nullable(), Optional.empty());
  }

  @Override
  public Change columnDefaultChanged(Change.ColumnDefaultChanged change) {
    return new Change.ColumnDefaultChanged(change.column(), change.to(), change.from());
  }

  @Override
  public Change columnValuesRenamed(Change.ColumnValuesRenamed change) {
    Map<String, String> back = new HashMap<>();
    change.values().forEach((old, now) -> back.put(now, old));
    return new Change.ColumnValuesRenamed(change.column(), back);
  }

  @Override
  public Change columnOptionsChanged(Change.ColumnOptionsChanged change) {
    return new Change.ColumnOptionsChanged(change.column(), change.to(), change.from());
  }

  @Override
  public Change tableOptionsChanged(Change.TableOptionsChanged change) {
    return new Change.TableOptionsChanged(change.table(), change.to(), change.from());
  }

  @Override
  public Change partitionAdded(Change.PartitionAdded change) {
    return new Change.PartitionRemoved(change.table(), change.partition(), change.parkedAs());
  }

  @Override
  public Change partitionRemoved(Change.PartitionRemoved change) {
    return new Change.PartitionAdded(change.table(), change.partition(), change.parkedAs());
  }

  @Override
  public Change partitionRenamed(Change.PartitionRenamed change) {
    return new Change.PartitionRenamed(change.table(), change.to(), change.from());
  }

  @Override
  public Change partitionsRebound(Change.PartitionsRebound change) {
    return new Change.PartitionsRebound(change.table(), change.to(), change.from());
  }

  @Override
  public Change constraintAdded(Change.ConstraintAdded change) {
    return new Change.ConstraintRemoved(change.table(), change.constraint());
  }

  @Override
  public Change constraintRemoved(Change.ConstraintRemoved change) {
    return new Change.ConstraintAdded(change.table(), change.constraint());
  }

  @Override
  public Change constraintRenamed(Change.ConstraintRenamed change) {
    return new Change.ConstraintRenamed(change.table(), change.to(), change.from());
  }

  @Override
  public Change indexAdded(Change.IndexAdded change) {
    return new Change.IndexRemoved(change.table(), change.index());
  }

  @Override
  public Change indexRemoved(Change.IndexRemoved change) {
    return new Change.IndexAdded(change.table(), change.index());
  }

  @Override
  public Change indexRenamed(Change.IndexRenamed change) {
    return new Change.IndexRenamed(change.table(), change.to(), change.from());
  }

  @Override
  public Change enumAdded(Change.EnumAdded change) {
    return new Change.EnumRemoved(change.type(), change.parkedAs());
  }

  @Override
  public Change enumRemoved(Change.EnumRemoved change) {
    return new Change.EnumAdded(change.type(), change.parkedAs());
  }

  @Override
  public Change enumMoved(Change.EnumMoved change) {
    return new Change.EnumMoved(change.type(), change.to(), change.from());
  }

  @Override
  public Change enumRenamed(Change.EnumRenamed change) {
    return new Change.EnumRenamed(change.to(), change.from());
  }

  @Override
  public Change enumValueRenamed(Change.EnumValueRenamed change) {
    return new Change.EnumValueRenamed(change.type(), change.to(), change.from());
  }

  @Override
  public Change enumReordered(Change.EnumReordered change) {
    return new Change.EnumReordered(change.type(), change.to(), change.from());
  }

  @Override
  public Change enumValueAdded(Change.EnumValueAdded change) {
    return new Change.EnumValueRemoved(change.type(), change.value(), change.before());
  }

  @Override
  public Change enumValueRemoved(Change.EnumValueRemoved change) {
    return new Change.EnumValueAdded(change.type(), change.value(), change.before());
  }

  @Override
  public Change objectAdded(Change.ObjectAdded change) {
    return new Change.ObjectRemoved(change.object());
  }

  @Override
  public Change objectRemoved(Change.ObjectRemoved change) {
    return new Change.ObjectAdded(change.object());
  }

  @Override
  public Change objectChanged(Change.ObjectChanged change) {
    return new Change.ObjectChanged(change.to(), change.from());
  }

  @Override
  public Change objectRenamed(Change.ObjectRenamed change) {
    return new Change.ObjectRenamed(change.kind(), change.to(), change.from());
  }

  @Override
  public Change attributeRenamed(Change.AttributeRenamed change) {
    return new Change.AttributeRenamed(change.type(), change.to(), change.from());
  }

  @Override
  public Change parkedPurged(Change.ParkedPurged change) {
    return change;
  }
}
