package dev.varve.runtime.diff;

import dev.varve.runtime.schema.QualifiedName;
import java.util.Optional;

/** The table that a change is about; none of an enum's. */
final class Tables implements Change.Visitor<Optional<QualifiedName>> {
  @Override
  public Optional<QualifiedName> tableAdded(Change.TableAdded change) {
    return Optional.of(change.table().name());
  }

  @Override
  public Optional<QualifiedName> tableRemoved(Change.TableRemoved change) {
    return Optional.of(change.table().name());
  }

  @Override
  public Optional<QualifiedName> tableRenamed(Change.TableRenamed change) {
    return Optional.of(change.from());
  }

  @Override
  public Optional<QualifiedName> tableMoved(Change.TableMoved change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> columnAdded(Change.ColumnAdded change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> columnRemoved(Change.ColumnRemoved change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> columnRenamed(Change.ColumnRenamed change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> columnTypeChanged(Change.ColumnTypeChanged change) {
    return Optional.of(change.column().table());
  }

  @Override
  public Optional<QualifiedName> columnNullabilityChanged(Change.ColumnNullabilityChanged change) {
    return Optional.of(change.column().table());
  }

  @Override
  public Optional<QualifiedName> columnValuesRenamed(Change.ColumnValuesRenamed change) {
    return Optional.of(change.column().table());
  }

  @Override
  public Optional<QualifiedName> columnOptionsChanged(Change.ColumnOptionsChanged change) {
    return Optional.of(change.column().table());
  }

  @Override
  public Optional<QualifiedName> tableOptionsChanged(Change.TableOptionsChanged change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> columnDefaultChanged(Change.ColumnDefaultChanged change) {
    return Optional.of(change.column().table());
  }

  @Override
  public Optional<QualifiedName> partitionAdded(Change.PartitionAdded change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> partitionRemoved(Change.PartitionRemoved change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> partitionRenamed(Change.PartitionRenamed change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> partitionsRebound(Change.PartitionsRebound change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> constraintAdded(Change.ConstraintAdded change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> constraintRemoved(Change.ConstraintRemoved change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> constraintRenamed(Change.ConstraintRenamed change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> indexAdded(Change.IndexAdded change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> indexRemoved(Change.IndexRemoved change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> indexRenamed(Change.IndexRenamed change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> enumAdded(Change.EnumAdded change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> enumRemoved(Change.EnumRemoved change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> enumMoved(Change.EnumMoved change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> enumRenamed(Change.EnumRenamed change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> enumValueRenamed(Change.EnumValueRenamed change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> enumReordered(Change.EnumReordered change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> enumValueAdded(Change.EnumValueAdded change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> enumValueRemoved(Change.EnumValueRemoved change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> parkedPurged(Change.ParkedPurged change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<QualifiedName> objectAdded(Change.ObjectAdded change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> objectRemoved(Change.ObjectRemoved change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> objectRenamed(Change.ObjectRenamed change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> attributeRenamed(Change.AttributeRenamed change) {
    return Optional.empty();
  }

  @Override
  public Optional<QualifiedName> objectChanged(Change.ObjectChanged change) {
    return Optional.empty();
  }
}
