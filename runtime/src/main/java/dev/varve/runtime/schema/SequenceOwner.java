package dev.varve.runtime.schema;

import java.util.List;

/**
 * The column with which a sequence goes. It is apart from the sequence, since the column's default
 * may need the sequence to be there first.
 */
public record SequenceOwner(QualifiedName sequence, ColumnName column, String source)
    implements SchemaObject {
  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.SEQUENCE_OWNER, "of " + sequence.quoted());
  }

  @Override
  public SequenceOwner withSource(String newSource) {
    return new SequenceOwner(sequence, column, newSource);
  }

  @Override
  public List<ObjectId> requires() {
    return List.of(ObjectId.of(ObjectKind.SEQUENCE, sequence), ObjectId.table(column.table()));
  }

  @Override
  public SequenceOwner withTableRenamed(QualifiedName from, QualifiedName to) {
    return column.table().equals(from)
        ? new SequenceOwner(sequence, new ColumnName(to, column.column()), source)
        : this;
  }

  @Override
  public SequenceOwner withColumnRenamed(QualifiedName table, Name from, Name to) {
    return column.equals(new ColumnName(table, from))
        ? new SequenceOwner(sequence, new ColumnName(table, to), source)
        : this;
  }

  @Override
  public SequenceOwner withObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    return kind == ObjectKind.SEQUENCE && sequence.equals(from)
        ? new SequenceOwner(to, column, source)
        : this;
  }

  /** It has to let go of a column that may go before it takes another one. */
  @Override
  public boolean canBecome(SchemaObject other) {
    return other instanceof SequenceOwner owner && owner.column.equals(column);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.sequenceOwner(this);
  }
}
