package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Name;
import java.util.Optional;

/** The table that a change is about; none of an enum's. */
final class Tables implements Change.Visitor<Optional<Name>> {
  @Override
  public Optional<Name> tableAdded(Change.TableAdded change) {
    return Optional.of(change.table().name());
  }

  @Override
  public Optional<Name> tableRemoved(Change.TableRemoved change) {
    return Optional.of(change.table().name());
  }

  @Override
  public Optional<Name> tableRenamed(Change.TableRenamed change) {
    return Optional.of(change.from());
  }

  @Override
  public Optional<Name> tableMoved(Change.TableMoved change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<Name> columnAdded(Change.ColumnAdded change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<Name> columnRemoved(Change.ColumnRemoved change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<Name> columnRenamed(Change.ColumnRenamed change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<Name> columnTypeChanged(Change.ColumnTypeChanged change) {
    return Optional.of(change.column().table());
  }

  @Override
  public Optional<Name> columnNullabilityChanged(Change.ColumnNullabilityChanged change) {
    return Optional.of(change.column().table());
  }

  @Override
  public Optional<Name> columnDefaultChanged(Change.ColumnDefaultChanged change) {
    return Optional.of(change.column().table());
  }

  @Override
  public Optional<Name> constraintAdded(Change.ConstraintAdded change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<Name> constraintRemoved(Change.ConstraintRemoved change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<Name> constraintRenamed(Change.ConstraintRenamed change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<Name> indexAdded(Change.IndexAdded change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<Name> indexRemoved(Change.IndexRemoved change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<Name> indexRenamed(Change.IndexRenamed change) {
    return Optional.of(change.table());
  }

  @Override
  public Optional<Name> enumAdded(Change.EnumAdded change) {
    return Optional.empty();
  }

  @Override
  public Optional<Name> enumRemoved(Change.EnumRemoved change) {
    return Optional.empty();
  }

  @Override
  public Optional<Name> enumMoved(Change.EnumMoved change) {
    return Optional.empty();
  }

  @Override
  public Optional<Name> enumValueAdded(Change.EnumValueAdded change) {
    return Optional.empty();
  }

  @Override
  public Optional<Name> enumValueRemoved(Change.EnumValueRemoved change) {
    return Optional.empty();
  }

  @Override
  public Optional<Name> parkedPurged(Change.ParkedPurged change) {
    return Optional.of(change.table());
  }
}
