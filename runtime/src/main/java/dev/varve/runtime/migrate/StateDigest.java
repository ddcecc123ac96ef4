package dev.varve.runtime.migrate;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The digest of what is applied. It grows with a migration that is newer than all others, which is
 * the common case, and is computed anew otherwise.
 */
final class StateDigest {
  private final TreeMap<MigrationId, String> applied = new TreeMap<>();
  private final Set<MigrationId> unfinished = new HashSet<>();
  private MigrationIndex.Digest digest = new MigrationIndex.Digest();

  void add(MigrationId id, String checksum) {
    boolean newest = applied.isEmpty() || applied.lastKey().compareTo(id) < 0;
    unfinished.remove(id);
    applied.put(id, checksum);
    if (newest) {
      digest.add(id, checksum);
    } else {
      compute();
    }
  }

  void remove(MigrationId id) {
    unfinished.remove(id);
    if (applied.remove(id) != null) {
      compute();
    }
  }

  void unfinished(MigrationId id) {
    remove(id);
    unfinished.add(id);
  }

  /** Empty while a migration is unfinished. */
  String text() {
    return unfinished.isEmpty() ? digest.text() : "";
  }

  /** What {@link #text} would be after {@link #add}. */
  String textWith(MigrationId id, String checksum) {
    StateDigest after = new StateDigest();
    after.unfinished.addAll(unfinished);
    after.unfinished.remove(id);
    if (applied.isEmpty() || applied.lastKey().compareTo(id) < 0) {
      after.digest = digest.copy();
      after.digest.add(id, checksum);
    } else {
      after.applied.putAll(applied);
      after.add(id, checksum);
    }
    return after.text();
  }

  /** What {@link #text} would be after {@link #remove}. */
  String textWithout(MigrationId id) {
    return without(id).text();
  }

  /** What {@link #remove} would leave. */
  StateDigest without(MigrationId id) {
    StateDigest after = new StateDigest();
    after.applied.putAll(applied);
    after.unfinished.addAll(unfinished);
    after.unfinished.remove(id);
    after.applied.remove(id);
    after.compute();
    return after;
  }

  private void compute() {
    digest = new MigrationIndex.Digest();
    for (Map.Entry<MigrationId, String> migration : applied.entrySet()) {
      digest.add(migration.getKey(), migration.getValue());
    }
  }
}
