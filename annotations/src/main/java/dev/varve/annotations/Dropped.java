package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Confirms that a column, a table or a value of an enum goes.
 *
 * <p>Its data is parked: the application does not see it any more, the disk still has it, and the
 * undo brings it back. With {@link #purge} it is really gone. A value of an enum goes when no row has
 * it, and otherwise stops the migration. It stands on the column's table, on
 * any other table, on the Java enum, or on a {@code package-info}. When the migration that used it has been written,
 * it has served and can go.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Dropped.List.class)
public @interface Dropped {
  /**
   * {@code table}, {@code table.column}, {@code type.attribute} or {@code enum.VALUE}, as the
   * database names them.
   */
  String value();

  /** Whether the data is deleted, which no undo brings back. */
  boolean purge() default false;

  /** Several of them at one place. */
  @Target({ElementType.TYPE, ElementType.PACKAGE})
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Dropped[] value();
  }
}
