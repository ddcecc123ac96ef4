package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Confirms how a column that begins to refuse NULL gets its value in the rows that are there.
 *
 * <p>When the migration that used it has been written, it has served and can go.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Backfill {
  /** An SQL expression over the row's other columns, such as {@code lower(email)}. */
  String value();
}
