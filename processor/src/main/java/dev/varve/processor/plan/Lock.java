package dev.varve.processor.plan;

import dev.varve.runtime.schema.QualifiedName;

/**
 * What a statement makes others wait for on a table that was there before the migration.
 *
 * @param mode the strongest lock that it takes on the table
 * @param work what it does with the rows while it has the lock
 */
public record Lock(QualifiedName table, Mode mode, Work work) {
  /** PostgreSQL's table locks, weak ones first. */
  public enum Mode {
    /** As every query, and told of only where it reads many rows. */
    ACCESS_SHARE,
    /** Rows that are referenced must stay. */
    ROW_SHARE,
    /** As whoever writes rows. */
    ROW_EXCLUSIVE,
    /** Others read and write, but do not change the table. */
    SHARE_UPDATE_EXCLUSIVE,
    /** Others read. */
    SHARE,
    /** Others read. */
    SHARE_ROW_EXCLUSIVE,
    /** Others wait. */
    ACCESS_EXCLUSIVE;

    /** As the manual writes it. */
    public String sql() {
      return name().replace('_', ' ');
    }

    /** Whether those who write rows wait for it. */
    public boolean blocksWriters() {
      return compareTo(SHARE) >= 0;
    }
  }

  /** What takes time that grows with the table, little first. */
  public enum Work {
    /** Nothing: only the catalogue is changed. */
    NONE,
    /** Keys that others refer to are looked up. */
    KEYS,
    SCAN,
    /** Some rows get values. */
    FILL,
    /** The table is read, and indexes are made of it again. */
    INDEXES,
    REWRITE
  }

  /** The same on another table. */
  Lock on(QualifiedName other) {
    return new Lock(other, mode, work);
  }

  /** Both on one table. */
  Lock with(Lock other) {
    return new Lock(
        table,
        mode.compareTo(other.mode) >= 0 ? mode : other.mode,
        work.compareTo(other.work) >= 0 ? work : other.work);
  }
}
