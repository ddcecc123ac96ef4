package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that PostgreSQL computes from other columns of the row: {@code price * quantity}. No
 * insert and no update gives it a value.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Generated {
  /** An immutable SQL expression over columns that are not computed themselves. */
  String value();

  /**
   * Whether it is computed when it is read, and takes no room, instead of when the row is written.
   * Needs PostgreSQL 18, and no index or key can be on it.
   */
  boolean virtual() default false;
}
