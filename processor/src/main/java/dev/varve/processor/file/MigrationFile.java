package dev.varve.processor.file;

import dev.varve.runtime.diff.History;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.migrate.script.Checksum;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.migrate.script.SqlScriptException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One migration of the folder.
 *
 * @param undo the undo script; one written by hand may have none
 * @param record what the migration changes; one written by hand has none unless it declares it
 * @param replaced those that it replaces and whose files are kept
 */
public record MigrationFile(
    MigrationId id,
    String sql,
    Optional<String> undo,
    Optional<MigrationRecord> record,
    List<MigrationFile> replaced) {
  public MigrationFile {
    replaced = List.copyOf(replaced);
  }

  /** One that replaces none. */
  public MigrationFile(
      MigrationId id, String sql, Optional<String> undo, Optional<MigrationRecord> record) {
    this(id, sql, undo, record, List.of());
  }

  /** The same, with another record of what it changes. */
  public MigrationFile withRecord(Optional<MigrationRecord> other) {
    return new MigrationFile(id, sql, undo, other, replaced);
  }

  /** Whether the script is Varve's work, rather than a person's. */
  public boolean isGenerated() {
    return record.filter(found -> !found.byHand()).isPresent();
  }

  /** Whether it replaces others. */
  public boolean isSquash() {
    return record.filter(MigrationRecord::isSquash).isPresent();
  }

  /** What the script says that it changes of the records; nothing if it cannot be read. */
  public List<String> declares() {
    try {
      return SqlScript.parse(sql).declares();
    } catch (SqlScriptException unreadable) {
      return List.of();
    }
  }

  /** The history that migrations make. */
  public static History history(List<MigrationFile> migrations) {
    return new History(migrations.stream()
        .map(file -> new History.Entry(
            file.id().version(),
            file.id().name(),
            file.record().map(MigrationRecord::after).orElse(List.of()),
            file.record().map(MigrationRecord::changes).orElse(List.of()),
            file.record().map(MigrationRecord::replaces).orElse(List.of()).stream()
                .map(replaced -> replaced.id().text())
                .toList()))
        .toList());
  }

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
    Set<MigrationId> kept = replaced.stream().map(MigrationFile::id).collect(Collectors.toSet());
    List<MigrationIndex.Replaced> replaces =
        record.map(MigrationRecord::replaces).orElse(List.of());
    return new MigrationIndex.Entry(
        id,
        Checksum.of(sql),
        record.map(MigrationRecord::after).orElse(List.of()).stream()
            .map(MigrationId::parse)
            .toList(),
        isGenerated() && replaces.stream().allMatch(MigrationIndex.Replaced::isGenerated),
        undo.isPresent(),
        soft,
        replaces.stream().map(old -> old.withKept(kept.contains(old.id()))).toList());
  }
}
