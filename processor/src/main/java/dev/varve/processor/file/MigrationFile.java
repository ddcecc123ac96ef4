package dev.varve.processor.file;

import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.migrate.script.Checksum;
import java.util.List;
import java.util.Optional;

/**
 * One migration of the folder.
 *
 * @param undo the undo script; one written by hand may have none
 * @param record what the migration changes; one written by hand has none
 */
public record MigrationFile(
    MigrationId id, String sql, Optional<String> undo, Optional<MigrationRecord> record) {

  /** The migration's line in an index. */
  public MigrationIndex.Entry entry() {
    return entry(false);
  }

  /**
   * The same.
   *
   * @param soft whether version control does not have it yet
   */
  public MigrationIndex.Entry entry(boolean soft) {
    return new MigrationIndex.Entry(
        id,
        Checksum.of(sql),
        record.map(MigrationRecord::after).orElse(List.of()).stream()
            .map(MigrationId::parse)
            .toList(),
        record.isPresent(),
        undo.isPresent(),
        soft);
  }
}
