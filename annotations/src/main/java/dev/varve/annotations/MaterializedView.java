package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record is a row of a materialized view: a {@link View} whose rows are stored, as they were when
 * {@code REFRESH MATERIALIZED VIEW} last ran. It may have {@link Index indexes}.
 *
 * <p>PostgreSQL cannot replace one. Another select drops it and makes it again, which reads all that
 * it reads.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface MaterializedView {
  /** The name; without one the record's own in words. */
  String name() default "";

  /** The PostgreSQL schema; without one that in which the migrations run. */
  String schema() default "";

  /** The statement that gives the rows. It names its columns: {@code *} is refused. */
  String select();

  /** Whether it is filled when it is made; if not, it cannot be read before its first refresh. */
  boolean populated() default true;

  /** Whether the select is looked up in the model. See {@link View#checked}. */
  boolean checked() default true;
}
