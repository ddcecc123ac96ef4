package dev.varve.processor.file;

import dev.varve.runtime.migrate.MigrationId;
import java.util.Optional;

/**
 * One migration of the folder.
 *
 * @param undo the undo script; one written by hand may have none
 * @param record what the migration changes; one written by hand has none
 */
public record MigrationFile(
    MigrationId id, String sql, Optional<String> undo, Optional<MigrationRecord> record) {}
