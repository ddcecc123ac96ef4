package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Confirms how a column's values become those of its new type.
 *
 * <p>When the migration that used it has been written, it has served and can go.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Using {
  /** An SQL expression over the row as it was, such as {@code round(price * 100)::bigint}. */
  String value();
}
