package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Confirms that a change writes an existing table or its indexes anew, and that nobody reads or
 * writes the table meanwhile: on a component for a change of its column, on a record for any, on
 * a Java enum for a change of its values.
 *
 * <p>When the migration that used it has been written, it has served and can go.
 */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface AllowRewrite {
  /** Why that is acceptable, such as {@code 200 rows}. */
  String value();
}
