package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Confirms that a column or a table goes.
 *
 * <p>Its data is parked: the application does not see it any more, the disk still has it, and the
 * undo brings it back. With {@link #purge} it is really gone. It stands on the column's table, on
 * any other table, or on a {@code package-info}. When the migration that used it has been written,
 * it has served and can go.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Dropped.List.class)
public @interface Dropped {
  /** {@code table}, {@code table.column} or {@code type.attribute}, as the database names them. */
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
