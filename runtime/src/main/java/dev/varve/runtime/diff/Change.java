package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableOptions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One difference between two schemas.
 *
 * <p>For every schema that a change applies to, applying the change and then its inverse gives that
 * schema again, apart from the order of columns and the spelling of a renamed column in a check or
 * predicate, which becomes the shortest.
 */
public sealed interface Change {

  /**
   * The schema after this change.
   *
   * @throws InvalidChange if the schema is not one that this change can follow
   */
  default Schema apply(Schema schema) {
    try {
      return accept(new Apply(schema));
    } catch (IllegalArgumentException broken) {
      throw new InvalidChange(this, String.valueOf(broken.getMessage()));
    }
  }

  /** The change that leads back. */
  default Change invert() {
    return accept(Invert.INSTANCE);
  }

  <R> R accept(Visitor<R> visitor);

  /**
   * A table present in the new schema and absent in the old one, without its foreign keys.
   *
   * @param parkedAs the parked table that comes back, if one does
   */
  record TableAdded(Table table, Optional<QualifiedName> parkedAs) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tableAdded(this);
    }
  }

  /**
   * A table absent in the new schema; foreign keys from and to it went before.
   *
   * @param parkedAs the name under which its data stays on disk; empty if it is really dropped
   */
  record TableRemoved(Table table, Optional<QualifiedName> parkedAs) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tableRemoved(this);
    }
  }

  /** A table under a new name. */
  record TableRenamed(QualifiedName from, QualifiedName to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tableRenamed(this);
    }
  }

  /** A table described by another record than before; nothing changes in SQL. */
  record TableMoved(QualifiedName table, String from, String to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tableMoved(this);
    }
  }

  /**
   * A column present in the new schema and absent in the old one.
   *
   * @param parkedAs the parked column that comes back, if one does
   */
  record ColumnAdded(QualifiedName table, Column column, Optional<Name> parkedAs)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.columnAdded(this);
    }
  }

  /**
   * A column absent in the new schema; constraints and indexes on it went before.
   *
   * @param parkedAs the name under which its data stays on disk; empty if it is really dropped
   */
  record ColumnRemoved(QualifiedName table, Column column, Optional<Name> parkedAs)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.columnRemoved(this);
    }
  }

  /** A column under a new name. */
  record ColumnRenamed(QualifiedName table, Name from, Name to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.columnRenamed(this);
    }
  }

  /**
   * A column of another type.
   *
   * @param using the expression that makes new values of old ones; empty for the server's own cast
   * @param back the same for the way back
   */
  record ColumnTypeChanged(
      ColumnName column,
      ColumnType from,
      ColumnType to,
      Optional<String> using,
      Optional<String> back)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.columnTypeChanged(this);
    }
  }

  /**
   * A column that begins or ceases to take NULL.
   *
   * @param backfill the expression that replaces the NULLs of existing rows
   */
  record ColumnNullabilityChanged(ColumnName column, boolean nullable, Optional<String> backfill)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.columnNullabilityChanged(this);
    }
  }

  /**
   * Texts under another name: constants of an enum that is kept as text.
   *
   * @param values the new ones by the old ones
   */
  record ColumnValuesRenamed(ColumnName column, Map<String, String> values) implements Change {
    public ColumnValuesRenamed {
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.columnValuesRenamed(this);
    }
  }

  /** A column with another default, for rows to come. */
  record ColumnDefaultChanged(ColumnName column, Default from, Default to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.columnDefaultChanged(this);
    }
  }

  /** A column with another collation, storage or compression. */
  record ColumnOptionsChanged(ColumnName column, ColumnOptions from, ColumnOptions to)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.columnOptionsChanged(this);
    }
  }

  /** A table that is kept in another way: unlogged, with other parameters, in another tablespace. */
  record TableOptionsChanged(QualifiedName table, TableOptions from, TableOptions to)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tableOptionsChanged(this);
    }
  }

  /**
   * A partition of a table that is there.
   *
   * @param parkedAs the parked partition that comes back, if one does
   */
  record PartitionAdded(QualifiedName table, Partition partition, Optional<Name> parkedAs)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.partitionAdded(this);
    }
  }

  /**
   * A partition taken off a table that stays, with its rows.
   *
   * @param parkedAs the table that its rows are in from now on; empty if they are really dropped
   */
  record PartitionRemoved(QualifiedName table, Partition partition, Optional<Name> parkedAs)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.partitionRemoved(this);
    }
  }

  /** A partition under a new name. */
  record PartitionRenamed(QualifiedName table, Name from, Name to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.partitionRenamed(this);
    }
  }

  /** Partitions that take other rows, from one moment on; each is there before and after. */
  record PartitionsRebound(QualifiedName table, List<Partition> from, List<Partition> to)
      implements Change {
    public PartitionsRebound {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.partitionsRebound(this);
    }
  }

  /** A constraint on a table that is there. */
  record ConstraintAdded(QualifiedName table, Constraint constraint) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constraintAdded(this);
    }
  }

  /** A constraint taken off a table that stays. */
  record ConstraintRemoved(QualifiedName table, Constraint constraint) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constraintRemoved(this);
    }
  }

  /** A constraint under a new name. */
  record ConstraintRenamed(QualifiedName table, Name from, Name to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constraintRenamed(this);
    }
  }

  /** An index on a table that is there. */
  record IndexAdded(QualifiedName table, Index index) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.indexAdded(this);
    }
  }

  /** An index taken off a table that stays. */
  record IndexRemoved(QualifiedName table, Index index) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.indexRemoved(this);
    }
  }

  /** An index under a new name. */
  record IndexRenamed(QualifiedName table, Name from, Name to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.indexRenamed(this);
    }
  }

  /**
   * An enum present in the new schema and absent in the old one.
   *
   * @param parkedAs the parked enum that comes back, if one does
   */
  record EnumAdded(EnumType type, Optional<QualifiedName> parkedAs) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enumAdded(this);
    }
  }

  /**
   * An enum absent in the new schema; no column of the schema has it any more.
   *
   * @param parkedAs its name from now on, for the parked columns that have it; empty if dropped
   */
  record EnumRemoved(EnumType type, Optional<QualifiedName> parkedAs) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enumRemoved(this);
    }
  }

  /** An enum described by another Java enum than before; nothing changes in SQL. */
  record EnumMoved(QualifiedName type, String from, String to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enumMoved(this);
    }
  }

  /** An enum under a new name; the columns that have it follow. */
  record EnumRenamed(QualifiedName from, QualifiedName to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enumRenamed(this);
    }
  }

  /** A value under a new name, in its place; the rows that have it follow. */
  record EnumValueRenamed(QualifiedName type, String from, String to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enumValueRenamed(this);
    }
  }

  /** The values of an enum in another order. */
  record EnumReordered(QualifiedName type, List<String> from, List<String> to) implements Change {
    public EnumReordered {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enumReordered(this);
    }
  }

  /** One more value of an enum, before the one named or last. */
  record EnumValueAdded(QualifiedName type, String value, Optional<String> before)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enumValueAdded(this);
    }
  }

  /** One value less; it stood before the one named or last. */
  record EnumValueRemoved(QualifiedName type, String value, Optional<String> before)
      implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enumValueRemoved(this);
    }
  }

  /**
   * What was parked is deleted from the disk. The schema did not have it any more and stays as it
   * is, also on the way back: nothing brings the data back.
   *
   * @param target what the user dropped, as it was named then: {@code users.nickname}
   * @param table the table that has the parked column now; of a parked table its own parked name
   * @param column the parked column; empty if the table is what was parked
   */
  record ParkedPurged(String target, QualifiedName table, Optional<Name> column) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parkedPurged(this);
    }
  }

  /** An object present in the new schema and absent in the old one. */
  record ObjectAdded(SchemaObject object) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.objectAdded(this);
    }
  }

  /**
   * An object absent in the new schema, or set aside while something that it rests on changes. It
   * has no rows, so nothing is lost that the way back could not make again.
   */
  record ObjectRemoved(SchemaObject object) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.objectRemoved(this);
    }
  }

  /** An object that the server makes into another one of the same name. */
  record ObjectChanged(SchemaObject from, SchemaObject to) implements Change {
    /** Whether it is only declared elsewhere, and nothing changes in SQL. */
    public boolean isSilent() {
      return from.withSource(to.source()).equals(to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.objectChanged(this);
    }
  }

  /** An object under a new name. */
  record ObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.objectRenamed(this);
    }
  }

  /** An attribute of a composite type under a new name, in its place; all values follow. */
  record AttributeRenamed(QualifiedName type, Name from, Name to) implements Change {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attributeRenamed(this);
    }
  }

  /** One answer for each kind of change. */
  interface Visitor<R> {
    R tableAdded(TableAdded change);

    R tableRemoved(TableRemoved change);

    R tableRenamed(TableRenamed change);

    R tableMoved(TableMoved change);

    R columnAdded(ColumnAdded change);

    R columnRemoved(ColumnRemoved change);

    R columnRenamed(ColumnRenamed change);

    R columnTypeChanged(ColumnTypeChanged change);

    R columnNullabilityChanged(ColumnNullabilityChanged change);

    R columnDefaultChanged(ColumnDefaultChanged change);

    R columnValuesRenamed(ColumnValuesRenamed change);

    R columnOptionsChanged(ColumnOptionsChanged change);

    R tableOptionsChanged(TableOptionsChanged change);

    R partitionAdded(PartitionAdded change);

    R partitionRemoved(PartitionRemoved change);

    R partitionRenamed(PartitionRenamed change);

    R partitionsRebound(PartitionsRebound change);

    R constraintAdded(ConstraintAdded change);

    R constraintRemoved(ConstraintRemoved change);

    R constraintRenamed(ConstraintRenamed change);

    R indexAdded(IndexAdded change);

    R indexRemoved(IndexRemoved change);

    R indexRenamed(IndexRenamed change);

    R enumAdded(EnumAdded change);

    R enumRemoved(EnumRemoved change);

    R enumMoved(EnumMoved change);

    R enumRenamed(EnumRenamed change);

    R enumValueRenamed(EnumValueRenamed change);

    R enumReordered(EnumReordered change);

    R enumValueAdded(EnumValueAdded change);

    R enumValueRemoved(EnumValueRemoved change);

    R parkedPurged(ParkedPurged change);

    R objectAdded(ObjectAdded change);

    R objectRemoved(ObjectRemoved change);

    R objectChanged(ObjectChanged change);

    R objectRenamed(ObjectRenamed change);

    R attributeRenamed(AttributeRenamed change);
  }
}
