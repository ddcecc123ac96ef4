package dev.varve.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on generated records: the row of a table as it was at a place in the history, for the
 * {@link Migration} there. Such a record is no part of the model.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AsOf {
  /** The version of the migration. */
  String value();
}
