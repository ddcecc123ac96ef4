package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Values that occur only once: of a component; on a record, of the columns listed, together. */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Unique.List.class)
public @interface Unique {
  /** The columns, as the database names them; on a component left out. */
  String[] columns() default {};

  /** Columns that its index carries along, so that queries of them need not look at the table. */
  String[] include() default {};

  /** Whether NULL, too, may occur only once. */
  boolean nullsNotDistinct() default false;

  /**
   * Whether the last column is a range, and ranges of rows that are else equal must not overlap.
   * Needs {@code -Avarve.server=18}.
   */
  boolean withoutOverlaps() default false;

  /** Whether a transaction may put off the check. */
  Deferrable deferrable() default Deferrable.NOT;

  /** The constraint's name; {@code table_column_key} if left out. */
  String name() default "";

  /** Several of them at one place. */
  @Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Unique[] value();
  }
}
