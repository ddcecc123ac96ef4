package dev.varve.runtime.schema;

import java.util.Optional;

/** What a column is beyond name, type and value; each empty for what PostgreSQL takes itself. */
public record ColumnOptions(
    Optional<QualifiedName> collation,
    Optional<StorageMode> storage,
    Optional<CompressionMethod> compression) {
  public static final ColumnOptions NONE =
      new ColumnOptions(Optional.empty(), Optional.empty(), Optional.empty());

  public ColumnOptions withCollation(Optional<QualifiedName> newCollation) {
    return new ColumnOptions(newCollation, storage, compression);
  }

  public ColumnOptions withStorage(Optional<StorageMode> newStorage) {
    return new ColumnOptions(collation, newStorage, compression);
  }

  public ColumnOptions withCompression(Optional<CompressionMethod> newCompression) {
    return new ColumnOptions(collation, storage, newCompression);
  }

  /** What both say. */
  public ColumnOptions common(ColumnOptions other) {
    return new ColumnOptions(
        collation.filter(value -> other.collation.filter(value::equals).isPresent()),
        storage.filter(value -> other.storage.filter(value::equals).isPresent()),
        compression.filter(value -> other.compression.filter(value::equals).isPresent()));
  }
}
