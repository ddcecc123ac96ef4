package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What there is to say about the primary key, which the components with {@code @Id} make. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface PrimaryKey {
  /** The columns in the order of the key; that of the components if left out. */
  String[] columns() default {};

  /** Columns that its index carries along, so that queries of them need not look at the table. */
  String[] include() default {};

  /**
   * Whether the last column is a range, and ranges of rows that are else equal must not overlap.
   * Needs {@code -Avarve.server=18}.
   */
  boolean withoutOverlaps() default false;

  /** Whether a transaction may put off the check; then no foreign key can reference the key. */
  Deferrable deferrable() default Deferrable.NOT;

  /** The constraint's name; {@code table_pkey} if left out. */
  String name() default "";
}
