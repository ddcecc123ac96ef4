package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column's default: an SQL expression such as {@code now()} or {@code 'draft'}.
 *
 * <p>It also fills the rows that are there when a column that refuses NULL is added. A column that
 * takes NULL may leave them NULL: so it does if the expression differs from row to row.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Default {
  /** The expression, as in {@code DEFAULT …}. */
  String value();
}
