package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rows of the record's table lie in partitions, each declared by a {@link Partition}.
 *
 * <p>Keys of the table, and its other unique keys, must hold all columns by which it is partitioned.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html">Table
 *     Partitioning</a>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Partitioned {
  /** What the values are to a partition. */
  By by();

  /** Columns, or SQL expressions as an index takes them. */
  String[] on();

  /** How rows are divided. */
  enum By {
    /** Each partition takes the values from one to another. */
    RANGE,
    /** Each partition lists its values. */
    LIST,
    /** Each partition takes the rows whose hash leaves its remainder. */
    HASH
  }
}
