package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that is a composite type: columns of it hold whole records, and arrays of them.
 *
 * <p>Its components are the attributes, in order. PostgreSQL lets none of them refuse NULL; one that
 * is added is NULL in all values that are there, and so had better be an {@code Optional}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface CompositeType {
  /** The name; left out, the record's own in words. */
  String name() default "";

  /** The schema; left out, that in which the migrations run. */
  String schema() default "";
}
