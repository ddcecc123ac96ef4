package dev.varve.processor;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names under which a script may declare a change: a table for everything about it, {@code
 * users.email} for a column or for a constraint or an index of that name, and what is only on
 * columns for any of these; every other object by its own name.
 */
final class ChangeNames implements Change.Visitor<List<String>> {
  private static final ChangeNames INSTANCE = new ChangeNames();

  private ChangeNames() {}

  static List<String> of(Change change) {
    return change.accept(INSTANCE);
  }

  private static List<String> table(QualifiedName table) {
    return List.of(table.toString());
  }

  private static List<String> part(QualifiedName table, Stream<Name> parts) {
    List<String> names = new ArrayList<>(table(table));
    parts.forEach(part -> names.add(table + "." + part));
    return names;
  }

  private static List<String> constraint(QualifiedName table, Constraint constraint) {
    return part(table, Stream.concat(Stream.of(constraint.name()), constraint.columns().stream()));
  }

  private static List<String> index(QualifiedName table, Index index) {
    return part(table, Stream.concat(Stream.of(index.name()), index.columns().stream()));
  }

  private static List<String> object(SchemaObject object) {
    List<String> names = new ArrayList<>(List.of(object.id().name()));
    if (object instanceof Renameable named) {
      names.add(named.name().toString());
    }
    return names;
  }

  private static List<String> both(QualifiedName from, QualifiedName to) {
    return List.of(from.toString(), to.toString());
  }

  @Override
  public List<String> tableAdded(Change.TableAdded change) {
    return table(change.table().name());
  }

  @Override
  public List<String> tableRemoved(Change.TableRemoved change) {
    return table(change.table().name());
  }

  @Override
  public List<String> tableRenamed(Change.TableRenamed change) {
    return both(change.from(), change.to());
  }

  @Override
  public List<String> tableMoved(Change.TableMoved change) {
    return table(change.table());
  }

  @Override
  public List<String> columnAdded(Change.ColumnAdded change) {
    return part(change.table(), Stream.of(change.column().name()));
  }

  @Override
  public List<String> columnRemoved(Change.ColumnRemoved change) {
    return part(change.table(), Stream.of(change.column().name()));
  }

  @Override
  public List<String> columnRenamed(Change.ColumnRenamed change) {
    return part(change.table(), Stream.of(change.from(), change.to()));
  }

  @Override
  public List<String> columnTypeChanged(Change.ColumnTypeChanged change) {
    return part(change.column().table(), Stream.of(change.column().column()));
  }

  @Override
  public List<String> columnNullabilityChanged(Change.ColumnNullabilityChanged change) {
    return part(change.column().table(), Stream.of(change.column().column()));
  }

  @Override
  public List<String> columnDefaultChanged(Change.ColumnDefaultChanged change) {
    return part(change.column().table(), Stream.of(change.column().column()));
  }

  @Override
  public List<String> columnValuesRenamed(Change.ColumnValuesRenamed change) {
    return part(change.column().table(), Stream.of(change.column().column()));
  }

  @Override
  public List<String> columnOptionsChanged(Change.ColumnOptionsChanged change) {
    return part(change.column().table(), Stream.of(change.column().column()));
  }

  @Override
  public List<String> tableOptionsChanged(Change.TableOptionsChanged change) {
    return table(change.table());
  }

  @Override
  public List<String> partitionAdded(Change.PartitionAdded change) {
    return part(change.table(), Stream.of(change.partition().name()));
  }

  @Override
  public List<String> partitionRemoved(Change.PartitionRemoved change) {
    return part(change.table(), Stream.of(change.partition().name()));
  }

  @Override
  public List<String> partitionRenamed(Change.PartitionRenamed change) {
    return part(change.table(), Stream.of(change.from(), change.to()));
  }

  @Override
  public List<String> partitionsRebound(Change.PartitionsRebound change) {
    return part(change.table(), change.to().stream().map(Partition::name));
  }

  @Override
  public List<String> constraintAdded(Change.ConstraintAdded change) {
    return constraint(change.table(), change.constraint());
  }

  @Override
  public List<String> constraintRemoved(Change.ConstraintRemoved change) {
    return constraint(change.table(), change.constraint());
  }

  @Override
  public List<String> constraintRenamed(Change.ConstraintRenamed change) {
    return part(change.table(), Stream.of(change.from(), change.to()));
  }

  @Override
  public List<String> indexAdded(Change.IndexAdded change) {
    return index(change.table(), change.index());
  }

  @Override
  public List<String> indexRemoved(Change.IndexRemoved change) {
    return index(change.table(), change.index());
  }

  @Override
  public List<String> indexRenamed(Change.IndexRenamed change) {
    return part(change.table(), Stream.of(change.from(), change.to()));
  }

  @Override
  public List<String> enumAdded(Change.EnumAdded change) {
    return table(change.type().name());
  }

  @Override
  public List<String> enumRemoved(Change.EnumRemoved change) {
    return table(change.type().name());
  }

  @Override
  public List<String> enumMoved(Change.EnumMoved change) {
    return table(change.type());
  }

  @Override
  public List<String> enumRenamed(Change.EnumRenamed change) {
    return both(change.from(), change.to());
  }

  @Override
  public List<String> enumValueRenamed(Change.EnumValueRenamed change) {
    return table(change.type());
  }

  @Override
  public List<String> enumReordered(Change.EnumReordered change) {
    return table(change.type());
  }

  @Override
  public List<String> enumValueAdded(Change.EnumValueAdded change) {
    return table(change.type());
  }

  @Override
  public List<String> enumValueRemoved(Change.EnumValueRemoved change) {
    return table(change.type());
  }

  @Override
  public List<String> parkedPurged(Change.ParkedPurged change) {
    return List.of(change.target());
  }

  @Override
  public List<String> objectAdded(Change.ObjectAdded change) {
    return object(change.object());
  }

  @Override
  public List<String> objectRemoved(Change.ObjectRemoved change) {
    return object(change.object());
  }

  @Override
  public List<String> objectChanged(Change.ObjectChanged change) {
    return object(change.from());
  }

  @Override
  public List<String> objectRenamed(Change.ObjectRenamed change) {
    return both(change.from(), change.to());
  }

  @Override
  public List<String> attributeRenamed(Change.AttributeRenamed change) {
    return table(change.type());
  }
}
